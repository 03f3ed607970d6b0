import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { EvidenceSource } from './EvidenceSource';
import type { SourceSetup } from './SourceSetup';

/**
 * Where evidence sources are plugged in.
 *
 * @public
 */
export interface EvidenceSourceExtensionPoint {
  /** Throws when a source with the same id is already there. */
  addSource(source: EvidenceSource): void;
  /**
   * Tells how a source is configured, and which key below `doraCompliance` is
   * its own. `setUpSource` does so.
   */
  reportSetup(setup: SourceSetup): void;
}

/** @public */
export const evidenceSourceExtensionPoint =
  createExtensionPoint<EvidenceSourceExtensionPoint>({
    id: 'dora-compliance.evidence-source',
  });
