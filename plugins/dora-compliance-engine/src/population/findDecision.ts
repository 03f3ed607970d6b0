import {
  type Evidence,
  type ManualEvidenceType,
  identityLabel,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';

/**
 * What another person decided last about recorded evidence, and the evidence of it.
 * Nobody confirms what they recorded.
 */
export function findDecision(
  { id, predicate: { recordedBy } }: Evidence<ManualEvidenceType>,
  index: EvidenceIndex,
): {
  decision: 'approved' | 'rejected' | undefined;
  evidence: readonly Evidence<'evidence-confirmed'>[];
} {
  const last = index
    .ofType('evidence-confirmed')
    .filter(
      ({ predicate }) =>
        predicate.evidence === id &&
        identityLabel(predicate.confirmedBy) !== identityLabel(recordedBy),
    )
    .at(-1);
  return last
    ? { decision: last.predicate.decision, evidence: [last] }
    : { decision: undefined, evidence: [] };
}
