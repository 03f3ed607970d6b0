import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

/**
 * Where a backfill continues. It names stages, so that stages can be added,
 * removed and reordered while a backfill runs.
 */
const BackfillCursor = z.object({
  until: Instant,
  /** Names of the stages that were read to their end. */
  finished: z.array(z.string()),
  /** The stage that is being read, and the place in it. */
  at: z.object({ stage: z.string(), place: z.unknown() }).optional(),
  /** Things read so far. */
  done: z.number().int().nonnegative(),
});

export type BackfillCursor = z.output<typeof BackfillCursor>;

/**
 * Reads a cursor. Undefined if it is of another form: then the backfill starts
 * from its beginning, and loses nothing.
 */
export function parseCursor(text: string): BackfillCursor | undefined {
  try {
    return BackfillCursor.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
