import type { ProblemReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { errors } from './errors';
import { count, form, moment, number, withoutPeriod } from './words';

export const problemReasons: SentencesOf<ProblemReasons> = {
  'as-reported': ({ text }) => text,
  'more-problems': ({ count: n }) =>
    `Es gibt ${count(n, {
      one: 'weiteres Problem',
      other: 'weitere Probleme',
    })} dieser Art.`,
  // documents
  'document-broken-characters': of => broken('Das Dokument', of),
  'document-name-forbidden': ({ name, at }) =>
    `Das Dokument enthält bei ${at} den unzulässigen Namen „${name}“.`,
  'document-name-twice': ({ name, at }) =>
    `Das Dokument enthält bei ${at} den Namen „${name}“ zweimal in einem Objekt.`,
  'document-out-of-scope': ({ scope, more, problems }) =>
    `Das Geheimnis des Absenders gilt nur für Nachweise zu ${scope}${
      more ? ` und ${number(more)} weiteren` : ''
    }. ${problems}`,
  'document-source-failed': ({ source, error }) =>
    `Die Nachweisquelle „${source}“ konnte das Dokument nicht lesen: ${withoutPeriod(
      error,
    )}.`,
  'document-source-missing': ({ source }) =>
    `Die Nachweisquelle „${source}“ ist nicht installiert oder ausgeschaltet. Sie installieren oder konfigurieren und das Dokument dann erneut verarbeiten.`,
  'statement-broken-characters': of => broken(statement(of), of),
  'statement-in-future': ({ type, observedAt, receivedAt }) =>
    `Die Aussage „${type}“ ist auf den ${moment(
      observedAt,
    )} datiert, mehr als einen Tag nach ihrem Eingang (${moment(
      receivedAt,
    )}), und wurde deshalb nicht gespeichert. Die Uhr der Quelle korrigieren.`,
  'statement-outside': ({ type, kind, name }) =>
    `Die Aussage „${type}“ betrifft ${nameKind(kind)} ${name}.`,
  'statement-unkeepable': of =>
    `${statement(of)} kann nicht gespeichert werden: ${withoutPeriod(
      of.cause,
    )}.`,
  'statement-without-anchor': ({ type }) =>
    `Die Aussage „${type}“ nennt weder ein Repository noch eine Pipeline oder eine Entität.`,
  // rounds and backfills
  'backfill-ended-early': () =>
    'Die Quelle hat die Nacherfassung vor dem Ende ihrer Liste beendet.',
  'backfill-loops': () =>
    'Die Quelle hat eine Seite geliefert, die bereits gelesen wurde.',
  'backfill-part-incomplete': ({ part, problem }) =>
    `${part}: ${withoutPeriod(problem)}.`,
  'backfill-without-history': ({ parts }) =>
    `Eine Nacherfassung dieser Quelle liest ${parts} nicht; das geschieht nur beim Abruf durch ihren Kollektor. Eine Nacherfassung schließt daher keine Lücke.`,
  'collector-missing': ({ source }) =>
    `Die Quelle ${source} hat keinen Kollektor. Ihn installieren oder konfigurieren.`,
  'not-read-completely': () => 'Es konnte nicht vollständig gelesen werden.',
  'round-without-end': () =>
    'Der Kollektor hat angehalten, bevor sein Abruf vollständig war.',
  'target-left-catalog': () => 'Das Ziel ist nicht mehr im Katalog.',
  // delivery logs
  'delivery-log-incomplete': () =>
    'Das Zustellprotokoll konnte nicht vollständig gelesen werden.',
  'delivery-log-missing': ({ source }) =>
    `Die Quelle ${source} hat kein lesbares Zustellprotokoll.`,
  'delivery-refused': ({ delivery, error }) =>
    `${
      delivery ? `Die Zustellung ${delivery}` : 'Eine Zustellung ohne Kennung'
    } konnte nicht gespeichert werden: ${withoutPeriod(
      errors[error]?.meaning ?? error,
    )}.`,
};

const kinds: Readonly<Record<string, string>> = {
  repository: 'das Repository',
  pipeline: 'die Pipeline',
  entity: 'die Entität',
};

function nameKind(kind: string): string {
  return Object.hasOwn(kinds, kind) ? kinds[kind]! : kind;
}

function statement(of: { index: number; all: number; type: string }): string {
  return `Aussage ${number(of.index)} von ${number(of.all)} (${of.type})`;
}

function broken(
  what: string,
  {
    places,
    more,
    isLeast,
  }: { places: string; more?: number; isLeast?: number },
): string {
  const others = more
    ? ` und an ${isLeast ? 'mindestens ' : ''}${number(more)} ${form(more, {
        one: 'weiteren Stelle',
        other: 'weiteren Stellen',
      })}`
    : '';
  return `${what} enthält ungültiges Unicode (ein einzelnes Surrogat) bei ${places}${others}. An dessen Stelle wird das Zeichen U+FFFD gelesen.`;
}
