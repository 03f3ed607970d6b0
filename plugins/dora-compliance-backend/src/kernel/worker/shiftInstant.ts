import {
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Adds milliseconds to an instant; subtracts if negative. */
export function shiftInstant(instant: Instant, milliseconds: number): Instant {
  return toInstant(new Date(Date.parse(instant) + milliseconds));
}
