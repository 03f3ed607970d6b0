import type {
  DocumentOrigin,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  COLLECTED_HEADER,
  collectedBody,
  type CollectedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from '../../ledger/DocumentStore';
import type { ReceivedDocument } from '../../ledger/ReceivedDocument';
import { receivedDocument } from '../../ledger/receive/receiveDelivery';
import type { RedactionScope } from '../../ledger/redact/redact';

/**
 * Stores what a collector read as source documents. The backend polled the
 * source itself, so their origin is proven.
 *
 * @throws RedactionTooCostly when one can't be redacted; none of them is stored
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
  const received: ReceivedDocument[] = [];
  for (const document of collected) {
    received.push(
      await receivedDocument({
        sourceId,
        body: collectedBody(document),
        headers: { [COLLECTED_HEADER]: '1' },
        verification: 'authenticated',
        proof: 'read',
        origin,
        receivedAt: now,
        redaction,
      }),
    );
  }
  await documents.receive(received);
}
