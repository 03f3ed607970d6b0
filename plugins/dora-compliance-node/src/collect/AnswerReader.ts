import type {
  Predicate,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { z } from 'zod';
import {
  type PartialReading,
  describeProblem,
  type Reading,
} from '../source/normaliseJson';
import type { CollectedDocument } from './CollectedDocument';
import { NOT_WHOLE } from './toDocument';

/**
 * Items that could be read, and a sentence for each that could not.
 *
 * @public
 */
export type ItemReading<T> = { items: T[]; flaws: string[] };

/**
 * Reads the answers of a collected document by what was requested. A refused
 * request has no answer here. An answer of another shape is left out if the
 * document is incomplete, which then says so; otherwise it is thrown as a
 * ZodError.
 *
 * @public
 */
export class AnswerReader {
  readonly document: CollectedDocument;
  readonly #sourceId: string;
  readonly #toPath: (request: string) => string;

  /**
   * @param toPath - what paths are matched with: the request, e.g.
   *   `GET /repos/bank/ledger?page=2`, by default
   */
  constructor(
    document: CollectedDocument,
    options: { sourceId: string; toPath?: (request: string) => string },
  ) {
    this.document = document;
    this.#sourceId = options.sourceId;
    this.#toPath = options.toPath ?? (request => request);
  }

  /** The bodies of the answers to a path, in order, with what it matched. */
  matching(path: RegExp): { match: RegExpExecArray; body: unknown }[] {
    return this.document.answers.flatMap(({ request, status, body }) => {
      const match = path.exec(this.#toPath(request));
      // A conditional request that was answered from the cache has 304.
      return match && (status === 200 || status === 304)
        ? [{ match, body }]
        : [];
    });
  }

  /** Whether a path was requested, whatever the answer. */
  asked(path: RegExp): boolean {
    return this.document.answers.some(({ request }) =>
      path.test(this.#toPath(request)),
    );
  }

  /** The answers to a path in their shape, with what the path matched. */
  parsed<T>(
    path: RegExp,
    shape: z.ZodType<T>,
  ): { match: RegExpExecArray; body: T }[] {
    return this.matching(path).flatMap(({ match, body }) => {
      const read = shape.safeParse(body);
      if (!read.success && this.document.complete) {
        throw read.error;
      }
      return read.success ? [{ match, body: read.data }] : [];
    });
  }

  /** The answers to a path in their shape. */
  all<T>(path: RegExp, shape: z.ZodType<T>): T[] {
    return this.parsed(path, shape).map(({ body }) => body);
  }

  /** The first answer to a path. */
  one<T>(path: RegExp, shape: z.ZodType<T>): T | undefined {
    return this.all(path, shape)[0];
  }

  /** Whether an observation is complete, given what else could not be read. */
  completeness(flaws: readonly string[] = []): {
    complete: boolean;
    problem?: string;
  } {
    const problem = this.document.complete
      ? flaws.join('; ')
      : this.document.problem ?? NOT_WHOLE;
    return problem ? { complete: false, problem } : { complete: true };
  }

  /** A statement on how things were when the API was asked. */
  observed<T extends Statement['type']>(
    type: T,
    subjects: readonly Subject[],
    predicate: Predicate<T>,
  ): Statement {
    return {
      type,
      subjects,
      predicate,
      observedAt: this.document.collectedAt,
      sourceId: this.#sourceId,
    } as unknown as Statement;
  }
}

/**
 * Reads items one by one. What the reader throws is a flaw that names the item.
 *
 * @public
 */
export function readItems<T, R>(
  items: readonly T[],
  toName: (item: T, index: number) => string,
  read: (item: T, index: number) => readonly R[],
): ItemReading<R> {
  const flaws: string[] = [];
  const found = items.flatMap((item, index) => {
    try {
      return [...read(item, index)];
    } catch (error) {
      flaws.push(`${toName(item, index)}: ${describeProblem(error)}`);
      return [];
    }
  });
  return { items: found, flaws };
}

/**
 * Reads the statements of items one by one, as `readItems`. Flaws within an
 * item name the item too.
 *
 * @public
 */
export function readStatements<T>(
  items: readonly T[],
  toName: (item: T, index: number) => string,
  read: (item: T) => Reading,
): PartialReading {
  const inner: string[] = [];
  const { items: statements, flaws } = readItems(
    items,
    toName,
    (item, index) => {
      const reading = read(item);
      if (Array.isArray(reading)) {
        return reading;
      }
      const name = toName(item, index);
      inner.push(...reading.flaws.map(flaw => `${name}: ${flaw}`));
      return reading.statements;
    },
  );
  return { statements, flaws: [...inner, ...flaws] };
}
