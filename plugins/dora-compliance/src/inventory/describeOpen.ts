import type { Score } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Translate } from '../translation/useTranslation';

const COUNTED = ['not-satisfied', 'not-assessed', 'risk-accepted'] as const;

/** How many controls ask for work; empty if none does. */
export function describeOpen({ statuses }: Score, t: Translate): string {
  const parts = COUNTED.filter(status => statuses[status] > 0).map(status =>
    t(`compliance.count.${status}`, { amount: statuses[status] }),
  );
  return parts.length > 0 ? t('joined', { parts }) : '';
}
