import { hash } from 'node:crypto';
import {
  type DeliveryProof,
  type Digest,
  type DocumentOrigin,
  type ErrorCode,
  type Instant,
  isProven,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Delivery,
  type EvidenceSource,
  JsonBody,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { boundedDeliveryId } from './boundedDeliveryId';
import type { DocumentStore } from '../DocumentStore';
import type { ReceivedDocument } from '../ReceivedDocument';
import { scopeKey, withScope } from './deliveryScope';
import { jsonFault } from '../json/jsonFault';
import { RedactionTooCostly } from '../redact/RedactionWork';
import { redact, type RedactionScope } from '../redact/redact';

/** Either the delivery is kept, or why it was turned away. */
export type Receipt =
  | { outcome: 'kept' }
  | { outcome: 'refused'; code: ErrorCode };

/** What receiving takes beside the delivery. */
export type Reception = {
  store: DocumentStore;
  redaction: RedactionScope;
  now: Instant;
  /** Its media type; read from its headers where absent. */
  mediaType?: string | undefined;
  /** How it came to us; pushed where absent. */
  origin?: DocumentOrigin;
};

/**
 * Step 1 of the corridor: believes the sender or not, then keeps the bytes.
 * Throws only when the store can't be reached.
 */
export async function receiveDelivery(
  source: EvidenceSource,
  delivery: Delivery,
  reception: Reception,
): Promise<Receipt> {
  const authentication = source.authenticate(delivery, reception.now);
  if (authentication.outcome === 'refused') {
    return authentication;
  }
  const { outcome: _, ...proven } = authentication;
  const prepared = source.prepare?.(delivery);
  const code = jsonFault((prepared ?? delivery).body);
  if (code) {
    return { outcome: 'refused', code };
  }
  try {
    await keepDelivery(source, prepared ?? delivery, proven, {
      ...reception,
      // Preparing may change it.
      mediaType: prepared ? undefined : reception.mediaType,
    });
  } catch (error) {
    if (error instanceof RedactionTooCostly) {
      return { outcome: 'refused', code: 'body-too-costly' };
    }
    throw error;
  }
  return { outcome: 'kept' };
}

/** What is proven of a sender, and how. */
export type Proven = { verification: Verification; proof: DeliveryProof };

/** What a proven sender may speak for; everything where absent. */
type Scoped = Proven & { scope?: readonly string[] };

/**
 * Keeps a delivery whose sender somebody has already judged.
 *
 * @throws RedactionTooCostly when the body can't be redacted; nothing is kept
 */
export async function keepDelivery(
  source: EvidenceSource,
  delivery: Delivery,
  sender: Scoped,
  reception: Reception,
): Promise<void> {
  const { store, redaction, now, origin = 'pushed' } = reception;
  const { scope, ...proven } = sender;
  await store.receive([
    await receivedDocument({
      sourceId: source.id,
      body: delivery.body,
      mediaType:
        reception.mediaType ?? parseMediaType(delivery.headers['content-type']),
      headers: withScope(keptHeaders(source, delivery, proven), scope),
      deliveryId: readDeliveryId(source, delivery, sender),
      ...proven,
      origin,
      receivedAt: now,
      redaction,
    }),
  ]);
}

/**
 * The id of a delivery among those of equal senders: who proves nothing, or
 * may not speak for everything, may not take the ids of others.
 */
function readDeliveryId(
  source: EvidenceSource,
  delivery: Delivery,
  { verification, scope }: Scoped,
): string | undefined {
  const told = source.deliveryId(delivery);
  if (!told) {
    return undefined;
  }
  const id = boundedDeliveryId(told);
  if (verification === 'unverified') {
    return `unverified ${id}`;
  }
  return scope ? `${scopeKey(scope)} ${id}` : id;
}

/**
 * A document as it is kept: without what must not be kept, named by the
 * digest of the rest. The body must be JSON.
 */
export async function receivedDocument(options: {
  sourceId: string;
  body: Uint8Array;
  mediaType?: string;
  headers: Readonly<Record<string, string | undefined>>;
  deliveryId?: string | undefined;
  verification: Verification;
  proof: DeliveryProof;
  origin: DocumentOrigin;
  receivedAt: Instant;
  redaction: RedactionScope;
}): Promise<ReceivedDocument> {
  const { text, redactions } = await redact(
    JsonBody.of(options.body).text,
    options.redaction,
  );
  const body =
    redactions.length > 0 ? new TextEncoder().encode(text) : options.body;
  const hex = hash('sha256', body, 'hex');
  return {
    document: {
      digest: `sha256:${hex}` as Digest,
      sourceId: options.sourceId,
      mediaType: options.mediaType ?? 'application/json',
      size: body.byteLength,
      receivedAt: options.receivedAt,
      verification: options.verification,
      proof: options.proof,
      origin: options.origin,
      redactions,
    },
    ...(options.deliveryId && { deliveryId: options.deliveryId }),
    headers: options.headers,
    body,
  };
}

/** More has no registered media type (RFC 6838, 4.2), and no column holds it. */
const LONGEST_TYPE = 255;

/** A content type without its parameters; JSON when none is told. */
export function parseMediaType(contentType = ''): string {
  const [type = ''] = contentType.split(';');
  const name = type.trim().toLowerCase() || 'application/json';
  return /^[!-~]+$/.test(name) && name.length <= LONGEST_TYPE
    ? name
    : 'application/octet-stream';
}

/** The headers a source asked to keep, as far as its proof lets it. */
export function keptHeaders(
  { keepHeaders, keepProvenHeaders = [] }: EvidenceSource,
  { headers }: Delivery,
  { proof }: Proven,
) {
  const all = isProven('headers', proof)
    ? [...keepHeaders, ...keepProvenHeaders]
    : keepHeaders;
  const isKept = (name: string) =>
    all.some(kept =>
      kept.endsWith('*') ? name.startsWith(kept.slice(0, -1)) : name === kept,
    );
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => isKept(name)),
  );
}
