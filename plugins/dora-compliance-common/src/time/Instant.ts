import { DateTime } from 'luxon';
import { z } from 'zod';

/**
 * A moment in UTC as ISO 8601 text with millisecond precision and fixed width
 * (`2026-03-31T12:00:00.000Z`), so that alphabetical order is order in time.
 *
 * @public
 */
export const Instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    'must be a UTC instant such as 2026-03-31T12:00:00.000Z',
  )
  .refine(isMoment, { message: 'must be a moment of the calendar' })
  .brand('Instant');

/**
 * Whether there is such a day and time. The year 0 is none: PostgreSQL has no
 * such year.
 */
function isMoment(text: string): boolean {
  const at = Date.parse(text);
  return (
    text >= '0001' && !Number.isNaN(at) && new Date(at).toISOString() === text
  );
}

/** @public */
export type Instant = z.output<typeof Instant>;

/**
 * Reads an RFC 3339 timestamp with any offset, or seconds since 1970, into an
 * UTC instant. Answers undefined when the value is no moment in time.
 *
 * @public
 */
export function parseInstant(value: string | number): Instant | undefined {
  const utc = typeof value === 'string' ? readUtc(value) : undefined;
  if (utc) {
    return utc;
  }
  const moment =
    typeof value === 'number'
      ? DateTime.fromSeconds(value, { zone: 'utc' })
      : DateTime.fromISO(value, { zone: 'utc' });
  return moment.isValid && moment.year >= 1 && moment.year <= 9999
    ? formatInstant(moment)
    : undefined;
}

/** Seconds or milliseconds in UTC, as nearly all systems write them. */
const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** Reads the most common form, for which luxon takes ten times as long. */
function readUtc(value: string): Instant | undefined {
  const found = UTC.exec(value);
  if (!found) {
    return undefined;
  }
  const text = found[1] ? value : value.replace('Z', '.000Z');
  return isMoment(text) ? (text as Instant) : undefined;
}

/**
 * The instant of a date the caller holds. Throws a RangeError for one that is
 * no moment in time.
 *
 * @public
 */
export function toInstant(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** @internal */
export function formatInstant(moment: DateTime): Instant {
  return toInstant(moment.toJSDate());
}
