import type { Digest } from '../evidence/Digest';
import type { Page } from './Page';
import type {
  ComplianceView,
  ControlDetailView,
  ControlView,
  EvidenceView,
} from './views';

/**
 * What users of the suite can ask. Faults are thrown as `ResponseError` with
 * a code of the registry in the body.
 *
 * @public
 */
export interface DoraComplianceApi {
  listControls(): Promise<{ items: ControlView[] }>;
  readCompliance(entityRef: string): Promise<ComplianceView>;
  readControl(entityRef: string, controlId: string): Promise<ControlDetailView>;
  listEvidence(
    entityRef: string,
    page: { cursor?: string; limit?: number },
  ): Promise<Page<EvidenceView>>;
  readEvidence(entityRef: string, evidenceId: Digest): Promise<EvidenceView>;
  /** The raw bytes, exactly as received. */
  readDocument(entityRef: string, digest: Digest): Promise<Uint8Array>;
}
