import type { ErrorDetailParams } from '../language/ErrorDetailParams';
import type { SentencesOf } from '../language/Sentences';
import { withoutPeriod } from './words';

export const errorDetails: SentencesOf<ErrorDetailParams> = {
  'asset-pending': ({ entityRef, by }) =>
    `${entityRef} wurde dem Katalog gerade erst hinzugefügt und ist bis ${by} UTC im Inventar.`,
  'asset-unknown': ({ entityRef }) => `Es gibt kein IKT-Asset ${entityRef}.`,
  'scope-unknown': ({ of, ref }) =>
    ref === ''
      ? `Der Parameter ref fehlt: of=${of} benötigt eine Referenz, oder keine.`
      : `${ref} (${of}) gibt es nicht.`,
  'body-invalid': () =>
    'Der Inhalt der Anfrage muss JSON von höchstens 100 kB sein.',
  'collection-impossible': ({ source }) =>
    `Die Quelle ${source} stellt nur selbst zu und kann nicht abgerufen werden.`,
  'collection-off': ({ source, configure }) =>
    `Die Quelle ${source} wird nicht abgerufen. Folgendes konfigurieren und das Backend neu starten: ${configure}.`,
  'control-invalid': ({ problem }) =>
    `Die Kontrolle kann nicht verwendet werden. ${problem}${
      /[.?!]$/.test(problem) ? '' : '.'
    }`,
  'control-unknown': ({ controlId }) => `Es gibt keine Kontrolle ${controlId}.`,
  'export-refused': ({ assets, refused }) =>
    `Sie dürfen alle IKT-Assets dieser Liste lesen (${assets}), aber einige davon nicht exportieren (${refused}).`,
  'method-unknown': ({ allowed, method }) =>
    `Der Pfad unterstützt ${allowed}, nicht ${method}.`,
  'parameter-invalid': ({ parameter, problem }) =>
    `Der Parameter ${parameter} ist ungültig: ${withoutPeriod(problem)}.`,
  'permission-missing': ({ permission }) =>
    `Dafür ist die Berechtigung ${permission} erforderlich.`,
  'request-failed': ({ id }) =>
    `Die Anfrage ist fehlgeschlagen. Im Protokoll des Backends nach ${id} suchen, um die Ursache zu finden.`,
  'source-unknown': ({ source }) => `Es gibt keine Quelle ${source}.`,
  'target-unknown': ({ target }) => `Das Ziel ${target} wird nicht abgerufen.`,
};
