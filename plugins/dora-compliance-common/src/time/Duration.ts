import { DateTime, Duration as LuxonDuration } from 'luxon';
import { z } from 'zod';
import { schemaMessage } from '../rules/schemaMessage';
import { formatInstant, type Instant, toInstant } from './Instant';

/**
 * A length of time in ISO 8601 form (`P90D`, `PT15M`), always positive.
 *
 * @public
 */
export const Duration = z.string().refine(text => parse(text).toMillis() > 0, {
  message: schemaMessage('positive-duration', {}),
});

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
  const length = measureFixed(duration);
  // In UTC each day has 24 hours, so that Luxon would add the same milliseconds.
  return length === undefined
    ? formatInstant(
        DateTime.fromISO(instant, { zone: 'utc' }).plus(
          parse(duration).mapUnits(value => sign * value),
        ),
      )
    : toInstant(new Date(Date.parse(instant) + sign * length));
}

/** The milliseconds of a duration without months and years. */
function measureFixed(duration: Duration): number | undefined {
  const parsed = parse(duration);
  const { years, quarters, months } = parsed;
  return years || quarters || months ? undefined : parsed.toMillis();
}

const known = new Map<string, LuxonDuration>();

/** Controls use few different durations; this bounds the memory of others. */
const MOST_KNOWN = 1000;

function parse(text: string): LuxonDuration {
  const before = known.get(text);
  if (before) {
    return before;
  }
  const parsed = LuxonDuration.fromISO(text);
  if (known.size < MOST_KNOWN) {
    known.set(text, parsed);
  }
  return parsed;
}

/** Nobody plans to be without a system for longer. */
const LONGEST_OBJECTIVE = LuxonDuration.fromISO('P1Y').toMillis();

/**
 * A recovery time or point objective in ISO 8601 form (`PT2H`); `PT0S` means
 * no interruption, or no loss of data, at all.
 *
 * @public
 */
export const RecoveryObjective = z.string().refine(
  text => {
    const length = parse(text).toMillis();
    return length >= 0 && length <= LONGEST_OBJECTIVE;
  },
  { message: schemaMessage('recovery-objective', {}) },
);
