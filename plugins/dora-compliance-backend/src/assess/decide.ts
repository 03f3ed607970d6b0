import {
  type AccountClaim,
  type Assessment,
  type Evidence,
  type EvidenceGap,
  type EvidenceType,
  type IctAsset,
  identitiesIn,
  type Instant,
  keysOfIdentity,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  consultsPeople,
  evaluateControl,
  requiredEvidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { keysOfAsset } from '../register/assetKeys';
import type { EvidenceLoader } from './EvidenceLoader';
import type { PeopleStore } from '../people/PeopleStore';
import type { DuePair } from './AssessmentStore';

/**
 * Step 4 of the corridor: loads what all due pairs need in a constant number
 * of statements, then evaluates each.
 */
export async function decide(options: {
  due: readonly DuePair[];
  controls: ReadonlyMap<string, CompiledControl>;
  evidence: EvidenceLoader;
  /** Who is behind accounts; absent when nobody is known. */
  people?: Pick<PeopleStore, 'claimsOn'>;
  /** Times assets were not heard of, by entity; absent when there are none. */
  gapsOf?: (
    assets: readonly IctAsset[],
  ) => Promise<ReadonlyMap<string, readonly EvidenceGap[]>>;
  asOf: Instant;
}): Promise<Assessment[]> {
  const { due, controls, asOf } = options;
  const pairs = due.flatMap(({ asset, controlId }) => {
    const compiled = controls.get(controlId);
    return compiled ? { asset, compiled } : [];
  });
  const loaded = await load(options.evidence, pairs, asOf);
  const people = pairs.some(({ compiled }) => consultsPeople(compiled))
    ? await claimsOn(loaded.evidence, options.people)
    : [];
  const gaps = await options.gapsOf?.(distinctAssets(pairs));
  const byKey = groupByKey(loaded.evidence);
  return pairs.map(({ asset, compiled }) =>
    evaluateControl(compiled, {
      asset,
      evidence: evidenceOf(asset, byKey),
      sourceHeard: loaded.heard.has(asset.entityRef),
      gaps: gaps?.get(asset.entityRef) ?? [],
      people,
      asOf,
    }),
  );
}

type Pair = { asset: IctAsset; compiled: CompiledControl };

async function load(store: EvidenceLoader, pairs: Pair[], asOf: Instant) {
  const states = pairs.filter(
    ({ compiled }) => compiled.control.population.each === 'asset',
  );
  const events = pairs.filter(
    ({ compiled }) => compiled.control.population.each !== 'asset',
  );
  const types = new Set<EvidenceType>(
    states.flatMap(({ compiled }) => requiredEvidence(compiled)),
  );
  const starts = events.map(({ compiled }) =>
    subtractDuration(asOf, compiled.control.population.within),
  );
  const since = starts.sort()[0];
  const linked = distinctAssets(events);
  return {
    evidence: [
      ...(await store.latestOf(distinctAssets(states), [...types])),
      ...(since ? await store.lineageOf(linked, since) : []),
    ],
    heard: await store.heardOf(linked),
  };
}

/** What the catalog says of everybody the evidence names. */
async function claimsOn(
  evidence: readonly Evidence[],
  people: Pick<PeopleStore, 'claimsOn'> | undefined,
): Promise<AccountClaim[]> {
  const keys = new Set(
    evidence
      .flatMap(({ predicate }) => identitiesIn(predicate))
      .flatMap(keysOfIdentity),
  );
  return (await people?.claimsOn([...keys])) ?? [];
}

function distinctAssets(pairs: readonly Pair[]): IctAsset[] {
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

function evidenceOf(asset: IctAsset, byKey: Map<string, Evidence[]>) {
  return keysOfAsset(asset).flatMap(key => byKey.get(key) ?? []);
}
