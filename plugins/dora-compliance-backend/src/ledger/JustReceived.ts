import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { QueuedDocument } from './DocumentStore';

/** All documents at hand take no more bytes than this. */
const MAX_BYTES = 16 * 1024 * 1024;

/** What a document takes beside its bytes, about. */
const BESIDE = 1024;

/** Seconds after which somebody else has surely worked on a document. */
const STALE = 60;

/**
 * Documents that were committed a moment ago, so that whoever works on them
 * next need not read them back. The oldest are worked on first: when there is
 * no room, the newest are left to be read.
 */
export class JustReceived {
  readonly #documents = new Map<number, QueuedDocument>();
  #bytes = 0;

  /** Keeps a committed document at hand, if there is room. */
  put(number: number, received: QueuedDocument): void {
    const { receivedAt } = received.document;
    const size = sizeOf(received);
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

  /** Hands a document out, once. */
  take(number: number): QueuedDocument | undefined {
    const found = this.#documents.get(number);
    if (found) {
      this.#documents.delete(number);
      this.#bytes -= sizeOf(found);
    }
    return found;
  }
}

function sizeOf({ document }: QueuedDocument): number {
  return document.size + BESIDE;
}

function isStale({ receivedAt }: { receivedAt: Instant }, now: Instant) {
  return Date.parse(now) - Date.parse(receivedAt) > STALE * 1000;
}
