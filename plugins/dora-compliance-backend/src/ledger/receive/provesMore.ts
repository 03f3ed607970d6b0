import { isAtLeast } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Proven } from './receiveDelivery';

/**
 * Whether a delivery proves more than another of the same bytes: a higher
 * level, or the same one by what we read ourselves, which is never late.
 */
export function provesMore(one: Proven, than: Proven): boolean {
  return (
    !isAtLeast(than.verification, one.verification) ||
    (one.verification === than.verification &&
      one.proof === 'read' &&
      than.proof !== 'read')
  );
}
