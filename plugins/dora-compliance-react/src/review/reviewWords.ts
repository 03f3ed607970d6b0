import type { ReviewState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatCalendarDay } from '../loading/formatTime';

/**
 * How each state of review is called. `due`: reviewed, and due again on a day
 * to come.
 *
 * @public
 */
export const reviewWords: Readonly<Record<ReviewState['state'], string>> = {
  never: 'Never reviewed',
  overdue: 'Overdue',
  due: 'Reviewed',
};

/**
 * By when the record is to be reviewed, or since when that is overdue.
 *
 * @public
 */
export function reviewDueWords(review: ReviewState): string | undefined {
  const { dueOn, state } = review;
  if (!dueOn) {
    return undefined;
  }
  return state === 'overdue'
    ? `since ${formatCalendarDay(dueOn)}`
    : `due ${formatCalendarDay(dueOn)}`;
}
