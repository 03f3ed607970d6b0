import { z } from 'zod';
import { Instant } from '../time/Instant';

/**
 * A time in which we can't know that nothing happened: what a source sent may
 * not have reached us, and nobody has asked it since (RTS 2024/1774 Art
 * 12(2)(e)).
 *
 * @public
 */
export const EvidenceGap = z.object({
  sourceId: z.string().min(1),
  /** The first instant nothing is known of. */
  from: Instant,
  /** When it ended; absent while it lasts. */
  to: Instant.optional(),
  /**
   * `receiver-down` we could not be reached; `source-off` the source was not
   * configured, or its configuration was wrong; `collector-silent` nobody could
   * ask the source; `deliveries-missed` the source says things happened that
   * it did not tell us; `deliveries-refused` a sender that was proven sent
   * what could not be kept.
   */
  cause: z.enum([
    'receiver-down',
    'source-off',
    'collector-silent',
    'deliveries-missed',
    'deliveries-refused',
  ]),
  /** A sentence with what is known of it, e.g. the answer of the source. */
  detail: z.string().optional(),
});

/** @public */
export type EvidenceGap = z.output<typeof EvidenceGap>;
