import type { SourceDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A document that is being received. */
export type ReceivedDocument = {
  document: SourceDocument;
  /** The id of the delivery that the sender chose. */
  deliveryId?: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
};

/** A document from the queue. */
export type QueuedDocument = Omit<ReceivedDocument, 'deliveryId'>;
