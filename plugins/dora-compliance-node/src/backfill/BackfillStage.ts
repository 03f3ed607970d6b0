import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { z } from 'zod';
import type { ApiReading } from '../collect/ApiAnswer';

/**
 * The time a backfill reads.
 *
 * @public
 */
export type BackfillSpan = {
  readonly since: Instant;
  /** When the backfill began. It stays the same after a restart. */
  readonly until: Instant;
};

/**
 * What a stage read in one step.
 *
 * @public
 */
export type StageStep<Place = unknown> = {
  /** A document is kept for each. `part` is the name of the stage by default. */
  readonly readings: readonly (ApiReading & { readonly part?: string })[];
  /** How many things were read. */
  readonly read: number;
  /** Where the stage continues. Absent at its end. */
  readonly next?: Place | undefined;
  /**
   * What must be complete before the backfill continues. Default: all
   * readings. If one is incomplete, the step is retried.
   */
  readonly required?: readonly ApiReading[];
};

/**
 * One kind of history, read in steps.
 *
 * @public
 */
export type BackfillStage = {
  /** Cursors contain it: do not rename a stage. */
  readonly name: string;
  /** Reads from a place, or from the beginning without one. */
  read(place: unknown, span: BackfillSpan): Promise<StageStep>;
};

/**
 * Defines a stage. A place comes from a cursor, which an earlier version may
 * have written: if it has another shape, the stage starts from its beginning.
 *
 * @public
 */
export function backfillStage<Place>(stage: {
  readonly name: string;
  /** The shape of places, which are JSON. */
  readonly place: z.ZodType<Place>;
  read(place: Place | undefined, span: BackfillSpan): Promise<StageStep<Place>>;
}): BackfillStage {
  const { name, place: shape } = stage;
  return {
    name,
    read: (place, span) => stage.read(shape.safeParse(place).data, span),
  };
}
