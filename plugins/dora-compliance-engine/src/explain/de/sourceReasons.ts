import type { SourceReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { errors } from './errors';
import { count, form, moment, number, period, withoutPeriod } from './words';

const states = {
  'catalog-unread': () =>
    'Aus dem Katalog wurde noch kein IKT-Asset gelesen. Das Backend ist gerade erst gestartet, oder der Katalog enthält keine Komponenten und Ressourcen.',
  'people-reviewed-nothing': () =>
    'Noch niemand hat in Backstage den Datensatz eines IKT-Assets überprüft. Überprüfungen werden hier als Nachweise gespeichert.',
  'source-deaf': ({ expected }) =>
    `Der Kollektor hat ${count(expected, {
      one: 'Ereignis gefunden, das',
      other: 'Ereignisse gefunden, von denen',
    })} die Quelle ${form(expected, {
      one: 'nicht',
      other: 'keines',
    })} zugestellt hat. Prüfen, ob der Webhook noch besteht und das richtige Geheimnis verwendet.`,
  'source-flawed': ({ flawed }) =>
    `${count(flawed, {
      one: 'Dokument, das am letzten Tag einging, wurde',
      other: 'Dokumente, die am letzten Tag eingingen, wurden',
    })} nur teilweise oder gar nicht gelesen.`,
  'source-gaps': ({ gaps, how }) =>
    `Es gibt ${count(gaps, {
      one: 'Lücke, in der',
      other: 'Lücken, in denen',
    })} Nachweise fehlen können. ${closing(gaps, how)}`,
  'source-healthy': () =>
    'Alle Dokumente wurden gelesen, und es gibt keine offenen Lücken.',
  'source-healthy-in-part': () =>
    'In dem, was Sie im Katalog lesen dürfen, gibt es keine offenen Lücken.',
  'source-incomplete': ({ incomplete, all }) =>
    `${number(incomplete)} von ${count(all, {
      one: 'Ziel',
      other: 'Zielen',
    })} ${form(incomplete, {
      one: 'konnte',
      other: 'konnten',
    })} beim letzten Abruf nicht vollständig gelesen werden.`,
  'source-never-heard': () =>
    'Von dieser Quelle ist noch nichts eingegangen. Prüfen, ob das CI-System seine Webhooks hierher sendet oder ob seine Zugangsdaten gültig sind.',
  'source-off': ({ why, wasOn }) =>
    `${withoutPeriod(why)}.${
      wasOn
        ? ' Die Quelle hat vorher Nachweise geliefert. Ereignisse seit dem Ausschalten sind unbekannt.'
        : ''
    }`,
  'source-quiet': ({ since }) =>
    `Seit dem ${moment(
      since,
    )} ist nichts eingegangen. Prüfen, ob der Webhook noch besteht.`,
  'source-rejects': ({ rejected, received }) =>
    `${number(rejected)} von ${count(received, {
      one: 'Dokument',
      other: 'Dokumenten',
    })} des letzten Tages ${form(rejected, {
      one: 'konnte',
      other: 'konnten',
    })} nicht gelesen werden.`,
  'source-unasked': ({ targets, since }) =>
    targets === 1
      ? `1 Ziel wurde seit dem ${moment(since)} nicht vollständig gelesen.`
      : `${number(
          targets,
        )} Ziele wurden zu lange nicht vollständig gelesen, das erste seit dem ${moment(
          since,
        )}.`,
  'source-unreadable': ({ targets, problem }) =>
    `Der Kollektor hat ${count(targets, {
      one: 'Ziel gelesen, jedoch nicht',
      other: 'Ziele gelesen, keines davon',
    })} vollständig.${
      problem ? ` Das letzte Problem war: ${withoutPeriod(problem)}.` : ''
    }`,
} satisfies Partial<SentencesOf<SourceReasons>>;

export const sourceReasons: SentencesOf<SourceReasons> = {
  ...states,
  'gap-collector-silent': ({ from, to, detail }) =>
    `Der Kollektor ${to ? 'konnte' : 'kann'} die Quelle ${period(
      from,
      to,
    )} nicht vollständig lesen.${more(detail)}`,
  'gap-deliveries-missed': ({ from, to, detail }) =>
    `Die Quelle hat ${period(from, to)} nicht alle Ereignisse zugestellt.${more(
      detail,
    )}`,
  'gap-deliveries-refused': ({ from, to, detail }) =>
    `Zustellungen ${period(from, to)} konnten nicht gespeichert werden.${more(
      detail,
    )}`,
  'gap-receiver-down': ({ from, to }) =>
    `Es konnte ${period(
      from,
      to,
    )} nichts eingehen: Keine Instanz dieses Backends war in Betrieb.`,
  'gap-source-off': ({ from, to }) =>
    to
      ? `Die Quelle war ${period(
          from,
          to,
        )} ausgeschaltet oder konnte nicht zustellen.`
      : `Die Quelle ist ${period(
          from,
          to,
        )} ausgeschaltet oder kann nicht zustellen.`,
  // details of gaps
  'refused-with': ({ error }) => errors[error]?.meaning ?? error,
  'target-incomplete': ({ target, problem }) =>
    `${target} konnte nicht vollständig gelesen werden: ${withoutPeriod(
      problem,
    )}.`,
  'target-missed': ({ target, missed, expected }) =>
    `${number(missed)} von ${count(expected, {
      one: 'Ereignis',
      other: 'Ereignissen',
    })} bei ${target} ${form(missed, {
      one: 'wurde',
      other: 'wurden',
    })} nicht zugestellt.`,
  'target-not-in-catalog': ({ target }) => `${target} war nicht im Katalog.`,
};

function closing(gaps: number, how: string | undefined): string {
  if (how === undefined) {
    return 'Die Quelle stellt nur selbst zu. Eine Lücke betrifft eine Kontrolle daher, bis sie außerhalb des Zeitfensters dieser Kontrolle liegt.';
  }
  return how === 'collected'
    ? `Der Reiter „Lücken“ zeigt, was sie ${form(gaps, {
        one: 'schließt',
        other: 'jeweils schließt',
      })}.`
    : `Zum Schließen ist ${how} zu konfigurieren.`;
}

function more(detail: string | undefined): string {
  return detail ? ` ${withoutPeriod(detail)}.` : '';
}
