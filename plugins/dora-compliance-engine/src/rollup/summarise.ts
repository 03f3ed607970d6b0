import {
  type ComplianceSummary,
  ControlStatus,
  findWorst,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Sums up the controls of one asset: how much could be assessed, and how much
 * of that is satisfied.
 *
 * @public
 */
export function summarise(
  statuses: readonly ControlStatus[],
): ComplianceSummary {
  const counts = Object.fromEntries(
    ControlStatus.options.map(status => [
      status,
      statuses.filter(item => item === status).length,
    ]),
  ) as Record<ControlStatus, number>;
  const applicable = statuses.length - counts['not-applicable'];
  return {
    status: findWorst(statuses),
    statuses: counts,
    applicable,
    assessed: applicable - counts['not-assessed'],
    satisfied: counts.satisfied,
  };
}
