import {
  type Digest,
  type Evidence,
  type Instant,
  isAtLeast,
  statementDigest,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { NormalisedDocument } from '../DocumentStore';

/** A piece of evidence, and the number of its document in the store. */
export type KeptEvidence = Evidence & { documentNumber: number };

/**
 * Turns the statements of documents into evidence. Equal statements are one
 * piece of evidence, with the highest level of its documents.
 */
export function toEvidence(
  said: readonly NormalisedDocument[],
  now: Instant,
): KeptEvidence[] {
  const byId = new Map<Digest, KeptEvidence>();
  for (const { number, document, statements } of said) {
    for (const statement of statements) {
      const id = statementDigest(statement);
      const known = byId.get(id);
      if (!known || !isAtLeast(known.verification, document.verification)) {
        byId.set(id, {
          ...statement,
          id,
          recordedAt: now,
          documentNumber: number,
          documentDigest: document.digest,
          verification: document.verification,
          proof: document.proof,
        } as KeptEvidence);
      }
    }
  }
  return [...byId.values()];
}

/** The keys by which a piece of evidence is found. */
export function listKeys(evidence: Evidence): string[] {
  return [...new Set(evidence.subjects.map(subjectKey))];
}
