import {
  type AccountClaim,
  type Evidence,
  type EvidenceType,
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
  eachTypes,
  historyTypes,
  latestTypes,
  lineageTypes,
  measureHistory,
  measureLineage,
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
  const since = toInstant(new Date(Date.parse(asOf) - measureLineage(controls)));
  const types = lineageTypes(controls);
  const latest = await stores.evidence.loadLatest(
    distinctAssets(
      pairs.filter(({ compiled }) => latestTypes(compiled).length > 0),
    ),
    [...listLatest(pairs.map(({ compiled }) => compiled))],
  );
  const about = await loadAboutAssets({ pairs, controls, stores, asOf });
  const lineage =
    linked.length > 0
      ? await stores.evidence.loadLineage(linked, since, types)
      : NONE;
  const aboutByKey = groupByKey(about);
  const latestByKey = groupByKey(latest);
  const lineageByKey = groupByKey(lineage.evidence);
  return {
    /** Only what some controls of an asset read, whatever else was loaded. */
    select(asset: IctAsset, some: readonly CompiledControl[]): Evidence[] {
      const wanted = listLatest(some);
      const ofAsset = keysOfAsset(asset).flatMap(
        key => latestByKey.get(key) ?? [],
      );
      const others = new Set(
        some.flatMap(one => [...eachTypes(one), ...historyTypes(one)]),
      );
      const ofOthers = keysOfAsset(asset).flatMap(
        key => aboutByKey.get(key) ?? [],
      );
      const start = lineage.starts.get(asset.entityRef);
      return [
        ...ofAsset.filter(({ type }) => wanted.has(type)),
        ...ofOthers.filter(({ type }) => others.has(type)),
        ...(some.some(readsLineage)
          ? selectLineage(asset, lineageByKey, { start, types })
          : []),
      ];
    },
    heard: await stores.evidence.findWithEvidence(
      distinctAssets(
        pairs.filter(
          ({ compiled }) =>
            readsLineage(compiled) ||
            eachTypes(compiled).length > 0 ||
            historyTypes(compiled).length > 0,
        ),
      ),
    ),
    people: pairs.some(({ compiled }) => compiled.needs.people)
      ? await claimsOn(
          [...latest, ...about, ...lineage.evidence],
          stores.people,
        )
      : [],
    gaps: await stores.silence.findGaps(distinctAssets(pairs)),
  };
}

/** What controls read of the past of assets, and about each of their things. */
async function loadAboutAssets({
  pairs,
  controls,
  stores,
  asOf,
}: {
  pairs: readonly KnownPair[];
  controls: ControlCatalogue;
  stores: DecisionStores;
  asOf: Instant;
}): Promise<Evidence[]> {
  const load = async (
    list: (compiled: CompiledControl) => readonly EvidenceType[],
    by: (
      assets: readonly IctAsset[],
      types: readonly EvidenceType[],
    ) => Promise<Evidence[]>,
  ) => {
    const reading = pairs.filter(({ compiled }) => list(compiled).length > 0);
    const types = new Set(reading.flatMap(({ compiled }) => list(compiled)));
    return types.size > 0 ? by(distinctAssets(reading), [...types]) : [];
  };
  const reach = measureHistory(controls);
  return [
    ...(await load(eachTypes, (assets, types) =>
      stores.evidence.loadLatestOfEach(assets, types),
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
