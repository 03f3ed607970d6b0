import { count, moment, subject, withoutPeriod } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { FindingReasons } from './reasons';

/** Scanners of secrets give no severity. */
const rated = (severity: string) =>
  severity === 'unknown' ? '' : ` (${severity})`;

export const en: WordsFor<FindingReasons> = {
  checks: { 'finding-in-time': 'Is it still within the time to fix it?' },
  reasons: {
    'finding-age-unknown': ({ finding, severity }) =>
      `The scanner does not report when the finding "${finding}"${rated(
        severity,
      )} was opened, so it is not known whether it is overdue.`,
    'finding-dismissed': ({ finding, severity, due, person, why }) =>
      `${subject(person)} dismissed the finding "${finding}"${rated(severity)}${
        why ? `: ${withoutPeriod(why)}` : ''
      }. It should have been fixed by ${moment(
        due,
      )}; a dismissal alone does not show that the risk was accepted.`,
    'finding-in-time': ({ finding, severity, opened, due }) =>
      `The finding "${finding}"${rated(severity)} was opened on ${moment(
        opened,
      )} and has to be fixed by ${moment(due)}.`,
    'finding-overdue': ({ finding, severity, opened, due, days }) =>
      `The finding "${finding}"${rated(severity)} was opened on ${moment(
        opened,
      )} and had to be fixed by ${moment(due)}: it is ${count(
        days,
        'day',
      )} overdue.`,
    'finding-severity-unknown': ({ finding }) =>
      `The scanner does not report how severe the finding "${finding}" is, so it is not known by when it has to be fixed.`,
  },
  advice: {
    'finding-age-unknown':
      'Fix the finding, or have the scanner report when it was opened.',
    'finding-dismissed':
      'Fix the finding, or have the risk accepted by somebody who is entitled to.',
    'finding-overdue':
      'Fix the finding. It is green when the scanner reports that it is fixed.',
    'finding-severity-unknown':
      'Fix the finding, or have the scanner report its severity.',
  },
};
