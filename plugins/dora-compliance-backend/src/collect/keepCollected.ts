import type {
  DocumentOrigin,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  COLLECTED_HEADER,
  collectedBody,
  type CollectedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from '../ingest/DocumentStore';
import { receivedDocument } from '../ingest/receiveDelivery';
import type { RedactionScope } from '../ingest/redact/redact';

/**
 * Keeps what a collector read as source documents. We asked the source
 * ourselves, so who said it is proven.
 */
export async function keepCollected(
  collected: readonly CollectedDocument[],
  options: {
    documents: DocumentStore;
    redaction: RedactionScope;
    sourceId: string;
    origin: DocumentOrigin;
    now: Instant;
  },
): Promise<void> {
  const { documents, redaction, sourceId, origin, now } = options;
  await documents.receive(
    collected.map(document =>
      receivedDocument({
        sourceId,
        body: collectedBody(document),
        headers: { [COLLECTED_HEADER]: '1' },
        verification: 'authenticated',
        proof: 'read',
        origin,
        receivedAt: now,
        redaction,
      }),
    ),
  );
}
