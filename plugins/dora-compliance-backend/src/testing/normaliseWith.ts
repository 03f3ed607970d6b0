import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from '../ledger/DocumentStore';
import type { QueuedDocument } from '../ledger/ReceivedDocument';
import {
  listDeliveries,
  joinReadings,
  normaliseDeliveries,
} from '../ledger/normalise/normaliseDeliveries';
import { lateAfter as byDefault } from './samples';

/**
 * Processes due documents with a function in place of a source. Returns how
 * many were processed.
 */
export async function normaliseWith(
  store: DocumentStore,
  options: {
    limit: number;
    now: Instant;
    normalise: (document: QueuedDocument) => Normalised;
    lateAfter?: number;
  },
): Promise<number> {
  const { limit, now, normalise } = options;
  const lateAfter = options.lateAfter ?? byDefault;
  const claim = await store.claim({ limit, now });
  const read = claim.documents.map(one => ({
    ...one,
    ...(one.isAltered
      ? normaliseDeliveries(new Map(), one, lateAfter)
      : joinReadings(
          listDeliveries(one).map(document => ({
            document,
            said: normalise(document),
          })),
          lateAfter,
        )),
  }));
  return store.complete(claim, read, now);
}
