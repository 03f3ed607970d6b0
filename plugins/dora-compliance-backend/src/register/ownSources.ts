import {
  canonicalJson,
  computeDigest,
  type DocumentOrigin,
  type EvidenceType,
  type Instant,
  type ManualEvidenceType,
  parseStatement,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { ReceivedDocument } from '../ledger/ReceivedDocument';

/** The content of an observation of a catalog entity. */
type Observed = Extract<
  EvidenceType,
  'ownership-observed' | 'asset-record-observed'
>;

/**
 * The catalog as a source of evidence. The backend reads it; deliveries in its
 * name are rejected.
 */
export const catalogSource: EvidenceSource = ownSource('catalog');

/**
 * People and systems that record evidence in Backstage: reviews, manual evidence and its
 * confirmations.
 */
export const peopleSource: EvidenceSource = ownSource('people');

/**
 * A source whose documents the backend writes itself, with one statement each.
 */
function ownSource(id: string): EvidenceSource {
  return {
    id,
    keepHeaders: [],
    receives: false,
    authenticate: () => ({ outcome: 'refused', code: 'signature-missing' }),
    deliveryId: () => undefined,
    normalise: ({ body }) => {
      try {
        // The first documents had only one type and did not name it.
        const {
          type = 'ownership-observed',
          observedAt,
          ...predicate
        } = JSON.parse(new TextDecoder().decode(body));
        const subjects = [{ kind: 'entity', uri: predicate.entityRef }];
        const sourceId = id;
        const statement = { type, subjects, predicate, observedAt, sourceId };
        return {
          outcome: 'normalised',
          statements: [parseStatement(statement)],
        };
      } catch (error) {
        return { outcome: 'rejected', reason: `Not of ours: ${error}` };
      }
    },
  };
}

/** The document of an observation of a catalog entity. */
export function observationDocument<T extends Observed>(
  type: T,
  observed: Predicate<T>,
  observedAt: Instant,
): ReceivedDocument {
  const content = { ...observed, type, observedAt };
  return ownDocument(catalogSource.id, 'collected', content);
}

/** The document of a review. */
export function reviewDocument(
  review: Predicate<'review-completed'>,
): ReceivedDocument {
  const { reviewedAt } = review;
  const type = 'review-completed';
  const content = { ...review, type, observedAt: reviewedAt };
  return ownDocument(peopleSource.id, 'pushed', content);
}

/** The document of manual evidence, or of a decision about it. */
export function manualDocument<
  T extends ManualEvidenceType | 'evidence-confirmed',
>(type: T, predicate: Predicate<T>, observedAt: Instant): ReceivedDocument {
  const content = { ...predicate, type, observedAt };
  return ownDocument(peopleSource.id, 'pushed', content);
}

function ownDocument(
  sourceId: string,
  origin: DocumentOrigin,
  content: { observedAt: Instant } & Record<string, unknown>,
): ReceivedDocument {
  const body = new TextEncoder().encode(canonicalJson(content));
  return {
    document: {
      digest: computeDigest(body),
      sourceId,
      mediaType: 'application/json',
      size: body.byteLength,
      receivedAt: content.observedAt,
      verification: 'authenticated',
      proof: 'read',
      origin,
      redactions: [],
    },
    headers: {},
    body,
  };
}
