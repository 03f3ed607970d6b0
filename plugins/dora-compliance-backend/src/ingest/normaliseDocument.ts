import { parseStatement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  EvidenceSource,
  Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { QueuedDocument } from './DocumentStore';
import { ambiguityOf } from './json/ambiguity';
import { textOf } from './json/jsonFault';
import { withoutFuture } from './withoutFuture';

/**
 * Step 2 of the corridor: what a document says, in the vocabulary. What its
 * source gets wrong is a rejection with the reason, never an error.
 */
export function normaliseDocument(
  sources: ReadonlyMap<string, EvidenceSource>,
  queued: QueuedDocument,
): Normalised {
  const { sourceId, receivedAt } = queued.document;
  const source = sources.get(sourceId);
  if (!source) {
    const reason = `The evidence source "${sourceId}" is not installed, or it is off`;
    return { outcome: 'rejected', reason };
  }
  try {
    const ambiguity = ambiguityOf(textOf(queued.body));
    if (ambiguity) {
      return { outcome: 'rejected', reason: ambiguity };
    }
    const normalised = source.normalise({ ...queued, receivedAt });
    if (normalised.outcome === 'rejected') {
      return normalised;
    }
    normalised.statements.forEach(parseStatement);
    return withoutFuture(normalised, receivedAt);
  } catch (error) {
    const reason = `The evidence source "${sourceId}" failed: ${error}`;
    return { outcome: 'rejected', reason };
  }
}
