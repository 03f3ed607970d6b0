import {
  digestOf,
  type ErrorCode,
  type Instant,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Delivery,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from './DocumentStore';

/** Either the delivery is kept, or why it was turned away. */
export type Receipt =
  | { outcome: 'kept' }
  | { outcome: 'refused'; code: ErrorCode };

/**
 * Step 1 of the corridor: believes the sender or not, then keeps the bytes.
 * Throws only when the store can't be reached.
 */
export async function receiveDelivery(options: {
  source: EvidenceSource;
  delivery: Delivery;
  store: DocumentStore;
  now: Instant;
}): Promise<Receipt> {
  const { source, delivery } = options;
  const authentication = source.authenticate(delivery);
  if (authentication.outcome === 'refused') {
    return authentication;
  }
  if (!isJson(delivery.body)) {
    return { outcome: 'refused', code: 'body-not-json' };
  }
  await keepDelivery({ ...options, verification: authentication.verification });
  return { outcome: 'kept' };
}

/** Keeps a delivery whose sender somebody has already judged. */
export async function keepDelivery(options: {
  source: EvidenceSource;
  delivery: Delivery;
  verification: Verification;
  store: DocumentStore;
  now: Instant;
}): Promise<void> {
  const { source, delivery, verification, store, now } = options;
  const headers = Object.fromEntries(
    source.keepHeaders.map(name => [name, delivery.headers[name]]),
  );
  await store.receive([
    {
      document: {
        digest: digestOf(delivery.body),
        sourceId: source.id,
        mediaType: 'application/json',
        size: delivery.body.byteLength,
        receivedAt: now,
        verification,
      },
      deliveryId: source.deliveryId(delivery),
      headers,
      body: delivery.body,
    },
  ]);
}

function isJson(body: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return true;
  } catch {
    return false;
  }
}
