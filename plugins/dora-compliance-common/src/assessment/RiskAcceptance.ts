import { z } from 'zod';
import { Instant } from '../time/Instant';

/**
 * A decision to live with a finding for a limited time (RTS 2024/1774 Art
 * 3(d)). It accepts what is known to fail, never what is unknown.
 *
 * @public
 */
export const RiskAcceptance = z.strictObject({
  controlId: z.string().min(1),
  /** Who accepted the risk, e.g. `user:default/anna`. */
  acceptedBy: z.string().min(1),
  /** Why. */
  rationale: z.string().min(1),
  from: Instant,
  /** From then on it no longer counts. At most the first year counts. */
  until: Instant,
  /** When it was recorded. It does not count for earlier instants. */
  recordedAt: Instant,
});

/** @public */
export type RiskAcceptance = z.output<typeof RiskAcceptance>;
