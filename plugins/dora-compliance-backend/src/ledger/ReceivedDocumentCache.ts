import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { QueuedDocument } from './ReceivedDocument';

/** The bodies of all cached documents have at most this many bytes together. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The approximate size of a cached document besides its body. */
const OVERHEAD = 1024;

/** After this many seconds another replica has processed a document. */
const STALE = 60;

/**
 * A cache of documents that were committed a moment ago, so that the worker
 * does not read them from the database. The oldest documents are processed
 * first: when the cache is full, new documents are not added.
 */
export class ReceivedDocumentCache {
  readonly #documents = new Map<number, QueuedDocument>();
  #bytes = 0;

  /** Adds a committed document, if there is room. */
  put(number: number, received: QueuedDocument): void {
    const { receivedAt } = received.document;
    const size = estimateSize(received);
    for (const [oldest, { document }] of this.#documents) {
      if (this.#bytes + size <= MAX_BYTES || !isStale(document, receivedAt)) {
        break;
      }
      this.take(oldest);
    }
    if (this.#bytes + size <= MAX_BYTES && !this.#documents.has(number)) {
      this.#documents.set(number, received);
      this.#bytes += size;
    }
  }

  /** Removes a document from the cache and returns it. */
  take(number: number): QueuedDocument | undefined {
    const found = this.#documents.get(number);
    if (found) {
      this.#documents.delete(number);
      this.#bytes -= estimateSize(found);
    }
    return found;
  }
}

function estimateSize({ document }: QueuedDocument): number {
  return document.size + OVERHEAD;
}

function isStale({ receivedAt }: { receivedAt: Instant }, now: Instant) {
  return Date.parse(now) - Date.parse(receivedAt) > STALE * 1000;
}
