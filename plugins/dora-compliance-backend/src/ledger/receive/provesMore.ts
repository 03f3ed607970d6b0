import { isAtLeast } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Proven } from './receiveDelivery';

/**
 * Whether a delivery proves more than another one of the same bytes: it has a
 * higher level, or the same level and was collected by the backend, which is
 * never late.
 */
export function provesMore(one: Proven, than: Proven): boolean {
  return (
    !isAtLeast(than.verification, one.verification) ||
    (one.verification === than.verification &&
      one.proof === 'read' &&
      than.proof !== 'read')
  );
}
