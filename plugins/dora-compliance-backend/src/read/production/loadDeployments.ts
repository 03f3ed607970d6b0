import type {
  Evidence,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceLoader, LineageTypes } from '../../assess/EvidenceLoader';
import { groupByKey } from '../../assess/groupByKey';
import { selectLineage } from '../../assess/selectLineage';

/** The deployments of an asset since an instant, and what led to them, by type. */
export async function loadDeployments(
  loader: Pick<EvidenceLoader, 'loadLineage'>,
  asset: IctAsset,
  { since, types }: { since: Instant; types: LineageTypes },
): Promise<Evidence[]> {
  const { evidence, starts } = await loader.loadLineage([asset], since, types);
  const start = starts.get(asset.entityRef);
  return selectLineage(asset, groupByKey(evidence), { start, types });
}
