import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ApiReading } from './ApiAnswer';
import type { CollectedDocument } from './CollectedDocument';
import type { CollectionTarget } from './CollectionTarget';

/** What an incomplete reading says if its reader gave no reason. */
export const NOT_WHOLE = 'It was not read completely';

/** The document that is kept of a reading. */
export function toDocument(
  { uri, kind }: CollectionTarget,
  part: string,
  { answers, complete, problem }: ApiReading,
  collectedAt: Instant,
): CollectedDocument {
  return {
    part,
    target: uri,
    targetKind: kind,
    collectedAt,
    complete,
    ...(!complete && { problem: problem ?? NOT_WHOLE }),
    answers: [...answers],
  };
}
