import {
  type AccountClaim,
  type Evidence,
  type IctAsset,
  identitiesIn,
  type Instant,
  toInstant,
  keysOfIdentity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { PeopleStore } from '../people/PeopleStore';
import { keysOfAsset, organizationKeys } from '../register/assetKeys';
import type { SilenceStore } from '../sources/silence/SilenceStore';
import {
  listAboutAsset,
  lineageTypes,
  organizationTypes,
  measureLineage,
  readsLineage,
  readsSources,
} from './catalogueNeeds';
import { groupByKey } from './groupByKey';
import type { DecidablePair } from './ClaimedPair';
import type { ControlCatalogue } from './ControlCatalogue';
import { loadAboutAssets, selectAssets } from './loadAboutAssets';
import { loadAcceptedRisks } from './loadAcceptedRisks';
import type { EvidenceLoader, Lineage } from './EvidenceLoader';
import { selectLineage } from './selectLineage';

/** What an assessment is computed from. */
export type DecisionStores = {
  evidence: EvidenceLoader;
  people: Pick<PeopleStore, 'claimsOn'>;
  silence: Pick<SilenceStore, 'findGaps'>;
};

/** A pair whose control is installed. */
export type KnownPair = DecidablePair & { compiled: CompiledControl };

const NONE: Lineage = { evidence: [], starts: new Map() };

/** Loads what some pairs are assessed on. */
export async function loadEvidence({
  pairs,
  controls,
  stores,
  asOf,
}: {
  pairs: readonly KnownPair[];
  controls: ControlCatalogue;
  stores: DecisionStores;
  asOf: Instant;
}) {
  const linked = selectAssets(pairs, readsLineage);
  const since = startLineage(controls, asOf);
  const types = lineageTypes(controls);
  const about = await loadAboutAssets({ pairs, controls, stores, asOf });
  const lineage =
    linked.length > 0
      ? await stores.evidence.loadLineage(linked, since, types)
      : NONE;
  const aboutByKey = groupByKey(about);
  const lineageByKey = groupByKey(lineage.evidence);
  const assets = selectAssets(pairs);
  const risks = await loadAcceptedRisks(assets, stores.evidence, asOf);
  return {
    /** Only what some controls of an asset read, whatever else was loaded. */
    select(asset: IctAsset, some: readonly CompiledControl[]): Evidence[] {
      const wanted = new Set(some.flatMap(listAboutAsset));
      const shared = new Set(some.flatMap(organizationTypes));
      const start = lineage.starts.get(asset.entityRef);
      return [
        ...keysOfAsset(asset)
          .flatMap(key => aboutByKey.get(key) ?? [])
          .filter(({ type }) => wanted.has(type)),
        ...organizationKeys(asset)
          .flatMap(key => aboutByKey.get(key) ?? [])
          .filter(({ type }) => shared.has(type)),
        ...(some.some(readsLineage)
          ? selectLineage(asset, lineageByKey, { start, types })
          : []),
      ];
    },
    heard: await stores.evidence.findWithEvidence(
      selectAssets(pairs, readsSources),
      asOf,
    ),
    people: await claimsOn(
      [
        ...(pairs.some(({ compiled }) => compiled.needs.people)
          ? [...about, ...lineage.evidence]
          : []),
        // Somebody who answers for a machine does not confirm what it recorded.
        ...risks.evidence,
      ],
      stores.people,
    ),
    selectRisks: risks.select,
    gaps: await stores.silence.findGaps(assets),
  };
}

/** What was loaded for some pairs. */
export type LoadedEvidence = Awaited<ReturnType<typeof loadEvidence>>;

function startLineage(controls: ControlCatalogue, asOf: Instant): Instant {
  return toInstant(new Date(Date.parse(asOf) - measureLineage(controls)));
}

/** What the catalog says about everyone named in the evidence. */
async function claimsOn(
  evidence: readonly Evidence[],
  people: DecisionStores['people'],
): Promise<AccountClaim[]> {
  const keys = new Set(
    evidence
      .flatMap(({ predicate }) => identitiesIn(predicate))
      .flatMap(keysOfIdentity),
  );
  return keys.size > 0 ? people.claimsOn([...keys]) : [];
}
