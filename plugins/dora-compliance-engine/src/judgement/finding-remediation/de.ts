import {
  countDays,
  moment,
  severity as rate,
  subject,
  withoutPeriod,
} from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { FindingReasons } from './reasons';

/** Scanners of secrets give no severity. */
const rated = (severity: string) =>
  severity === 'unknown' ? '' : ` (${rate(severity)})`;

export const de: WordsFor<FindingReasons> = {
  checks: { 'finding-in-time': 'Liegt er noch in der Frist zur Behebung?' },
  reasons: {
    'finding-age-unknown': ({ finding, severity }) =>
      `Der Scanner meldet nicht, wann der Befund „${finding}“${rated(
        severity,
      )} eröffnet wurde. Ob er überfällig ist, ist daher nicht bekannt.`,
    'finding-dismissed': ({ finding, severity, due, person, why }) =>
      `${subject(person)} hat den Befund „${finding}“${rated(
        severity,
      )} verworfen${
        why ? `: ${withoutPeriod(why)}` : ''
      }. Er hätte bis zum ${moment(
        due,
      )} behoben sein sollen; das Verwerfen allein zeigt nicht, dass das Risiko akzeptiert wurde.`,
    'finding-in-time': ({ finding, severity, opened, due }) =>
      `Der Befund „${finding}“${rated(severity)} wurde am ${moment(
        opened,
      )} eröffnet und ist bis zum ${moment(due)} zu beheben.`,
    'finding-overdue': ({ finding, severity, opened, due, days }) =>
      `Der Befund „${finding}“${rated(severity)} wurde am ${moment(
        opened,
      )} eröffnet und war bis zum ${moment(due)} zu beheben: Er ist ${countDays(
        days,
      )} überfällig.`,
    'finding-severity-unknown': ({ finding }) =>
      `Der Scanner meldet nicht, wie schwer der Befund „${finding}“ wiegt. Bis wann er zu beheben ist, ist daher nicht bekannt.`,
  },
  advice: {
    'finding-age-unknown':
      'Den Befund beheben oder den Scanner melden lassen, wann er eröffnet wurde.',
    'finding-dismissed':
      'Den Befund beheben oder das Risiko von einer dazu befugten Person akzeptieren lassen.',
    'finding-overdue':
      'Den Befund beheben. Die Kontrolle ist erfüllt, sobald der Scanner ihn als behoben meldet.',
    'finding-severity-unknown':
      'Den Befund beheben oder den Scanner seinen Schweregrad melden lassen.',
  },
};
