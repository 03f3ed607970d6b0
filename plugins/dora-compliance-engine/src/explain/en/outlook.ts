import type { OutlookParams } from '../language/OutlookParams';
import type { SentencesOf } from '../language/Sentences';
import { moment } from './words';

export const outlook: SentencesOf<OutlookParams> = {
  'after-action': () =>
    'It does not turn green by itself. It is checked again when new evidence arrives.',
  'by-itself': ({ at }) =>
    `It turns green by itself on ${moment(
      at,
    )}, if everything else goes on as it does today.`,
  'checked-again': ({ at }) =>
    `It does not turn green by itself. It is only checked again on ${moment(
      at,
    )}, or earlier if new evidence arrives.`,
  'done-by-backend': () =>
    'It is checked again as soon as the backend has done this.',
  'counts-until': ({ notBefore }) =>
    `What happened counts until ${moment(
      notBefore,
    )}, even if it does not happen again.`,
  'until-replaced': () =>
    'What happened no longer counts when something that complies has replaced it.',
};
