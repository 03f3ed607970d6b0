import {
  addDuration,
  Duration,
  type Evidence,
  identityLabel,
  type Instant,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { justAfter } from '../calendarDays';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

const DAY = 24 * 60 * 60 * 1000;

type Changed = Evidence<'security-finding-changed'>;

/**
 * `finding.remediation` in assertions: whether a finding is still within the time
 * to fix it, by the parameters `fixCriticalWithin`, `fixHighWithin`,
 * `fixMediumWithin` and `fixLowWithin` of the control.
 */
export const findingRemediation: Judgement = {
  name: 'finding.remediation',
  member: 'finding',
  needs: { evidence: [] },
  remedies,
  words: { en },
  judge({ evidence: [item] }, { asOf, parameters }) {
    return item && isEvidenceOf('security-finding-changed', item)
      ? [judgeFinding(item, asOf, parameters)]
      : [];
  },
};

function judgeFinding(
  item: Changed,
  asOf: Instant,
  parameters: Readonly<Record<string, unknown>>,
): TimedCheck {
  const { finding, severity, openedAt: opened } = item.predicate;
  const named = { finding: finding.title ?? finding.rule, severity };
  const answer = {
    check: 'finding-in-time',
    passed: null,
    evidence: [item.id],
  };
  if (severity === 'unknown') {
    const cause = reason('finding-severity-unknown', {
      finding: named.finding,
    });
    return { ...answer, cause };
  }
  if (!opened) {
    return { ...answer, cause: reason('finding-age-unknown', named) };
  }
  const name = `fix${severity[0]!.toUpperCase()}${severity.slice(1)}Within`;
  const due = addDuration(opened, Duration.parse(parameters[name]));
  if (asOf <= due) {
    const cause = reason('finding-in-time', { ...named, opened, due });
    return { ...answer, passed: true, cause, changesAt: justAfter(due) };
  }
  return {
    ...answer,
    ...explainOverdue(item, { ...named, due }, { opened, asOf }),
  };
}

function explainOverdue(
  { predicate }: Changed,
  named: { finding: string; severity: string; due: Instant },
  { opened, asOf }: { opened: Instant; asOf: Instant },
) {
  const { state, changedBy, reason: why = '' } = predicate;
  if (state === 'dismissed') {
    const person = changedBy ? identityLabel(changedBy) : '';
    return {
      passed: null,
      cause: reason('finding-dismissed', { ...named, person, why }),
    };
  }
  const days = Math.floor((Date.parse(asOf) - Date.parse(named.due)) / DAY);
  return {
    passed: false,
    cause: reason('finding-overdue', { ...named, opened, days }),
  };
}
