import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DueTarget } from './CollectionStore';

/**
 * From when on a complete round covers its target, and so must read: since the
 * last complete one, as far as rounds read back.
 */
export function coverageFrom(
  { lastCompleteAt, addedAt }: Pick<DueTarget, 'lastCompleteAt' | 'addedAt'>,
  lookBackTo: Instant,
): Instant {
  const since = lastCompleteAt ?? addedAt;
  return since > lookBackTo ? since : lookBackTo;
}
