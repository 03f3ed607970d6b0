import type { ReviewState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '../time/useTimeFormat';
import { useTranslation } from '../translation/useTranslation';

/**
 * Describes when a record is due for review, or since when it is overdue.
 *
 * @public
 */
export function useReviewDue(): (review: ReviewState) => string | undefined {
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  return ({ state, dueOn }) =>
    dueOn && state !== 'never'
      ? t(`reviewDue.${state}`, { day: formatDay(dueOn) })
      : undefined;
}
