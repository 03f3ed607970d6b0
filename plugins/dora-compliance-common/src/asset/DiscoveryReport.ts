import { z } from 'zod';
import { requestText } from '../api/RequestText';
import { Instant } from '../time/Instant';

/**
 * Topic of the events service on which the discovery of pipelines reports its
 * state.
 *
 * @public
 */
export const DISCOVERY_TOPIC = 'dora-compliance.discovery';

/**
 * Payload of an event on {@link DISCOVERY_TOPIC}: all pipelines of a CI system
 * were read, or why they were not.
 *
 * @public
 */
export const DiscoveryReport = z.object({
  /** E.g. `github:github.com/bank`. */
  source: requestText(500).min(1),
  state: z.enum(['complete', 'failed']),
  /** Pipelines found, when complete. */
  pipelines: z.int32().nonnegative().optional(),
  /** Why it failed, and the state now, as a sentence. */
  failure: z
    .string()
    .transform(text => text.replaceAll('\0', '').slice(0, 10_000))
    .optional(),
  at: Instant,
});

/** @public */
export type DiscoveryReport = z.output<typeof DiscoveryReport>;
