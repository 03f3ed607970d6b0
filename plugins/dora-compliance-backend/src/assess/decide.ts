import type {
  Assessment,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  evaluateControls,
  lookAhead,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { eventLoopYielder } from '../kernel/worker/eventLoopYielder';
import { readsLineage } from './catalogueNeeds';
import type { DecidablePair, DecidedPair } from './ClaimedPair';
import type { ControlCatalogue } from './ControlCatalogue';
import {
  type DecisionStores,
  type KnownPair,
  loadEvidence,
} from './loadEvidence';
import { prepareInput } from './prepareInput';

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
  const { due, controls, isAhead, until = Infinity } = options;
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
    const compiled = pairs.map(pair => pair.compiled);
    const { input, findNext } = prepareInput(pairs, loaded, options);
    let place = 0;
    for (const timed of evaluateControls(compiled, input)) {
      const { compiled: control, ...pair } = pairs[place]!;
      decided.push({
        ...pair,
        assessment: limitValidity(timed.assessment, findNext(pair.controlId)),
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
function groupByReading(
  due: readonly KnownPair[],
): (readonly [KnownPair, ...KnownPair[]])[] {
  const groups = new Map<string, [KnownPair, ...KnownPair[]]>();
  for (const pair of due) {
    const key = `${readsLineage(pair.compiled)} ${pair.entityRef}`;
    const group = groups.get(key);
    if (group) {
      group.push(pair);
    } else {
      groups.set(key, [pair]);
    }
  }
  return [...groups.values()];
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
