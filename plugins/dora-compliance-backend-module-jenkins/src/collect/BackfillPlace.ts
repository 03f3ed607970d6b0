import { z } from 'zod';

/** How far a back-fill of the builds of a pipeline is. */
const Place = z.object({
  /** The branch of a multibranch project that is being read. */
  branch: z.string().optional(),
  /** How many of its builds are read, newest first. */
  from: z.number().int().nonnegative(),
  /** The number of the last one that was read. */
  last: z.number().int().positive().optional(),
  /** Builds read so far, of all branches. */
  done: z.number().int().nonnegative(),
});

export type BackfillPlace = z.output<typeof Place>;

/** Throws when the text is no cursor of ours. */
export function placeFrom(cursor: string | undefined): BackfillPlace {
  return cursor === undefined
    ? { from: 0, done: 0 }
    : Place.parse(JSON.parse(cursor));
}

export function cursorOf(place: BackfillPlace): string {
  return JSON.stringify(place);
}
