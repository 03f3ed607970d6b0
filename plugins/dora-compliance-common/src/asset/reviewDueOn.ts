import { DateTime } from 'luxon';
import type { Day } from '../time/Day';

/**
 * When the record of an asset is to be reviewed (DORA 8(1), 8(6)): a year
 * after the last review, or at once when a major change came after it.
 * Undefined when it was never reviewed.
 *
 * @param of - days; of several reviews the last one counts
 * @public
 */
export function reviewDueOn(of: {
  reviews: readonly (Day | undefined)[];
  lastMajorChange?: Day;
}): Day | undefined {
  const lastReview = of.reviews
    .flatMap(day => day ?? [])
    .sort()
    .at(-1);
  if (lastReview === undefined) {
    return undefined;
  }
  return of.lastMajorChange !== undefined && of.lastMajorChange > lastReview
    ? of.lastMajorChange
    : DateTime.fromISO(lastReview, { zone: 'utc' })
        .plus({ years: 1 })
        .toFormat('yyyy-MM-dd');
}
