import {
  canonicalJson,
  digestOf,
  type Instant,
  type Predicate,
  parseStatement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { ReceivedDocument } from '../ingest/DocumentStore';

/**
 * The catalog as a source of evidence. It is read by us; nobody may push in
 * its name.
 */
export const catalogSource: EvidenceSource = {
  id: 'catalog',
  keepHeaders: [],
  authenticate: () => ({ outcome: 'refused', code: 'signature-missing' }),
  deliveryId: () => undefined,
  normalise: ({ body }) => {
    try {
      const { observedAt, ...predicate } = JSON.parse(
        new TextDecoder().decode(body),
      );
      const subjects = [{ kind: 'entity', uri: predicate.entityRef }];
      const type = 'ownership-observed';
      return {
        outcome: 'normalised',
        statements: [
          parseStatement({
            type,
            subjects,
            predicate,
            observedAt,
            sourceId: 'catalog',
          }),
        ],
      };
    } catch (error) {
      return { outcome: 'rejected', reason: `Not an ownership: ${error}` };
    }
  },
};

/** The document an observed ownership is kept as. */
export function ownershipDocument(
  ownership: Predicate<'ownership-observed'>,
  observedAt: Instant,
): ReceivedDocument {
  const text = canonicalJson({ ...ownership, observedAt });
  const body = new TextEncoder().encode(text);
  return {
    document: {
      digest: digestOf(body),
      sourceId: catalogSource.id,
      mediaType: 'application/json',
      size: body.byteLength,
      receivedAt: observedAt,
      verification: 'authenticated',
    },
    headers: {},
    body,
  };
}
