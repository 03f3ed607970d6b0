import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { eventLoopYielder } from '../../kernel/worker/eventLoopYielder';
import {
  CLAIM_SECONDS,
  type ClaimedDocument,
  type ReadDocument,
} from '../ClaimedDocument';
import type { DocumentStore } from '../DocumentStore';
import { normaliseDeliveries } from './normaliseDeliveries';

/**
 * After half of the claim the rest is left to the next one, in milliseconds.
 */
const LONGEST = (CLAIM_SECONDS * 1000) / 2;

/** How a batch of documents is normalized. */
type NormaliseOptions = {
  sources: ReadonlyMap<string, EvidenceSource>;
  limit: number;
  now: Instant;
  /**
   * Evidence reported later than this after the event is late, in milliseconds.
   */
  lateAfter: number;
};

/**
 * Steps 2 and 3 of the corridor: claims due documents, normalizes them while
 * nothing is locked, and stores what they say. Returns how many documents were
 * processed.
 */
export async function normaliseQueued(
  store: DocumentStore,
  options: NormaliseOptions,
): Promise<number> {
  const { limit, now } = options;
  const claim = await store.claim({ limit, now });
  if (claim.documents.length === 0) {
    return 0;
  }
  try {
    const read = await readDocuments(claim.documents, options);
    return await store.complete(claim, read, now);
  } catch (error) {
    // Otherwise they wait until the claim expires, as they do if this fails.
    await store.release(claim).catch(() => undefined);
    throw error;
  }
}

async function readDocuments(
  documents: readonly ClaimedDocument[],
  { sources, lateAfter }: NormaliseOptions,
): Promise<ReadDocument[]> {
  const begin = performance.now();
  const yieldIfDue = eventLoopYielder();
  const read: ReadDocument[] = [];
  for (const one of documents) {
    await yieldIfDue();
    if (performance.now() - begin > LONGEST) {
      break;
    }
    read.push({ ...one, ...normaliseDeliveries(sources, one, lateAfter) });
  }
  return read;
}
