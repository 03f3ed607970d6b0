import {
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The instant some milliseconds after another; before it when negative. */
export function shiftInstant(instant: Instant, milliseconds: number): Instant {
  return toInstant(new Date(Date.parse(instant) + milliseconds));
}
