import type {
  DeliveryProof,
  Digest,
  Evidence,
  EvidenceType,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import type { KeptEvidence } from './toEvidence';

/** A piece of evidence from its row. */
export type EvidenceRow = {
  id: Digest;
  type: EvidenceType;
  subjects: string;
  predicate: string;
  observed_at: StoredInstant;
  recorded_at: StoredInstant;
  source_id: string;
  document_digest: Digest;
  verification: Verification;
  proof: DeliveryProof;
};

export function rowFromEvidence(
  evidence: KeptEvidence,
): EvidenceRow & { document_number: number } {
  return {
    id: evidence.id,
    type: evidence.type,
    subjects: JSON.stringify(evidence.subjects),
    predicate: JSON.stringify(evidence.predicate),
    observed_at: evidence.observedAt,
    recorded_at: evidence.recordedAt,
    source_id: evidence.sourceId,
    document_number: evidence.documentNumber,
    document_digest: evidence.documentDigest,
    verification: evidence.verification,
    proof: evidence.proof,
  };
}

export function evidenceFromRow(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    type: row.type,
    subjects: JSON.parse(row.subjects),
    predicate: JSON.parse(row.predicate),
    observedAt: readInstant(row.observed_at),
    recordedAt: readInstant(row.recorded_at),
    sourceId: row.source_id,
    documentDigest: row.document_digest,
    verification: row.verification,
    proof: row.proof,
  } as Evidence;
}
