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

/** The delivery is stored, or rejected with the reason. */
export type Receipt =
  | { outcome: 'kept' }
  | { outcome: 'refused'; code: ErrorCode };

/** What receiving needs besides the delivery. */
type Reception = {
  store: DocumentStore;
  redaction: RedactionScope;
  now: Instant;
  /** Its media type; if absent, the one of its headers. */
  mediaType?: string | undefined;
  /** How it was received; pushed if absent. */
  origin?: DocumentOrigin;
};

/**
 * Step 1 of the corridor: authenticates the sender, then stores the bytes.
 * Throws only if the database can't be reached.
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
      // `prepare` may change the delivery.
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

/** What is proven about a sender, and how. */
export type Proven = { verification: Verification; proof: DeliveryProof };

/** The scope of a proven sender; everything if absent. */
type Scoped = Proven & { scope?: readonly string[] };

/**
 * Stores a delivery whose sender is already authenticated.
 *
 * @throws RedactionTooCostly when the body can't be redacted; nothing is stored
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
 * The id of a delivery among those of equal senders: a sender without a proof,
 * or with a scope, can't use up the ids of others.
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
 * A document as it is stored: redacted, with the digest of the redacted bytes.
 * The body must be JSON.
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

/** No registered media type is longer (RFC 6838, 4.2), nor is the column. */
const LONGEST_TYPE = 255;

/** A content type without its parameters; JSON if there is none. */
export function parseMediaType(contentType = ''): string {
  const [type = ''] = contentType.split(';');
  const name = type.trim().toLowerCase() || 'application/json';
  return /^[!-~]+$/.test(name) && name.length <= LONGEST_TYPE
    ? name
    : 'application/octet-stream';
}

/** The headers that a source wants to keep, as far as its proof covers them. */
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
