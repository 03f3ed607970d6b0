import {
  type Digest,
  type Identity,
  type Instant,
  type ManualEvidenceType,
  parseStatement,
  type Predicate,
  type RecordedView,
  type RecordRequest,
  statementDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DocumentStore } from '../ledger/DocumentStore';
import { manualDocument, peopleSource } from './ownSources';

/** Stores manual evidence with who recorded it, and when. */
export function recordEvidence(options: {
  documents: DocumentStore;
  entityRef: string;
  request: RecordRequest;
  recordedBy: Identity;
  now: Instant;
}): Promise<RecordedView> {
  const { request, entityRef, recordedBy } = options;
  const { type, content, ...statement } = request;
  return store(options, type, {
    ...content,
    ...statement,
    entityRef,
    recordedBy,
  });
}

/** Stores what a person decided about evidence that somebody else recorded. */
export function confirmEvidence(options: {
  documents: DocumentStore;
  predicate: Predicate<'evidence-confirmed'>;
  now: Instant;
}): Promise<RecordedView> {
  return store(options, 'evidence-confirmed', options.predicate);
}

async function store(
  { documents, now }: { documents: DocumentStore; now: Instant },
  type: ManualEvidenceType | 'evidence-confirmed',
  written: { entityRef: string } & Record<string, unknown>,
): Promise<RecordedView> {
  const statement = parseStatement({
    type,
    subjects: [{ kind: 'entity', uri: written.entityRef }],
    predicate: written,
    observedAt: now,
    sourceId: peopleSource.id,
  });
  const predicate = statement.predicate as Predicate<ManualEvidenceType>;
  await documents.receive([
    manualDocument(type as ManualEvidenceType, predicate, now),
  ]);
  const id: Digest = statementDigest(statement);
  return { id, recordedAt: now };
}
