import type { EvidenceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evidenceTitle } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { DocumentedEvidence } from '../evidence/EvidenceStore';

/** A piece of evidence as it is shown. */
export function evidenceView(item: DocumentedEvidence): EvidenceView {
  const { evidence, document } = item;
  return {
    id: evidence.id,
    type: evidence.type,
    title: evidenceTitle(evidence),
    subjects: [...evidence.subjects],
    predicate: evidence.predicate,
    observedAt: evidence.observedAt,
    recordedAt: evidence.recordedAt,
    verification: evidence.verification,
    proof: evidence.proof,
    sourceId: evidence.sourceId,
    document,
  };
}
