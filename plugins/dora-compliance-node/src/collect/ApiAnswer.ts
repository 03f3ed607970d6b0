import { z } from 'zod';

/**
 * One answer of an API as it was read. `body` is the JSON it consists of.
 *
 * @public
 */
export const ApiAnswer = z.object({
  /** Method and path with its query, e.g. `GET /repos/bank/ledger`. */
  request: z.string().min(1),
  status: z.number().int(),
  body: z.unknown(),
});

/** @public */
export type ApiAnswer = z.output<typeof ApiAnswer>;

/**
 * The answers to one question and whether they are all of it. A refusal, a
 * broken page and a missing page are `problem`s, never an empty list.
 *
 * @public
 */
export type ApiReading = {
  readonly answers: readonly ApiAnswer[];
  readonly complete: boolean;
  /** A sentence that names what was asked and what came instead. */
  readonly problem?: string;
  /** Milliseconds after which to ask again, where the source reported. */
  readonly retryAfter?: number;
};
