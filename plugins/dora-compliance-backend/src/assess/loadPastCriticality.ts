import {
  compareCriticality,
  type Criticality,
  type IctAsset,
  type Instant,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceLoader } from './EvidenceLoader';

/**
 * The effective criticality of assets by their record of a past instant: the gravest
 * known. Assets whose record of then is not known are left out.
 */
export async function loadPastCriticality(
  evidence: Pick<EvidenceLoader, 'loadLatest'>,
  assets: readonly IctAsset[],
  asOf: Instant,
): Promise<Map<string, Criticality>> {
  const type = 'asset-record-observed';
  const loaded = await evidence.loadLatest(assets, [type], asOf);
  const found = new Map<string, Criticality>();
  const seen = new Set<string>();
  for (const record of loaded) {
    if (record.observedAt > asOf || !isEvidenceOf(type, record)) {
      continue;
    }
    const { entityRef, declared, computed } = record.predicate;
    const [gravest] = [declared, computed]
      .filter(level => level !== undefined)
      .sort(compareCriticality);
    if (gravest && !seen.has(entityRef)) {
      found.set(entityRef, gravest);
    }
    seen.add(entityRef);
  }
  return found;
}
