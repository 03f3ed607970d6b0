import {
  identityLabel,
  type Instant,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { FindingReport } from '../../population/traceFinding';
import type {
  Judgement,
  JudgementContext,
  TimedCheck,
} from '../../registry/Judgement';
import { justAfter } from '../calendarDays';
import { de } from './de';
import { en } from './en';
import { type Clock, findFirstDue, findSecretDue } from './findClocks';
import { reason } from './reasons';
import { remedies } from './remedies';

const DAY = 24 * 60 * 60 * 1000;

/**
 * `finding.remediation` in assertions: whether a finding is still within the time
 * to fix it, by the parameters `fixCriticalWithin`, `fixHighWithin`,
 * `fixMediumWithin` and `fixLowWithin` of the control. The time runs from when the
 * finding first had at least that severity. For secrets, by `fixSecretWithin` if the
 * control has it, whatever their severity.
 */
export const findingRemediation: Judgement = {
  name: 'finding.remediation',
  member: 'finding',
  needs: { evidence: [] },
  remedies,
  words: { en, de },
  judge({ evidence, value }, context) {
    const [latest, ...earlier] = evidence.flatMap(item =>
      isEvidenceOf('security-finding-changed', item) ? [item] : [],
    );
    const { openedAt } = value as { openedAt?: Instant };
    return latest
      ? [judgeFinding(latest, [...earlier, latest], { ...context, openedAt })]
      : [];
  },
};

function judgeFinding(
  latest: FindingReport,
  reports: readonly FindingReport[],
  context: JudgementContext & { openedAt: Instant | undefined },
): TimedCheck {
  const { finding, severity } = latest.predicate;
  const named = { finding: finding.title ?? finding.rule, severity };
  const answer = { check: 'finding-in-time', passed: null };
  const clock =
    findSecretDue(reports, context) ??
    (severity === 'unknown' ? undefined : findFirstDue(reports, context));
  if (!clock) {
    const cause = reason('finding-severity-unknown', {
      finding: named.finding,
    });
    return { ...answer, cause, evidence: [latest.id] };
  }
  const { from: opened, due, isOpened, report } = clock;
  const ids = [...new Set([latest.id, report.id])];
  if (context.asOf <= due) {
    return {
      ...answer,
      // It may have been open for longer than anybody reports.
      passed: isOpened ? true : null,
      cause: isOpened
        ? reason('finding-in-time', { ...named, opened, due })
        : reason('finding-age-unknown', named),
      changesAt: justAfter(due),
      runsSince: opened,
      evidence: ids,
    };
  }
  return {
    ...answer,
    ...explainOverdue(latest, named, { clock, asOf: context.asOf }),
    evidence: ids,
  };
}

function explainOverdue(
  { predicate }: FindingReport,
  named: { finding: string; severity: string },
  { clock: { due, from: opened }, asOf }: { clock: Clock; asOf: Instant },
) {
  const { state, changedBy, reason: why = '' } = predicate;
  if (state === 'dismissed') {
    const person = changedBy ? identityLabel(changedBy) : '';
    return {
      passed: null,
      cause: reason('finding-dismissed', { ...named, due, person, why }),
    };
  }
  const days = Math.floor((Date.parse(asOf) - Date.parse(due)) / DAY);
  return {
    passed: false,
    cause: reason('finding-overdue', { ...named, opened, due, days }),
  };
}
