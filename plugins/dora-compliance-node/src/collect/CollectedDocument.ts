import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  canonicalJson,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { JsonBody } from '../source/JsonBody';
import { ApiAnswer } from './ApiAnswer';
import type { CollectionTarget } from './CollectionTarget';

/**
 * The header that marks a kept document as collected by us. It can't come in
 * with a delivery.
 *
 * @public
 */
export const COLLECTED_HEADER = 'dora-collected';

/**
 * What a collector read of one part of a target: the answers as they came.
 * Kept as a source document, so that an auditor sees what the API said.
 *
 * @public
 */
export type CollectedDocument = {
  /** Which part it is, e.g. `branch-protection`; `heartbeat` for the sum. */
  part: string;
  /** The address of the target as the catalog names it. */
  target: string;
  targetKind: CollectionTarget['kind'];
  collectedAt: Instant;
  complete: boolean;
  /** What was not read, and why; there unless it is complete. */
  problem?: string | undefined;
  answers: ApiAnswer[];
  /** Only of the heartbeat: when the round began, and how each part went. */
  startedAt?: Instant | undefined;
  parts?:
    | { part: string; complete: boolean; problem?: string | undefined }[]
    | undefined;
};

const Problem = z.string().min(1).optional();

/** @public */
export const CollectedDocument: z.ZodType<CollectedDocument> = z.object({
  part: z.string().min(1),
  target: z.string().min(1),
  targetKind: z.enum(['repository', 'pipeline']),
  collectedAt: Instant,
  complete: z.boolean(),
  problem: Problem,
  answers: z.array(ApiAnswer),
  startedAt: Instant.optional(),
  parts: z
    .array(
      z.object({
        part: z.string().min(1),
        complete: z.boolean(),
        problem: Problem,
      }),
    )
    .optional(),
});

/**
 * The bytes a collected document is kept as: canonical, so that the same
 * reading is the same document.
 *
 * @public
 */
export function collectedBody(document: CollectedDocument): Uint8Array {
  return new TextEncoder().encode(canonicalJson(document));
}

/**
 * Reads the bytes of a collected document. Throws a ZodError or SyntaxError.
 *
 * @public
 */
export function readCollected(body: Uint8Array): CollectedDocument {
  return CollectedDocument.parse(JsonBody.of(body).payload);
}

/**
 * The heartbeat a round of collection ends with, as evidence on its target.
 *
 * @public
 */
export function heartbeatStatement(
  document: CollectedDocument,
  sourceId: string,
): Statement {
  const { target, targetKind, complete, problem, parts } = document;
  return {
    type: 'collector-heartbeat',
    subjects: [{ kind: targetKind, uri: target }],
    predicate: {
      target,
      complete,
      ...(problem && { problem }),
      parts: parts ?? [],
      startedAt: document.startedAt ?? document.collectedAt,
      finishedAt: document.collectedAt,
    },
    observedAt: document.collectedAt,
    sourceId,
  };
}
