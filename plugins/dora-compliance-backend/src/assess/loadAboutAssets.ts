import {
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { ControlCatalogue } from './ControlCatalogue';
import {
  eachTypes,
  historyTypes,
  latestTypes,
  measureHistory,
  organizationTypes,
} from './catalogueNeeds';
import type { EvidenceLoader } from './EvidenceLoader';

/** An asset, and a control that is assessed for it. */
type AssetPair = { asset: IctAsset; compiled: CompiledControl };

/** What controls read about assets: the latest, about each thing, and the past. */
export async function loadAboutAssets({
  pairs,
  controls,
  stores,
  asOf,
}: {
  pairs: readonly AssetPair[];
  controls: ControlCatalogue;
  stores: { evidence: EvidenceLoader };
  asOf: Instant;
}): Promise<Evidence[]> {
  const load = async (
    list: (compiled: CompiledControl) => readonly EvidenceType[],
    by: (
      assets: readonly IctAsset[],
      types: readonly EvidenceType[],
    ) => Promise<Evidence[]>,
  ) => {
    const types = new Set(pairs.flatMap(({ compiled }) => list(compiled)));
    const reading = selectAssets(pairs, one => list(one).length > 0);
    return types.size > 0 ? by(reading, [...types]) : [];
  };
  const reach = measureHistory(controls);
  return [
    ...(await load(latestTypes, (assets, types) =>
      stores.evidence.loadLatest(assets, types, asOf),
    )),
    ...(await load(eachTypes, (assets, types) =>
      stores.evidence.loadLatestOfEach(assets, types, asOf),
    )),
    ...(await load(organizationTypes, (assets, types) =>
      stores.evidence.loadOfOrganizations(assets, types, asOf),
    )),
    ...(await load(historyTypes, (assets, types) =>
      stores.evidence.loadHistory(
        assets,
        new Map(types.map(type => [type, startAt(asOf, reach.get(type))])),
      ),
    )),
  ];
}

/** Some milliseconds before an instant; never before 1970. */
function startAt(asOf: Instant, reach = Infinity): Instant {
  return toInstant(new Date(Math.max(0, Date.parse(asOf) - reach)));
}

/** The assets of pairs, each once; of those whose control is wanted. */
export function selectAssets(
  pairs: readonly AssetPair[],
  isWanted: (compiled: CompiledControl) => boolean = () => true,
): IctAsset[] {
  const assets = pairs
    .filter(({ compiled }) => isWanted(compiled))
    .map(({ asset }) => asset);
  return [...new Map(assets.map(asset => [asset.entityRef, asset])).values()];
}
