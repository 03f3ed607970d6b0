import {
  type Evidence,
  type Instant,
  type SourceDocument,
  type Statement,
  statementDigest,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The evidence the statements of a document become; equal ones are one. */
export function evidenceOf(
  document: SourceDocument,
  statements: readonly Statement[],
  now: Instant,
): Evidence[] {
  const byId = new Map<string, Evidence>();
  for (const statement of statements) {
    const id = statementDigest(statement);
    byId.set(id, {
      ...statement,
      id,
      recordedAt: now,
      documentDigest: document.digest,
      verification: document.verification,
    } as Evidence);
  }
  return [...byId.values()];
}

/** The keys under which a piece of evidence is found. */
export function keysOf(evidence: Evidence): string[] {
  return [...new Set(evidence.subjects.map(subjectKey))];
}
