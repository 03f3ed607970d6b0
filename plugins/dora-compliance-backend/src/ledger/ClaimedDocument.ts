import type {
  DeliveryProof,
  Instant,
  Statement,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { QueuedDocument } from './ReceivedDocument';

/** How long a claim lasts. */
export const CLAIM_SECONDS = 60;

/** Documents that one worker has claimed for a while. */
export type Claim = {
  /** Identifies the claim. */
  ticket: string;
  documents: readonly ClaimedDocument[];
};

/** A document of a claim. */
export type ClaimedDocument = {
  /** The number of the document in the store. */
  number: number;
  queued: QueuedDocument;
  /** Later deliveries of the same bytes that differ from the first one. */
  later: readonly LaterDelivery[];
  /** Whether the bytes no longer match the digest. */
  isAltered: boolean;
  /** When the document was queued. */
  since: Instant;
  /** How often it was tried before. */
  attempts: number;
};

/** A claimed document and what was read from it. */
export type ReadDocument = ClaimedDocument & NormalisedDeliveries;

/** A later delivery of bytes that were received before. */
export type LaterDelivery = {
  /** The source that accepted it, if it is not the first one. */
  sourceId?: string;
  /** Its headers, if they differ from the first ones. */
  headers?: QueuedDocument['headers'];
  /** Its verification level, if it differs from the first one. */
  verification?: Verification;
  /** How it was verified, if that differs from the first one. */
  proof?: DeliveryProof;
  /** The delivery ID from the sender, without the prefix of a scope. */
  senderId?: string;
  receivedAt: Instant;
};

/** What all deliveries of the same bytes say. */
export type NormalisedDeliveries = {
  result: Normalised;
  /** The statements, by their verification level. */
  parts: readonly ProvenStatements[];
};

/** Statements with the same verification level. */
export type ProvenStatements = {
  verification: Verification;
  proof: DeliveryProof;
  statements: readonly Statement[];
};
