import type { z } from 'zod';
import type { PartContext } from '../GithubPart';
import type { Inquiry } from '../Inquiry';
import type { Span } from '../Span';

/** What a step of a stage read: a document for each inquiry. */
export type StageStep<Place> = {
  inquiries: Inquiry[];
  /** Where the stage goes on; absent at its end. */
  next?: Place;
  /** How many things were read. */
  read: number;
};

/**
 * One kind of thing that happened, read in steps from one place to the next:
 * by a round all at once, by a backfill from wherever it was stopped. A place
 * is what the cursor keeps: JSON.
 */
export type HistoryStage<Place = unknown> = {
  /** The part its documents are of. */
  readonly part: string;
  readonly place: z.ZodType<Place>;
  start(asking: PartContext, span: Span): Place;
  step(
    asking: PartContext,
    place: Place,
    span: Span,
  ): Promise<StageStep<Place>>;
};

/** A page is kept where it reports on something wanted, or is not whole. */
export function telling(inquiry: Inquiry, wanted: readonly unknown[]) {
  return wanted.length > 0 || inquiry.problem ? [inquiry] : [];
}
