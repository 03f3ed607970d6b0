import type {
  Assessment,
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type EvaluationInput,
  evaluateControls,
  lookAhead,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { eventLoopYielder } from '../kernel/worker/eventLoopYielder';
import { acceptRisks } from './acceptRisks';
import { readsLineage } from './catalogueNeeds';
import type { DecidablePair, DecidedPair } from './ClaimedPair';
import type { ControlCatalogue } from './ControlCatalogue';
import {
  type DecisionStores,
  type KnownPair,
  loadEvidence,
} from './loadEvidence';

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
  /** What was recorded until then counts; `asOf` by default. */
  knownAt?: Instant;
  /** No pair is started after this time of `performance.now()`. */
  until?: number;
  /** Whether to look at what is about to expire; not by default. */
  isAhead?: boolean;
}): Promise<DecidedPair[]> {
  const { due, controls, asOf, knownAt, isAhead, until = Infinity } = options;
  const known = due.flatMap(pair => {
    const compiled = controls.get(pair.controlId);
    return compiled ? [{ ...pair, compiled }] : [];
  });
  const loaded = await loadEvidence({ ...options, pairs: known });
  const yieldIfDue = eventLoopYielder();
  const decided: DecidedPair[] = due.filter(
    pair => !controls.has(pair.controlId),
  );
  for (const pairs of groupByReading(known)) {
    const { asset, criticality } = pairs[0]!;
    const compiled = pairs.map(pair => pair.compiled);
    const evidence = loaded.select(asset, compiled);
    const next = findNextRecorded(evidence, knownAt ?? asOf);
    const about = {
      asset,
      ...(criticality && { criticality }),
      people: loaded.people,
      asOf,
      ...(knownAt && { knownAt }),
    };
    const risks = acceptRisks(
      { ...about, evidence: loaded.selectRisks(asset) },
      controls,
    );
    const input: EvaluationInput = {
      ...about,
      evidence,
      sourceHeard: loaded.heard.has(asset.entityRef),
      gaps: loaded.gaps.get(asset.entityRef) ?? [],
      acceptances: risks.acceptances,
    };
    let place = 0;
    for (const timed of evaluateControls(compiled, input)) {
      const { compiled: control, ...pair } = pairs[place]!;
      decided.push({
        ...pair,
        assessment: limitValidity(
          timed.assessment,
          next,
          risks.findNext(pair.controlId),
        ),
        ...(isAhead && { ahead: lookAhead(control, input, timed) }),
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

/** Pairs of one asset that read the same kind of evidence. */
function groupByReading(due: readonly KnownPair[]): KnownPair[][] {
  const groups = new Map<string, KnownPair[]>();
  for (const pair of due) {
    const key = `${readsLineage(pair.compiled)} ${pair.entityRef}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(pair);
  }
  return [...groups.values()];
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
  ...nexts: readonly (Instant | undefined)[]
): Assessment {
  const [validUntil] = [assessment.validUntil, ...nexts]
    .flatMap(at => at ?? [])
    .sort();
  return validUntil ? { ...assessment, validUntil } : assessment;
}
