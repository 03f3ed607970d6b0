import { z } from 'zod';
import { Instant } from '../time/Instant';
import { Completeness } from './Completeness';

/**
 * A round of a collector over a repository or pipeline: what it read, what it
 * could not read, and why (RTS 2024/1774 Art 12(2)(e)).
 *
 * @public
 */
export const CollectorHeartbeat = Completeness.extend({
  /** The address of the target. */
  target: z.string().min(1),
  /** What was read, part by part. */
  parts: z.array(Completeness.extend({ part: z.string().min(1) })),
  startedAt: Instant,
  finishedAt: Instant,
});
