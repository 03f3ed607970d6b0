import type { SourceDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A document on its way in. */
export type ReceivedDocument = {
  document: SourceDocument;
  /** The sender's own id of the delivery. */
  deliveryId?: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
};

/** A document taken from the queue. */
export type QueuedDocument = Omit<ReceivedDocument, 'deliveryId'>;
