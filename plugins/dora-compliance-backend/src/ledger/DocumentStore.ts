import type {
  Digest,
  DocumentState,
  DocumentView,
  Instant,
  Page,
  SourceDocument,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { QueueFigure } from '../kernel/database/readQueueFigures';
import type { Visibility } from '../permissions/Visibility';
import type { Claim, ReadDocument } from './ClaimedDocument';
import type { ReceivedDocument } from './ReceivedDocument';

/**
 * Port. Stores source documents and queues them for normalization, exactly once
 * in effect.
 */
export interface DocumentStore {
  /**
   * Stores the bytes and queues them, in one transaction. Bytes or delivery ids
   * that are already stored change nothing.
   */
  receive(documents: readonly ReceivedDocument[]): Promise<void>;

  /**
   * Claims up to `limit` due documents for `CLAIM_SECONDS`: no other worker
   * gets them, and no lock is held meanwhile. The claim of a process that ended
   * expires.
   */
  claim(options: { limit: number; now: Instant }): Promise<Claim>;

  /**
   * Stores what was read from claimed documents: the evidence, the outcomes and
   * the marks for assessment, in the transaction that removes the documents
   * from the queue. Documents whose claim ended meanwhile are left out: they
   * were received again, or another worker claimed them. The rest of the claim
   * is released. Returns how many documents were processed.
   */
  complete(
    claim: Claim,
    read: readonly ReadDocument[],
    now: Instant,
  ): Promise<number>;

  /** Releases all documents of a claim. */
  release(claim: Pick<Claim, 'ticket'>): Promise<void>;

  /**
   * Queues a document again. Returns whether there is such a document about
   * something that may be read.
   */
  replay(digest: Digest, now: Instant, visible?: Visibility): Promise<boolean>;

  /**
   * Documents in one state, latest first. If the caller may not read all
   * assets, only documents about an asset that may be read.
   */
  list(options: {
    state: DocumentState;
    /** Only of one source. */
    sourceId?: string;
    limit: number;
    cursor?: string;
    visible?: Visibility;
  }): Promise<Page<DocumentView>>;

  /** One document and its outcome. */
  find(digest: Digest): Promise<DocumentView | undefined>;

  /** How many documents are due, and the age of the oldest in seconds. */
  queue(now: Instant): Promise<QueueFigure>;

  /** Documents that wait or were rejected. */
  count(): Promise<{ waiting: number; rejected: number }>;
}

/** What was read from a document. */
export type NormalisedDocument = {
  /** The number of the document in the store. */
  number: number;
  document: SourceDocument;
  statements: readonly Statement[];
  /**
   * When the document was queued; the pairs that it affects are due since then.
   */
  since: Instant;
};

/** Called for each document that leaves the queue. */
export interface WorkObserver {
  /** @param wait - seconds since it was due */
  worked(sourceId: string, state: string, wait: number): void;
}
