import {
  all,
  count,
  countDays,
  moment,
  period,
  subject,
} from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { Weakness } from './findWeaknesses';
import type { GateReasons } from './reasons';

const weaknesses: Readonly<Record<Weakness, string>> = {
  'admins-not-bound': 'die Regeln gelten nicht für Administratoren',
  bypass: 'jemand darf die Regeln umgehen',
  'changes-not-required': 'Commits können ohne Änderungsantrag gepusht werden',
  deletion: 'der Branch kann gelöscht werden',
  'force-push': 'Force-Pushes sind möglich',
  'not-protected': 'keine Regel war wirksam',
  'too-few-approvals':
    'es sind weniger Genehmigungen vorgeschrieben, als die Kontrolle verlangt',
};

/** Follows a colon, after which German begins a sentence with a capital. */
function describe(what: string): string {
  const [first = '', ...others] = what
    .split(',')
    .map(one => weaknesses[one as Weakness] ?? one);
  const start = first.charAt(0).toUpperCase() + first.slice(1);
  return all([start, ...others]);
}

export const de: WordsFor<GateReasons> = {
  checks: {
    'gate-on-now': 'Erfüllen die Regeln des Branchs die Vorgaben?',
    'gate-on-always': 'Haben sie die Vorgaben durchgehend erfüllt?',
  },
  reasons: {
    'gate-on': ({ branch }) =>
      `Die Regeln des Branchs ${branch} erfüllen die Vorgaben.`,
    'gate-weak': ({ branch, what }) =>
      `Die Regeln des Branchs ${branch} erfüllen die Vorgaben nicht: ${describe(
        what,
      )}.`,
    'gate-unknown': ({ branch, fields }) =>
      `Die Quelle meldet nicht alle Regeln des Branchs ${branch}. Es fehlen: ${fields}.`,
    'gate-always-on': ({ branch, since, days }) =>
      `Die Regeln des Branchs ${branch} erfüllen die Vorgaben seit dem ${moment(
        since,
      )} durchgehend (${countDays(days)}).`,
    'gate-off': ({ branch, from, to, what, landed, person }) =>
      `Die Regeln des Branchs ${branch} waren ${period(
        from,
        to,
      )} außer Kraft: ${describe(what)}. ${
        person ? `Geändert von ${person}. ` : ''
      }In dieser Zeit ${
        landed > 0
          ? `${landed === 1 ? 'gelangte' : 'gelangten'} ${count(landed, {
              one: 'Änderung',
              other: 'Änderungen',
            })}`
          : 'gelangte keine Änderung'
      } auf den Branch.`,
    'gate-changed-between': ({ branch, from, to, person }) =>
      `${subject(person)} hat die Regeln des Branchs ${branch} ${
        from === to
          ? `am ${moment(from)}`
          : `zwischen dem ${moment(from)} und dem ${moment(to)}`
      } geändert; in dieser Zeit wurden sie nicht gelesen.`,
    'gate-unknown-between': ({ branch, from, to }) =>
      `Die Quelle hat ${period(
        from,
        to,
      )} nicht alle Regeln des Branchs ${branch} gemeldet.`,
    'gate-gone-before': ({ branch, gone }) =>
      `Der Branch ${branch} wurde vor Beginn des Zeitraums gelöscht oder zum letzten Mal gelesen, am ${moment(
        gone,
      )}.`,
    'gate-on-until-gone': ({ branch, since, gone }) =>
      `Die Regeln des Branchs ${branch} haben die Vorgaben vom ${moment(
        since,
      )} an erfüllt, bis der Branch am ${moment(
        gone,
      )} gelöscht oder zum letzten Mal gelesen wurde.`,
    'gate-unheard': ({ branch, from, to, source }) =>
      `Von der Quelle ${source} ist ${period(
        from,
        to,
      )} nichts eingegangen. Änderungen der Regeln des Branchs ${branch} zwischen zwei Lesungen können daher fehlen.`,
    'gate-not-observed': ({ branch, from, to }) =>
      `Die Regeln des Branchs ${branch} wurden ${period(
        from,
        to,
      )} nicht gelesen.`,
  },
  advice: {
    'gate-off':
      'Die Zeit ohne die Regeln lässt sich nicht rückgängig machen. Prüfen lassen, was in dieser Zeit auf den Branch gelangte, den Grund festhalten und die Regeln in Kraft lassen.',
    'gate-weak':
      'Die Regeln des Branchs so einstellen, wie die Kontrolle es verlangt. Mit dem nächsten Lesen ist sie erfüllt, sofern die Regeln nicht vorher außer Kraft waren.',
    'gate-unknown':
      'Auf der Seite „Nachweise“ nachsehen, welche Berechtigung dem Kollektor fehlt: Die meisten Code-Hosts zeigen nur Administratoren alle Regeln.',
    'gate-changed-between':
      'Die Regeln mit dem Audit-Protokoll des Code-Hosts für diese Zeit vergleichen. Änderungen, die der Kollektor dazwischen liest, sind bekannt.',
    'gate-unheard':
      'Die fehlenden Zustellungen erneut senden lassen oder die Regeln mit dem Audit-Protokoll des Code-Hosts für diese Zeit vergleichen. Der Zeitraum wird erneut bewertet, sobald diese Zeit nicht mehr in ihm liegt.',
    'gate-unknown-between':
      'Auf der Seite „Nachweise“ nachsehen, welche Berechtigung dem Kollektor fehlte. Der Zeitraum wird erneut bewertet, sobald diese Zeit nicht mehr in ihm liegt.',
    'gate-not-observed':
      'Auf der Seite „Nachweise“ nach Problemen des Kollektors suchen. Der Zeitraum wird erneut bewertet, sobald diese Zeit nicht mehr im Zeitfenster liegt.',
  },
};
