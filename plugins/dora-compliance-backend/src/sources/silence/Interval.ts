import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The time from an instant up to another one, which is excluded; without an end
 * while it lasts.
 */
export type Interval = { from: Instant; to?: Instant };

/** Sorts after every instant. */
const NEVER = '~' as Instant;

const getEnd = ({ to }: Interval): Instant => to ?? NEVER;

function interval(from: Instant, end: Instant): Interval[] {
  if (from >= end) {
    return [];
  }
  return [end === NEVER ? { from } : { from, to: end }];
}

/** The same intervals in order, merged where they overlap or touch. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const inOrder = intervals
    .flatMap(each => interval(each.from, getEnd(each)))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const united: Interval[] = [];
  for (const next of inOrder) {
    const last = united.at(-1);
    if (last && next.from <= getEnd(last)) {
      const end = getEnd(last) > getEnd(next) ? getEnd(last) : getEnd(next);
      united.splice(-1, 1, ...interval(last.from, end));
    } else {
      united.push(next);
    }
  }
  return united;
}

/** What is left of an interval without others, in order. */
export function subtract(
  whole: Interval,
  others: readonly Interval[],
): Interval[] {
  const left: Interval[] = [];
  let from = whole.from;
  for (const other of unite(others)) {
    const end = other.from < getEnd(whole) ? other.from : getEnd(whole);
    left.push(...interval(from, end));
    from = getEnd(other) > from ? getEnd(other) : from;
  }
  return [...left, ...interval(from, getEnd(whole))];
}
