import { isCancelled, isUnreachable } from '../kernel/database/isUnreachable';
import type { ClaimedPair, DecidablePair, DecidedPair } from './ClaimedPair';

/** Assesses pairs; those for which there was no time are left out. */
type Decide = (pairs: readonly DecidablePair[]) => Promise<DecidedPair[]>;

/**
 * Assesses pairs together. If that fails, assesses them one by one, so that a
 * pair that can't be assessed does not block the others.
 *
 * @throws when the database can't be reached: every pair would fail
 */
export async function decideEach(
  pairs: readonly ClaimedPair[],
  decide: Decide,
): Promise<DecidedPair[]> {
  const decidable = pairs.filter(hasAsset);
  const others = pairs
    .filter(pair => !hasAsset(pair))
    .map(pair => ({ ...pair, error: pair.problem }));
  if (decidable.length === 0) {
    return others;
  }
  try {
    return [...others, ...(await decide(decidable))];
  } catch (error) {
    throwIfOfDatabase(error);
    return [...others, ...(await oneByOne(decidable, decide, error))];
  }
}

async function oneByOne(
  pairs: readonly DecidablePair[],
  decide: Decide,
  first: unknown,
): Promise<DecidedPair[]> {
  if (pairs.length === 1) {
    return pairs.map(pair => ({ ...pair, error: first }));
  }
  const decided: DecidedPair[] = [];
  for (const pair of pairs) {
    try {
      decided.push(...(await decide([pair])));
    } catch (error) {
      throwIfOfDatabase(error);
      decided.push({ ...pair, error: error ?? new Error('nothing') });
      if (isCancelled(error)) {
        // Other pairs may time out, too: they are left to the next batch.
        break;
      }
    }
  }
  return decided;
}

function hasAsset(pair: ClaimedPair): pair is DecidablePair {
  return pair.asset !== undefined;
}

function throwIfOfDatabase(error: unknown): void {
  if (isUnreachable(error) && !isCancelled(error)) {
    throw error;
  }
}
