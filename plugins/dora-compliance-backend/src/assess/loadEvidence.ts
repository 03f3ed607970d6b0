import {
  type AccountClaim,
  type Evidence,
  type IctAsset,
  identitiesIn,
  type Instant,
  toInstant,
  keysOfIdentity,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { PeopleStore } from '../people/PeopleStore';
import { keysOfAsset } from '../register/assetKeys';
import type { SilenceStore } from '../sources/silence/SilenceStore';
import {
  latestTypes,
  lineageTypes,
  longestWindow,
  readsLineage,
} from './catalogueNeeds';
import type { DecidablePair } from './ClaimedPair';
import type { ControlCatalogue } from './ControlCatalogue';
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
  const listLatest = (some: readonly CompiledControl[]) =>
    new Set(some.flatMap(latestTypes));
  const linked = distinctAssets(
    pairs.filter(({ compiled }) => readsLineage(compiled)),
  );
  const since = toInstant(new Date(Date.parse(asOf) - longestWindow(controls)));
  const types = lineageTypes(controls);
  const latest = await stores.evidence.loadLatest(
    distinctAssets(
      pairs.filter(({ compiled }) => latestTypes(compiled).length > 0),
    ),
    [...listLatest(pairs.map(({ compiled }) => compiled))],
  );
  const lineage =
    linked.length > 0
      ? await stores.evidence.loadLineage(linked, since, types)
      : NONE;
  const latestByKey = groupByKey(latest);
  const lineageByKey = groupByKey(lineage.evidence);
  return {
    /** Only what some controls of an asset read, whatever else was loaded. */
    select(asset: IctAsset, some: readonly CompiledControl[]): Evidence[] {
      const wanted = listLatest(some);
      const ofAsset = keysOfAsset(asset).flatMap(
        key => latestByKey.get(key) ?? [],
      );
      const start = lineage.starts.get(asset.entityRef);
      return [
        ...ofAsset.filter(({ type }) => wanted.has(type)),
        ...(some.some(readsLineage)
          ? selectLineage(asset, lineageByKey, { start, types })
          : []),
      ];
    },
    heard: await stores.evidence.findWithEvidence(linked),
    people: pairs.some(({ compiled }) => compiled.needs.people)
      ? await claimsOn([...latest, ...lineage.evidence], stores.people)
      : [],
    gaps: await stores.silence.findGaps(distinctAssets(pairs)),
  };
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
  return people.claimsOn([...keys]);
}

function distinctAssets(
  pairs: readonly Pick<DecidablePair, 'asset'>[],
): IctAsset[] {
  const assets = pairs.map(({ asset }) => asset);
  return [...new Map(assets.map(asset => [asset.entityRef, asset])).values()];
}

function groupByKey(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const byKey = new Map<string, Evidence[]>();
  for (const item of evidence) {
    for (const key of new Set(item.subjects.map(subjectKey))) {
      const group = byKey.get(key) ?? [];
      group.push(item);
      byKey.set(key, group);
    }
  }
  return byKey;
}
