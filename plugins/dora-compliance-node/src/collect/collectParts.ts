import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ApiReading } from './ApiAnswer';
import type { CollectedDocument } from './CollectedDocument';
import type { CollectionTarget } from './CollectionTarget';
import type {
  CollectorReading,
  CollectorContext,
  ExpectedDelivery,
} from './EvidenceCollector';
import { NOT_WHOLE, toDocument } from './toDocument';

/**
 * What was read of one part, or of one thing within it.
 *
 * @public
 */
export type PartReading = ApiReading & {
  readonly expects?: readonly ExpectedDelivery[];
  readonly clockSkew?: number;
};

/**
 * A part of a target and how it is read: one reading for a setting, several
 * for what is kept one by one. A fault that is thrown becomes a problem.
 *
 * @public
 */
export type CollectorPart = {
  readonly name: string;
  read(): AsyncIterable<PartReading> | Promise<PartReading>;
};

/**
 * Parts that need rights which many installations do not give. Their evidence says itself
 * that it is incomplete. A round is whole without them, because controls over other
 * evidence rely on whole rounds (ADR 0063).
 */
const NEED_MORE_RIGHTS = new Set(['code-owners', 'credentials', 'secrets']);

/**
 * One round over the parts of a target: a document for each reading, then the
 * heartbeat that says which parts are whole.
 *
 * @public
 */
export async function* collectParts(options: {
  target: CollectionTarget;
  parts: readonly CollectorPart[];
  /** Only its parts are read, if it names some. */
  context: Pick<CollectorContext, 'now' | 'parts' | 'signal'>;
}): AsyncIterable<CollectorReading> {
  const { target, context } = options;
  const { now, signal, parts: wanted } = context;
  const parts = options.parts.filter(
    ({ name }) => wanted?.includes(name) ?? true,
  );
  const startedAt = now();
  const results: NonNullable<CollectedDocument['parts']> = [];
  for (const part of parts) {
    const problems: string[] = [];
    try {
      signal.throwIfAborted();
      for await (const reading of streamReadings(part)) {
        if (!reading.complete) {
          problems.push(reading.problem ?? NOT_WHOLE);
        }
        yield collectedFrom(reading, part.name, target, now());
      }
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
    results.push({
      part: part.name,
      complete: problems.length === 0,
      ...(problems.length > 0 && { problem: summary(problems) }),
    });
  }
  const broken = results.filter(
    ({ part, complete }) => !complete && !NEED_MORE_RIGHTS.has(part),
  );
  yield {
    document: {
      part: 'heartbeat',
      target: target.uri,
      targetKind: target.kind,
      startedAt,
      collectedAt: now(),
      complete: broken.length === 0,
      ...(broken.length > 0 && {
        problem: broken
          .map(({ part, problem }) => `${part}: ${problem}`)
          .join('; '),
      }),
      answers: [],
      parts: results,
    },
  };
}

async function* streamReadings(
  part: CollectorPart,
): AsyncIterable<PartReading> {
  const read = part.read();
  if (Symbol.asyncIterator in read) {
    yield* read;
  } else {
    yield await read;
  }
}

function collectedFrom(
  reading: PartReading,
  part: string,
  target: CollectionTarget,
  collectedAt: Instant,
): CollectorReading {
  const { expects, clockSkew, retryAfter } = reading;
  return {
    document: toDocument(target, part, reading, collectedAt),
    ...(expects && { expects }),
    ...(clockSkew !== undefined && { clockSkew }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** The first few problems, and how many more there are. */
function summary(problems: readonly string[]): string {
  const shown = problems.slice(0, 3).join('; ');
  const more = problems.length - 3;
  return more > 0 ? `${shown}; and ${more} more` : shown;
}
