import type {
  ControlReasons,
  EvidenceGap,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { shortenDigest } from '../language/shortenDigest';
import { nameMembers } from './members';
import {
  count,
  countDays,
  form,
  moment,
  number,
  period,
  subject,
  withoutPeriod,
} from './words';

const gapCauses: Readonly<
  Record<EvidenceGap['cause'], (hasEnded: boolean) => string>
> = {
  'receiver-down': () => 'Keine Instanz dieses Backends war in Betrieb',
  'source-off': hasEnded =>
    hasEnded
      ? 'Die Quelle war ausgeschaltet oder konnte nicht zustellen'
      : 'Die Quelle ist ausgeschaltet oder kann nicht zustellen',
  'collector-silent': () => 'Der Kollektor konnte sie nicht vollständig lesen',
  'deliveries-missed': () =>
    'Ihre API weist Ereignisse aus, die sie nicht zugestellt hat',
  'deliveries-refused': () =>
    'Zustellungen von ihr konnten nicht gespeichert werden',
};

export const controlReasons: SentencesOf<ControlReasons> = {
  'all-checks-passed': () => 'Alle Prüfungen sind bestanden.',
  'all-members-satisfied': ({ total, kind }) => {
    const { theOnly, afterAll } = nameMembers(kind);
    return form(total, {
      one: `${theOnly} hat alle Prüfungen bestanden.`,
      other: `Alle ${number(
        total,
      )} ${afterAll} haben alle Prüfungen bestanden.`,
    });
  },
  'assertion-error': ({ id, detail }) =>
    `Die Anforderung „${id}“ konnte nicht ausgewertet werden: ${withoutPeriod(
      detail,
    )}.`,
  'value-missing': ({ id, field }) =>
    `Die Anforderung „${id}“ benötigt den Wert ${field}, den der Nachweis nicht enthält.`,
  'assertion-false': ({ id, read }) =>
    `Die Anforderung „${id}“ ist nicht erfüllt${read ? `: ${read}` : ''}.`,
  'assertion-true': ({ id, read }) =>
    `Die Anforderung „${id}“ ist erfüllt${read ? `: ${read}` : ''}.`,
  'assessment-failed': () =>
    'Die letzte Bewertung der Kontrolle ist fehlgeschlagen. Das Backend wiederholt sie automatisch.',
  'asset-not-linked': () =>
    'Für das IKT-Asset ist kein Repository bekannt. In der Entität des Katalogs die Annotation des Code-Hosts ergänzen, etwa github.com/project-slug.',
  'does-not-apply': () => 'Die Kontrolle gilt nicht für dieses IKT-Asset.',
  'entity-not-readable': () =>
    'Das Ergebnis hängt von einer Entität ab, die Sie im Katalog nicht lesen dürfen.',
  'evaluation-failed': ({ message }) =>
    `Die Kontrolle konnte nicht ausgewertet werden: ${withoutPeriod(message)}.`,
  'evidence-gap': ({ source, from, to, cause, more }) => {
    const why = gapCauses[cause]?.(Boolean(to)) ?? cause;
    const when = to ? period(from, to) : `ab dem ${moment(from)}`;
    const others = more
      ? ` Es gibt ${count(more, {
          one: 'weitere Lücke',
          other: 'weitere Lücken',
        })}.`
      : '';
    return `Nachweise der Quelle ${source} können für die Zeit ${when} fehlen. ${why}, und kein Abruf hat diese Zeit seither abgedeckt.${others}`;
  },
  'evidence-late': ({ count: n }) =>
    form(n, {
      one: '1 Nachweis könnte das Ergebnis ändern, zählt aber noch nicht. Er ist lange nach dem gemeldeten Zeitpunkt des Ereignisses eingegangen, und keine API hat ihn bestätigt.',
      other: `${number(
        n,
      )} Nachweise könnten das Ergebnis ändern, zählen aber noch nicht. Sie sind lange nach dem gemeldeten Zeitpunkt des Ereignisses eingegangen, und keine API hat sie bestätigt.`,
    }),
  'evidence-stale': ({ observedAt, days }) =>
    `Der letzte Nachweis ist vom ${moment(
      observedAt,
    )}. Solche Nachweise gelten nur ${countDays(days)}.`,
  'evidence-unverified': ({ level, count: n, late }) =>
    `${form(n, {
      one: '1 Nachweis könnte das Ergebnis ändern, zählt',
      other: `${number(n)} Nachweise könnten das Ergebnis ändern, zählen`,
    })} aber nicht: Die Kontrolle verlangt mindestens die Verifikationsstufe „${nameLevel(
      level,
    )}“.${
      late
        ? form(late, {
            one: ' 1 davon erreicht sie nicht, weil er verspätet eingegangen ist.',
            other: ` ${number(
              late,
            )} davon erreichen sie nicht, weil sie verspätet eingegangen sind.`,
          })
        : ''
    }`,
  'not-yet-assessed': () => 'Die Kontrolle wurde noch nicht bewertet.',
  'not-yet-observed': () =>
    'Der Datensatz dieses IKT-Assets wurde noch nicht ermittelt.',
  'population-empty': ({ days, kind }) =>
    `In ${form(days, {
      one: 'dem letzten Tag',
      other: `den letzten ${number(days)} Tagen`,
    })} gab es ${nameMembers(kind).noneAccusative}.`,
  'risk-accepted': ({
    acceptance,
    person,
    confirmedBy,
    until,
    rationale,
    finding,
  }) =>
    `${subject(person)} hat das Risiko bis zum ${moment(until)} akzeptiert${
      confirmedBy ? `, bestätigt von ${confirmedBy}` : ''
    } (${shortenDigest(acceptance)}): ${withoutPeriod(rationale)}. ${finding}`,
  'source-silent': () =>
    'Vom Repository ist noch nie etwas eingegangen. Prüfen, ob sein Webhook an dieses Backend zustellt.',
};

const levels: Readonly<Record<string, string>> = {
  unverified: 'nicht verifiziert',
  late: 'verspätet',
  authenticated: 'authentisiert',
  signed: 'signiert',
};

function nameLevel(level: string): string {
  return Object.hasOwn(levels, level) ? levels[level]! : level;
}
