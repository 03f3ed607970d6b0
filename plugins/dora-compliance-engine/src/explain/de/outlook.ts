import type { OutlookParams } from '../language/OutlookParams';
import type { SentencesOf } from '../language/Sentences';
import { moment } from './words';

export const outlook: SentencesOf<OutlookParams> = {
  'after-action': () =>
    'Die Feststellung endet nicht von selbst. Sie wird erneut geprüft, sobald neue Nachweise eintreffen.',
  'by-itself': ({ at }) =>
    `Die Feststellung endet am ${moment(
      at,
    )} von selbst, wenn alles andere so bleibt wie heute.`,
  'checked-again': ({ at }) =>
    `Die Feststellung endet nicht von selbst. Sie wird am ${moment(
      at,
    )} lediglich erneut geprüft, oder früher, wenn neue Nachweise eintreffen.`,
  'done-by-backend': () =>
    'Die Feststellung wird erneut geprüft, sobald das Backend dies erledigt hat.',
  'counts-until': ({ notBefore }) =>
    `Was geschehen ist, zählt bis zum ${moment(
      notBefore,
    )}, auch wenn es nicht wieder vorkommt.`,
  'until-replaced': () =>
    'Was geschehen ist, zählt nicht mehr, sobald es durch etwas Regelkonformes ersetzt wurde.',
};
