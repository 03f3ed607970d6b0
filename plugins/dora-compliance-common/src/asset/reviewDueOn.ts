import { DateTime } from 'luxon';
import type { Day } from '../time/Day';

/**
 * When the record of an asset is to be reviewed (DORA 8(1), 8(6)): a year
 * after the last review, or when a major change came after it, whichever is
 * earlier. Undefined when it was never reviewed.
 *
 * @param of - days; of several reviews the last one counts. Reviews and
 * changes that lie ahead of `asOf` have not happened yet
 * @public
 */
export function reviewDueOn(of: {
  reviews: readonly (Day | undefined)[];
  lastMajorChange?: Day;
  asOf: Day;
}): Day | undefined {
  const { reviews, lastMajorChange, asOf } = of;
  const lastReview = reviews
    .flatMap(day => day ?? [])
    .filter(day => day <= asOf)
    .sort()
    .at(-1);
  if (lastReview === undefined) {
    return undefined;
  }
  const yearAfter = DateTime.fromISO(lastReview, { zone: 'utc' })
    .plus({ years: 1 })
    .toFormat('yyyy-MM-dd');
  const isChanged =
    lastMajorChange !== undefined &&
    lastMajorChange > lastReview &&
    lastMajorChange <= asOf;
  return isChanged && lastMajorChange < yearAfter ? lastMajorChange : yearAfter;
}
