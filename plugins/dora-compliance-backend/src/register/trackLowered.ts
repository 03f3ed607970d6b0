import {
  compareCriticality,
  type Criticality,
  type Day,
  type EffectiveCriticality,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * What was declared before, and since when less is declared, of an asset that now
 * declares a criticality. A declaration that is gone is lower than any.
 */
export function trackLowered(
  before: EffectiveCriticality | undefined,
  declared: Criticality | undefined,
  today: Day,
): EffectiveCriticality['lowered'] {
  const lowered = before?.lowered;
  if (before?.declared === declared) {
    return lowered;
  }
  const from = before?.declared ?? lowered?.from;
  if (from && compareCriticality(from, declared) < 0) {
    return { from, on: today };
  }
  return lowered && compareCriticality(lowered.from, declared) < 0
    ? lowered
    : undefined;
}
