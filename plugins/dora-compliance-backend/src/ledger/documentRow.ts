import { hash } from 'node:crypto';
import type {
  DeliveryProof,
  Digest,
  DocumentOrigin,
  DocumentView,
  Redaction,
  SourceDocument,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  readInstant,
  type StoredInstant,
  type StoredNumber,
} from '../kernel/database/columns';
import { decodeBody, type EncodedBody } from './bodies/encodeBody';
import type { QueuedDocument, ReceivedDocument } from './ReceivedDocument';

/** What describes a document, without its bytes. */
export const documentColumns = [
  'digest',
  'source_id',
  'media_type',
  'size',
  'verification',
  'proof',
  'received_at',
  'origin',
  'redactions',
] as const;

export type DescriptionRow = {
  digest: Digest;
  source_id: string;
  media_type: string;
  size: number;
  verification: Verification;
  proof: DeliveryProof;
  received_at: StoredInstant;
  origin: DocumentOrigin;
  redactions: string | null;
};

export type DocumentRow = DescriptionRow & { headers: string } & EncodedBody;

/** A document from its row. */
export type NumberedRow = DocumentRow & { number: StoredNumber };

/** A document that is being received, and its body as it is stored. */
export type EncodedDocument = ReceivedDocument & { encoded: EncodedBody };

export type DocumentViewRow = DescriptionRow & {
  state: 'normalised' | 'partial' | 'rejected' | null;
  rejection: string | null;
  flaws: string | null;
};

export function rowFromDocument(received: EncodedDocument): DocumentRow {
  const { document, headers, encoded } = received;
  return {
    digest: document.digest,
    source_id: document.sourceId,
    media_type: document.mediaType,
    size: document.size,
    verification: document.verification,
    proof: document.proof,
    received_at: document.receivedAt,
    origin: document.origin,
    redactions:
      document.redactions.length > 0
        ? JSON.stringify(document.redactions)
        : null,
    headers: JSON.stringify(headers),
    ...encoded,
  };
}

/**
 * The row of a delivery with the id from its sender; undefined if it has no id
 * and differs in nothing from the first delivery of its bytes.
 *
 * @param other - headers that differ from the first ones, and the verification
 * level if it is higher
 */
export function deliveryRow(
  { document, deliveryId }: ReceivedDocument,
  documentNumber: number,
  other: { headers?: string; verification?: Verification } = {},
) {
  const { digest } = document;
  // A delivery without an id is recorded once for each way in which it differs.
  const { headers, verification } = other;
  const ways = [verification, headers && hash('sha256', headers, 'hex')];
  const way = ways.filter(Boolean).join(' ');
  const id = deliveryId ?? (way && `${way} ${digest}`);
  return id
    ? [
        {
          source_id: document.sourceId,
          delivery_id: id,
          document_number: documentNumber,
          received_at: document.receivedAt,
          headers: headers ?? null,
          verification: verification ?? null,
          proof: document.proof,
        },
      ]
    : [];
}

export function descriptionFromRow(row: DescriptionRow): SourceDocument {
  return {
    digest: row.digest,
    sourceId: row.source_id,
    mediaType: row.media_type,
    size: row.size,
    receivedAt: readInstant(row.received_at),
    verification: row.verification,
    proof: row.proof,
    origin: row.origin,
    redactions: readRedactions(row.redactions),
  };
}

function readRedactions(text: string | null): Redaction[] {
  return text === null ? [] : JSON.parse(text);
}

/**
 * A document of the queue. If its bytes can't be decoded it has an empty body,
 * which matches no digest.
 *
 * @param dictionaries - the bytes that bodies were compressed with
 */
export function documentFromRow(
  row: DocumentRow,
  dictionaries: ReadonlyMap<number, Uint8Array>,
): QueuedDocument {
  return {
    document: descriptionFromRow(row),
    headers: JSON.parse(row.headers),
    body: bodyFromRow(row, dictionaries) ?? new Uint8Array(),
  };
}

/** The bytes of a document; undefined if somebody changed the stored bytes. */
export function bodyFromRow(
  row: EncodedBody & { size: number },
  dictionaries: ReadonlyMap<number, Uint8Array>,
): Buffer | undefined {
  const bytes =
    row.dictionary === null ? undefined : dictionaries.get(row.dictionary);
  return decodeBody(row, row.size, bytes);
}

export function documentViewFromRow(row: DocumentViewRow): DocumentView {
  return {
    document: descriptionFromRow(row),
    state: row.state ?? 'waiting',
    ...(row.rejection && { rejection: row.rejection }),
    ...(row.flaws && { flaws: JSON.parse(row.flaws) }),
  };
}
