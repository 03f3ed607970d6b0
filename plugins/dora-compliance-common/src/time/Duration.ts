import { DateTime, Duration as LuxonDuration } from 'luxon';
import { z } from 'zod';
import { schemaMessage } from '../rules/schemaMessage';
import { formatInstant, type Instant } from './Instant';

/**
 * A length of time in ISO 8601 form (`P90D`, `PT15M`), always positive.
 *
 * @public
 */
export const Duration = z
  .string()
  .refine(text => LuxonDuration.fromISO(text).toMillis() > 0, {
    message: schemaMessage('positive-duration', {}),
  });

/** @public */
export type Duration = z.output<typeof Duration>;

/**
 * The instant a duration after (or, with `before`, ahead of) another one.
 *
 * @public
 */
export function addDuration(instant: Instant, duration: Duration): Instant {
  return formatInstant(
    DateTime.fromISO(instant, { zone: 'utc' }).plus(
      LuxonDuration.fromISO(duration),
    ),
  );
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
  return formatInstant(
    DateTime.fromISO(instant, { zone: 'utc' }).minus(
      LuxonDuration.fromISO(duration),
    ),
  );
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
    const length = LuxonDuration.fromISO(text).toMillis();
    return length >= 0 && length <= LONGEST_OBJECTIVE;
  },
  { message: schemaMessage('recovery-objective', {}) },
);
