import type { ComplianceSummary } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Translate } from '../translation/useTranslation';

const ORDER = [
  'satisfied',
  'not-satisfied',
  'not-assessed',
  'risk-accepted',
  'not-applicable',
] as const;

/**
 * How many controls have each status: `3 satisfied, 1 not satisfied, 2 not
 * assessed`. Statuses without controls are left out, except satisfied.
 */
export function describeCounts(
  statuses: ComplianceSummary['statuses'],
  t: Translate,
): string {
  const parts = ORDER.filter(
    status => status === 'satisfied' || statuses[status] > 0,
  ).map(status =>
    t(`compliance.count.${status}`, { amount: statuses[status] }),
  );
  return t('joined', { parts });
}
