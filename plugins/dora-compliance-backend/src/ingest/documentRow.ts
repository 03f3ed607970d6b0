import type {
  Digest,
  DocumentView,
  SourceDocument,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readInstant, type StoredInstant } from '../database/columns';
import type { QueuedDocument, ReceivedDocument } from './DocumentStore';

/** What describes a document, without its bytes. */
export const documentColumns = [
  'digest',
  'source_id',
  'media_type',
  'size',
  'verification',
  'received_at',
] as const;

export type DescriptionRow = {
  digest: Digest;
  source_id: string;
  media_type: string;
  size: number;
  verification: Verification;
  received_at: StoredInstant;
};

export type DocumentRow = DescriptionRow & { headers: string; body: Buffer };

export type DocumentViewRow = DescriptionRow & {
  state: 'normalised' | 'rejected' | null;
  rejection: string | null;
};

export function rowFromDocument(received: ReceivedDocument): DocumentRow {
  const { document, headers, body } = received;
  return {
    digest: document.digest,
    source_id: document.sourceId,
    media_type: document.mediaType,
    size: document.size,
    verification: document.verification,
    received_at: document.receivedAt,
    headers: JSON.stringify(headers),
    body: Buffer.from(body),
  };
}

export function descriptionFromRow(row: DescriptionRow): SourceDocument {
  return {
    digest: row.digest,
    sourceId: row.source_id,
    mediaType: row.media_type,
    size: row.size,
    receivedAt: readInstant(row.received_at),
    verification: row.verification,
  };
}

export function documentFromRow(row: DocumentRow): QueuedDocument {
  return {
    document: descriptionFromRow(row),
    headers: JSON.parse(row.headers),
    body: row.body,
  };
}

export function documentViewFromRow(row: DocumentViewRow): DocumentView {
  return {
    document: descriptionFromRow(row),
    state: row.state ?? 'waiting',
    ...(row.rejection && { rejection: row.rejection }),
  };
}
