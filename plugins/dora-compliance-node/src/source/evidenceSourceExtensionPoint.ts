import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { EvidenceSource } from './EvidenceSource';

/**
 * Where evidence sources are plugged in.
 *
 * @public
 */
export interface EvidenceSourceExtensionPoint {
  /** Throws when a source with the same id is already there. */
  addSource(source: EvidenceSource): void;
}

/** @public */
export const evidenceSourceExtensionPoint =
  createExtensionPoint<EvidenceSourceExtensionPoint>({
    id: 'dora-compliance.evidence-source',
  });
