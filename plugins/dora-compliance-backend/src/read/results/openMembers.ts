import type {
  Assessment,
  ControlStatus,
  Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Statuses of members that nobody has to look at. */
const CLOSED: readonly ControlStatus[] = ['satisfied', 'not-applicable'];

/** The stored members that are open, of one kind or of all. */
export function findOpen(
  { rows }: Pick<Assessment, 'rows'>,
  kind?: string,
): Row[] {
  return rows.filter(
    ({ member, status }) =>
      !CLOSED.includes(status) && (!kind || member.kind === kind),
  );
}

/** Open members, of whatever kind, that an assessment counts and does not store. */
export function countUnstored(
  assessment: Pick<Assessment, 'rows' | 'counts'>,
): number {
  const { notAssessed, notSatisfied, riskAccepted = 0 } = assessment.counts;
  const all = notAssessed + notSatisfied + riskAccepted;
  return Math.max(0, all - findOpen(assessment).length);
}
