import {
  type Assessment,
  canonicalJson,
  type Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The rows of an assessment that keep it from being green. */
function listFailing({ rows }: Pick<Assessment, 'rows'>): Row[] {
  return rows.filter(
    ({ status }) => status === 'not-satisfied' || status === 'not-assessed',
  );
}

/** One and the same member at different times: an open interval grows. */
export function identifyMember({ kind, title, ...member }: Row['member']) {
  const { deployment, period, uri } = member;
  return canonicalJson([
    kind,
    [title, uri, period?.from].map(one => one ?? ''),
    deployment ? [deployment.id, deployment.environment] : [],
  ]);
}

/**
 * Whether a finding is over at a later instant: no member that fails now fails then.
 * Members that comply now are assumed to go on to comply. If no member fails, such
 * as in a gap of a source, the whole control must be green.
 */
export function hasEnded(now: Assessment, later: Assessment): boolean {
  if (isGreen(later)) {
    return true;
  }
  const failing = new Set(
    listFailing(now).map(({ member }) => identifyMember(member)),
  );
  const still = listFailing(later);
  return (
    failing.size > 0 &&
    failing.size === countFailing(now) &&
    still.length > 0 &&
    still.length === countFailing(later) &&
    still.every(({ member }) => !failing.has(identifyMember(member)))
  );
}

/** Whether nothing is wrong, or nothing is left that could be. */
export function isGreen({ status }: Pick<Assessment, 'status'>): boolean {
  return status === 'satisfied' || status === 'not-applicable';
}

/** Also those that are counted but not listed. */
function countFailing({ counts }: Assessment): number {
  return counts.notSatisfied + counts.notAssessed;
}
