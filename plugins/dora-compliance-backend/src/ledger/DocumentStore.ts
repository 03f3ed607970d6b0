import type {
  Digest,
  DocumentState,
  DocumentView,
  Instant,
  Page,
  SourceDocument,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { QueueFigure } from '../kernel/database/queueFigures';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Visibility } from '../permissions/Visibility';

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

/**
 * Port. Keeps source documents and hands them, each once in effect, to the
 * step that normalises and keeps.
 */
export interface DocumentStore {
  /**
   * Keeps the bytes and queues them, in one transaction. What is already
   * there, by delivery id or by bytes, changes nothing.
   */
  receive(documents: readonly ReceivedDocument[]): Promise<void>;

  /**
   * Takes up to `limit` due documents, has each normalised, and keeps the
   * evidence, the outcome and the marks for assessment in the transaction
   * that takes it from the queue. Answers how many were worked on.
   */
  work(options: {
    limit: number;
    now: Instant;
    normalise: (document: QueuedDocument) => Normalised;
    /** What is told longer after it happened is late, in ms. Default: a day. */
    lateAfter?: number;
  }): Promise<number>;

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
