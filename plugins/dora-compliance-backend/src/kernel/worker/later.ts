import {
  type Instant,
  instantOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The instant some milliseconds after another; before it when negative. */
export function later(instant: Instant, milliseconds: number): Instant {
  return instantOf(new Date(Date.parse(instant) + milliseconds));
}
