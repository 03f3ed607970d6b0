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
 * Port. Stores source documents, and hands them to the step that normalises
 * them, each once in effect.
 */
export interface DocumentStore {
  /**
   * Keeps the bytes and queues them, in one transaction. What is already
   * there, by delivery id or by bytes, changes nothing.
   */
  receive(documents: readonly ReceivedDocument[]): Promise<void>;

  /**
   * Claims up to `limit` due documents for `CLAIM_SECONDS`: nobody else
   * gets them, and no lock is held meanwhile. A claim of a process that ended
   * expires.
   */
  claim(options: { limit: number; now: Instant }): Promise<Claim>;

  /**
   * Keeps what was read from claimed documents: the evidence, the outcomes and
   * the marks for assessment, in the transaction that removes the documents
   * from the queue. Documents whose claim ended meanwhile are left out: they
   * came again, or somebody else claimed them. The rest of the claim is given
   * back. Returns how many documents were processed.
   */
  complete(
    claim: Claim,
    read: readonly ReadDocument[],
    now: Instant,
  ): Promise<number>;

  /** Gives back all documents of a claim. */
  release(claim: Pick<Claim, 'ticket'>): Promise<void>;

  /**
   * Queues a document again. Answers whether there is such a document that
   * says something about what may be read.
   */
  replay(digest: Digest, now: Instant, visible?: Visibility): Promise<boolean>;

  /**
   * Documents in one state, latest first. Where not all may be read, those
   * that say something about an asset that may.
   */
  list(options: {
    state: DocumentState;
    /** Of one source alone. */
    sourceId?: string;
    limit: number;
    cursor?: string;
    visible?: Visibility;
  }): Promise<Page<DocumentView>>;

  /** One document and what became of it. */
  find(digest: Digest): Promise<DocumentView | undefined>;

  /** How many documents are due, and for how many seconds the oldest is. */
  queue(now: Instant): Promise<QueueFigure>;

  /** Documents that wait or were rejected. */
  count(): Promise<{ waiting: number; rejected: number }>;
}

/** What a document was found to say. */
export type NormalisedDocument = {
  /** Of the document, in the store. */
  number: number;
  document: SourceDocument;
  statements: readonly Statement[];
  /** Since when the document waited; what it affects is due since then. */
  since: Instant;
};

/** Is told of each document that leaves the queue. */
export interface WorkObserver {
  /** @param wait - seconds since it was due */
  worked(sourceId: string, state: string, wait: number): void;
}
