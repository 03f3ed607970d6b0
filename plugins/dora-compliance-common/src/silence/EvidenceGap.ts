import { z } from 'zod';
import { Instant } from '../time/Instant';

/**
 * A period for which evidence may be missing: deliveries of a source may be
 * lost, and its API has not been read for this period (RTS 2024/1774 Art
 * 12(2)(e)).
 *
 * @public
 */
export const EvidenceGap = z.object({
  sourceId: z.string().min(1),
  /** When it began. */
  from: Instant,
  /** When it ended; absent while it lasts. */
  to: Instant.optional(),
  /**
   * `receiver-down`: no replica of the backend was running. `source-off`: the
   * source was not configured, or its configuration was wrong.
   * `collector-silent`: the collector could not read the source completely.
   * `deliveries-missed`: the API of the source reports events that it did not
   * deliver. `deliveries-refused`: an authenticated sender sent deliveries that
   * could not be stored.
   */
  cause: z.enum([
    'receiver-down',
    'source-off',
    'collector-silent',
    'deliveries-missed',
    'deliveries-refused',
  ]),
  /** More about it: a written reason, or text such as the answer of the source. */
  detail: z.string().optional(),
});

/** @public */
export type EvidenceGap = z.output<typeof EvidenceGap>;
