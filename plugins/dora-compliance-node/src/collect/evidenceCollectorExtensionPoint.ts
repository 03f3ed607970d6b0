import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { EvidenceCollector } from './EvidenceCollector';

/**
 * Where collectors of evidence are plugged in.
 *
 * @public
 */
export interface EvidenceCollectorExtensionPoint {
  /** Throws when a collector for the same source is already there. */
  addCollector(collector: EvidenceCollector): void;
}

/** @public */
export const evidenceCollectorExtensionPoint =
  createExtensionPoint<EvidenceCollectorExtensionPoint>({
    id: 'dora-compliance.evidence-collector',
  });
