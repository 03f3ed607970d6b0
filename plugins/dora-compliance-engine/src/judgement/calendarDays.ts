import {
  addDuration,
  type Day,
  type Duration,
  type Instant,
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The last instant there is: instants are of fixed width, years of four digits. */
export const END_OF_TIME = '9999-12-31T23:59:59.999Z' as Instant;

/** The calendar day of an instant, in UTC. */
export function toDay(instant: Instant): Day {
  return instant.slice(0, 'yyyy-mm-dd'.length);
}

/** The first instant of a day, in UTC. */
export function startOfDay(day: Day): Instant {
  return `${day}T00:00:00.000Z` as Instant;
}

/** The first instant after a day, in UTC: the whole day counts. */
export function endOfDay(day: Day): Instant {
  return later(startOfDay(day), 'P1D');
}

/** The day a year later; that of 29 February is the 28th. */
export function yearAfter(day: Day): Day {
  return toDay(later(startOfDay(day), 'P1Y'));
}

/** The first day whose day a year later is not before a given day. */
export function dayFromWhichYearReaches(day: Day): Day {
  const before = toDay(subtractDuration(startOfDay(day), 'P1Y'));
  return yearAfter(before) < day ? toDay(endOfDay(before)) : before;
}

/** Whether a day has begun. */
export function hasBegun(day: Day, asOf: Instant): boolean {
  return startOfDay(day) <= asOf;
}

/** Whether a day is over. */
export function isOver(day: Day, asOf: Instant): boolean {
  return endOfDay(day) <= asOf;
}

/**
 * The earliest of the instants given. What lies after the last instant is left
 * out: it never comes, and as a text it would be before all others.
 */
export function earliest(
  ...instants: readonly (Instant | undefined)[]
): Instant | undefined {
  return instants.reduce(
    (first, item) =>
      item !== undefined &&
      item.length === END_OF_TIME.length &&
      (first === undefined || item < first)
        ? item
        : first,
    undefined,
  );
}

/** A millisecond later: the first instant at which an inclusive end is over. */
export function justAfter(instant: Instant): Instant {
  return instant < END_OF_TIME
    ? toInstant(new Date(Date.parse(instant) + 1))
    : END_OF_TIME;
}

/** `9999-12-31` stands for no end; what lies after it would be out of order. */
function later(instant: Instant, duration: Duration): Instant {
  const result = addDuration(instant, duration);
  return result.length > END_OF_TIME.length ? END_OF_TIME : result;
}
