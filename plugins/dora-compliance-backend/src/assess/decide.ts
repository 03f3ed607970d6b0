import {
  type AccountClaim,
  type Assessment,
  type Evidence,
  type IctAsset,
  identitiesIn,
  type Instant,
  toInstant,
  keysOfIdentity,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControls } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import {
  latestTypes,
  lineageTypes,
  longestWindow,
  readsLineage,
} from './catalogueNeeds';
import type { ControlCatalogue } from './ControlCatalogue';
import { keysOfAsset } from '../register/assetKeys';
import type { EvidenceLoader } from './EvidenceLoader';
import type { PeopleStore } from '../people/PeopleStore';
import type { SilenceStore } from '../sources/silence/SilenceStore';
import { eventLoopYielder } from '../kernel/worker/eventLoopYielder';
import type { DecidablePair, DecidedPair } from './ClaimedPair';

/** What an assessment is computed from. */
export type DecisionStores = {
  evidence: EvidenceLoader;
  people: Pick<PeopleStore, 'claimsOn'>;
  silence: Pick<SilenceStore, 'findGaps'>;
};

/**
 * Loads the data of all due pairs in a constant number of statements, then
 * evaluates each pair. Pairs for which there was no time are left out; pairs
 * whose control is not installed have no assessment.
 */
export async function decide(options: {
  due: readonly DecidablePair[];
  controls: ControlCatalogue;
  stores: DecisionStores;
  asOf: Instant;
  /** No pair is started after this time of `performance.now()`. */
  until?: number;
}): Promise<DecidedPair[]> {
  const { due, controls, asOf, until = Infinity } = options;
  const loaded = await load(options);
  const yieldIfDue = eventLoopYielder();
  const decided: DecidedPair[] = [];
  for (const pairs of groupByAsset(due)) {
    const known = pairs.filter(pair => controls.has(pair.controlId));
    const others = pairs.filter(pair => !controls.has(pair.controlId));
    decided.push(...others);
    const [{ asset, criticality } = { asset: undefined }] = known;
    if (!asset) {
      continue;
    }
    const evidence = selectEvidence(asset, loaded.byKey);
    const next = findNextRecorded(evidence, asOf);
    const assessments = evaluateControls(
      known.map(({ controlId }) => controls.get(controlId)!),
      {
        asset,
        ...(criticality && { criticality }),
        evidence,
        sourceHeard: loaded.heard.has(asset.entityRef),
        gaps: loaded.gaps.get(asset.entityRef) ?? [],
        people: loaded.people,
        asOf,
      },
    );
    let place = 0;
    for (const assessment of assessments) {
      decided.push({
        ...known[place]!,
        assessment: limitValidity(assessment, next),
      });
      place += 1;
      await yieldIfDue();
      if (performance.now() > until) {
        return decided;
      }
    }
  }
  return decided;
}

async function load({
  due,
  controls,
  stores,
  asOf,
}: {
  due: readonly DecidablePair[];
  controls: ControlCatalogue;
  stores: DecisionStores;
  asOf: Instant;
}) {
  const pairs = due.flatMap(({ asset, controlId }) => {
    const compiled = controls.get(controlId);
    return compiled ? [{ asset, compiled }] : [];
  });
  const types = new Set(pairs.flatMap(({ compiled }) => latestTypes(compiled)));
  const states = pairs.filter(
    ({ compiled }) => latestTypes(compiled).length > 0,
  );
  const linked = distinctAssets(
    pairs.filter(({ compiled }) => readsLineage(compiled)),
  );
  const since = toInstant(new Date(Date.parse(asOf) - longestWindow(controls)));
  const evidence = [
    ...(await stores.evidence.loadLatest(distinctAssets(states), [...types])),
    ...(linked.length > 0
      ? await stores.evidence.loadLineage(linked, since, lineageTypes(controls))
      : []),
  ];
  return {
    byKey: groupByKey(evidence),
    heard: await stores.evidence.findWithEvidence(linked),
    people: pairs.some(({ compiled }) => compiled.needs.people)
      ? await claimsOn(evidence, stores.people)
      : [],
    gaps: await stores.silence.findGaps(distinctAssets(pairs)),
  };
}

function groupByAsset(due: readonly DecidablePair[]): DecidablePair[][] {
  const byAsset = new Map<string, DecidablePair[]>();
  for (const pair of due) {
    const group = byAsset.get(pair.entityRef) ?? [];
    byAsset.set(pair.entityRef, group);
    group.push(pair);
  }
  return [...byAsset.values()];
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

function selectEvidence(asset: IctAsset, byKey: Map<string, Evidence[]>) {
  return keysOfAsset(asset).flatMap(key => byKey.get(key) ?? []);
}

/**
 * When evidence that does not count yet will count: the clock of the replica that
 * recorded it is ahead of ours.
 */
function findNextRecorded(evidence: readonly Evidence[], asOf: Instant) {
  return evidence
    .map(({ recordedAt }) => recordedAt)
    .filter(recordedAt => recordedAt > asOf)
    .sort()[0];
}

function limitValidity(
  assessment: Assessment,
  next: Instant | undefined,
): Assessment {
  const { validUntil } = assessment;
  return next && (!validUntil || next < validUntil)
    ? { ...assessment, validUntil: next }
    : assessment;
}
