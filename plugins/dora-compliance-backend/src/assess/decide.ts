import {
  type AccountClaim,
  type Evidence,
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
import type { SilenceStore } from '../sources/silence/SilenceStore';
import { eventLoopYielder } from '../kernel/worker/eventLoopYielder';
import type { DecidablePair, DecidedPair } from './ClaimedPair';

/** What a decision is made from. */
export type DecisionStores = {
  evidence: EvidenceLoader;
  people: Pick<PeopleStore, 'claimsOn'>;
  silence: Pick<SilenceStore, 'gapsOf'>;
};

/**
 * Loads what all due pairs need in a constant number of statements, then
 * evaluates each. Pairs for which there was no time are left out; pairs whose
 * control is not installed have no assessment.
 */
export async function decide(options: {
  due: readonly DecidablePair[];
  controls: ReadonlyMap<string, CompiledControl>;
  stores: DecisionStores;
  asOf: Instant;
  /** No pair is begun after this time of `performance.now()`. */
  until?: number;
}): Promise<DecidedPair[]> {
  const { due, controls, stores, asOf, until = Infinity } = options;
  const pairs = due.flatMap(({ asset, controlId }) => {
    const compiled = controls.get(controlId);
    return compiled ? [{ asset, compiled }] : [];
  });
  const loaded = await load(stores, pairs, asOf);
  const byKey = groupByKey(loaded.evidence);
  const yieldIfDue = eventLoopYielder();
  const decided: DecidedPair[] = [];
  for (const pair of due) {
    await yieldIfDue();
    if (decided.length > 0 && performance.now() > until) {
      break;
    }
    const compiled = controls.get(pair.controlId);
    const { asset } = pair;
    const assessment =
      compiled &&
      evaluateControl(compiled, {
        asset,
        evidence: evidenceOf(asset, byKey),
        sourceHeard: loaded.heard.has(asset.entityRef),
        gaps: loaded.gaps.get(asset.entityRef) ?? [],
        people: loaded.people,
        asOf,
      });
    decided.push({ ...pair, ...(assessment && { assessment }) });
  }
  return decided;
}

type Pair = { asset: IctAsset; compiled: CompiledControl };

async function load(stores: DecisionStores, pairs: Pair[], asOf: Instant) {
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
  const evidence = [
    ...(await stores.evidence.latestOf(distinctAssets(states), [...types])),
    ...(since ? await stores.evidence.lineageOf(linked, since) : []),
  ];
  return {
    evidence,
    heard: await stores.evidence.heardOf(linked),
    people: pairs.some(({ compiled }) => consultsPeople(compiled))
      ? await claimsOn(evidence, stores.people)
      : [],
    gaps: await stores.silence.gapsOf(distinctAssets(pairs)),
  };
}

/** What the catalog says of everybody the evidence names. */
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
