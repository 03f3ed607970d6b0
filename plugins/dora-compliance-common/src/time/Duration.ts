import { DateTime, Duration as LuxonDuration } from 'luxon';
import { z } from 'zod';
import { schemaMessage } from '../rules/schemaMessage';
import { formatInstant, type Instant, toInstant } from './Instant';

/**
 * A length of time in ISO 8601 form (`P90D`, `PT15M`), always positive.
 *
 * @public
 */
export const Duration = z
  .string()
  .refine(text => parse(text).parsed.toMillis() > 0, {
    message: schemaMessage('positive-duration', {}),
  })
  .meta({ format: 'duration' });

/** @public */
export type Duration = z.output<typeof Duration>;

/**
 * The instant a duration after another one.
 *
 * @public
 */
export function addDuration(instant: Instant, duration: Duration): Instant {
  return shift(instant, duration, 1);
}

/**
 * The instant a duration ahead of another one.
 *
 * @public
 */
export function subtractDuration(
  instant: Instant,
  duration: Duration,
): Instant {
  return shift(instant, duration, -1);
}

function shift(instant: Instant, duration: Duration, sign: 1 | -1): Instant {
  const { fixed: length, parsed } = parse(duration);
  // In UTC each day has 24 hours, so that Luxon would add the same milliseconds.
  return length === undefined
    ? formatInstant(
        DateTime.fromISO(instant, { zone: 'utc' }).plus(
          parsed.mapUnits(value => sign * value),
        ),
      )
    : toInstant(new Date(Date.parse(instant) + sign * length));
}

/** A duration, read once. */
type Parsed = {
  parsed: LuxonDuration;
  /** Its milliseconds; absent with months or years, which differ in length. */
  fixed: number | undefined;
};

const known = new Map<string, Parsed>();

/** Controls use few different durations; this bounds the memory of others. */
const MOST_KNOWN = 1000;

function parse(text: string): Parsed {
  const before = known.get(text);
  if (before) {
    return before;
  }
  const parsed = LuxonDuration.fromISO(text);
  const { years, quarters, months } = parsed;
  const fixed = years || quarters || months ? undefined : parsed.toMillis();
  const read = { parsed, fixed };
  if (known.size < MOST_KNOWN) {
    known.set(text, read);
  }
  return read;
}

/** Nobody plans to be without a system for longer. */
const LONGEST_OBJECTIVE = LuxonDuration.fromISO('P1Y').toMillis();

/**
 * A recovery time or point objective in ISO 8601 form (`PT2H`); `PT0S` means
 * no interruption, or no loss of data, at all.
 *
 * @public
 */
export const RecoveryObjective = z
  .string()
  .refine(
    text => {
      const length = parse(text).parsed.toMillis();
      return length >= 0 && length <= LONGEST_OBJECTIVE;
    },
    { message: schemaMessage('recovery-objective', {}) },
  )
  .meta({ format: 'duration' });
