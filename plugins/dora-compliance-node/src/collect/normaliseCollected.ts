import type { Normalised } from '../source/EvidenceSource';
import {
  normaliseReading,
  describeProblem,
  type Reading,
} from '../source/normaliseJson';
import type { AnswerReader } from './AnswerReader';
import {
  type CollectedDocument,
  heartbeatStatement,
  readCollected,
} from './CollectedDocument';

/**
 * Normalises a document that a collector kept, by its part. The heartbeat is
 * the same for all sources.
 *
 * @public
 */
export function normaliseCollected<A extends AnswerReader, S>(
  body: Uint8Array,
  options: {
    readonly sourceId: string;
    /** How each part is read. */
    readonly parts: Readonly<Record<string, (answers: A, scope: S) => Reading>>;
    /** What the parts are read with. */
    readonly scope: S;
    readonly answers: (document: CollectedDocument) => A;
  },
): Normalised {
  const { sourceId, parts, answers, scope } = options;
  let document: CollectedDocument;
  try {
    document = readCollected(body);
  } catch (error) {
    const reason = `collected document: ${describeProblem(error)}`;
    return { outcome: 'rejected', reason };
  }
  const { part } = document;
  return normaliseReading(part, () => {
    if (part === 'heartbeat') {
      return [heartbeatStatement(document, sourceId)];
    }
    const read = Object.hasOwn(parts, part) ? parts[part] : undefined;
    if (!read) {
      throw new TypeError(`${sourceId} collects no part of this name`);
    }
    return read(answers(document), scope);
  });
}
