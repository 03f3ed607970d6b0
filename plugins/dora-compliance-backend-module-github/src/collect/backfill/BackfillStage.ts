import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { z } from 'zod';
import type { Asking } from '../GithubPart';
import type { Inquiry } from '../Inquiry';

/** The time a back-fill is about. */
export type Span = {
  readonly since: Instant;
  readonly until: Instant;
  readonly protectedBranches: readonly string[];
};

/** What a step of a stage read: a document for each inquiry. */
export type StageStep<Place> = {
  inquiries: Inquiry[];
  /** Where the stage goes on; absent at its end. */
  next?: Place;
  /** How many things were read. */
  read: number;
};

/**
 * One kind of thing that is back-filled, in steps from one place to the next.
 * A place is what the cursor keeps: JSON.
 */
export type BackfillStage<Place = unknown> = {
  /** The part its documents are of. */
  readonly part: string;
  readonly place: z.ZodType<Place>;
  start(asking: Asking, span: Span): Place;
  step(asking: Asking, place: Place, span: Span): Promise<StageStep<Place>>;
};
