import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockInOrder } from '../due/KnexLockInOrder';
import { readInstant } from '../kernel/database/columns';
import { isCancelled, isUnreachable } from '../kernel/database/isUnreachable';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import type { ClaimedPairs, DecidedPair, FailedPair } from './ClaimedPair';
import { releasePairs, UNCLAIMED, whereClaimed } from './KnexClaimPairs';
import { recordAssessments } from './KnexRecordAssessments';
import { recordFailure, SHORTEST_WAIT } from './KnexRecordFailure';
import { wherePairs } from './KnexWherePairs';

/**
 * A pair that was assessed, since when it was due, and whether it became due again
 * since the claim.
 */
type OwnPair = DecidedPair & { since: Instant; isMarked: boolean };

/** Pairs that left the queue, or that are retried. */
type Recorded = {
  worked: readonly OwnPair[];
  failed: readonly FailedPair[];
};

type Recording = { transaction: Knex.Transaction; now: Instant };

/**
 * Records the results of a claim and releases the other pairs. Pairs that no
 * longer belong to the claim are left to their new owner. Pairs that became due
 * again meanwhile are recorded, and stay due.
 */
export async function completePairs(
  transaction: Knex.Transaction,
  claim: ClaimedPairs,
  decided: readonly DecidedPair[],
  now: Instant,
): Promise<Recorded> {
  const due = await lockOwn(transaction, claim);
  const own = decided.flatMap(pair => {
    const queued = due.get(pairKey(pair.entityRef, pair.controlId));
    return queued ? [{ ...pair, ...queued }] : [];
  });
  const recorded = await recordPairs({ transaction, now }, own);
  if (recorded.failed.length > 0 || recorded.worked.length < due.size) {
    await releasePairs(transaction, claim);
  }
  return recorded;
}

/**
 * Since when the pairs that still belong to the claim are due, locked in a
 * fixed order.
 */
async function lockOwn(
  transaction: Knex.Transaction,
  claim: ClaimedPairs,
): Promise<ReadonlyMap<string, Pick<OwnPair, 'since' | 'isMarked'>>> {
  const rows = await lockInOrder(transaction, queue =>
    whereClaimed(queue, transaction, claim),
  );
  return new Map(
    rows.map(row => [
      pairKey(row.entity_ref, row.control_id),
      { since: readInstant(row.due_at), isMarked: row.marked_at !== null },
    ]),
  );
}

function pairKey(entityRef: string, controlId: string): string {
  return `${entityRef} ${controlId}`;
}

/**
 * Records pairs together. If that fails, records them one by one, so that a
 * pair that can't be recorded does not block the others.
 */
async function recordPairs(
  recording: Recording,
  own: readonly OwnPair[],
): Promise<Recorded> {
  const decided = own.filter(pair => !hasFailed(pair));
  try {
    await inSavepoint(recording, inner => record(inner, decided));
    return recordEach(recording, own.filter(hasFailed), decided);
  } catch (error) {
    if (isOfDatabase(error)) {
      throw error;
    }
    return recordEach(recording, own, []);
  }
}

async function recordEach(
  recording: Recording,
  pairs: readonly OwnPair[],
  done: readonly OwnPair[],
): Promise<Recorded> {
  const worked = [...done];
  const failed: FailedPair[] = [];
  for (const pair of pairs) {
    worked.push(pair);
    const error = await recordOne(recording, pair);
    if (error === undefined) {
      continue;
    }
    const { entityRef, controlId } = pair;
    const retryAt = await recordOrPutOff(recording, pair);
    failed.push(...(retryAt ? [{ entityRef, controlId, error, retryAt }] : []));
    if (isCancelled(error)) {
      // Other pairs may time out, too: they are left to the next batch.
      break;
    }
  }
  return { worked, failed };
}

function hasFailed(pair: DecidedPair): boolean {
  return pair.error !== undefined;
}

/**
 * Returns why it could not be recorded, or assessed before; undefined if it
 * was.
 */
async function recordOne(
  recording: Recording,
  pair: OwnPair,
): Promise<unknown> {
  if (hasFailed(pair)) {
    return pair.error;
  }
  try {
    await inSavepoint(recording, inner => record(inner, [pair]));
    return undefined;
  } catch (error) {
    if (isOfDatabase(error)) {
      throw error;
    }
    return error;
  }
}

async function record(
  { transaction }: Recording,
  pairs: readonly OwnPair[],
): Promise<void> {
  await dequeue(transaction, pairs);
  await recordAssessments(
    transaction,
    pairs.flatMap(({ assessment, ahead }) =>
      assessment ? [{ assessment, ...(ahead && { ahead }) }] : [],
    ),
  );
}

/**
 * If even the failure can't be recorded, for example because a row is locked,
 * the pair is postponed.
 */
async function recordOrPutOff(
  recording: Recording,
  pair: OwnPair,
): Promise<Instant | undefined> {
  try {
    return await inSavepoint(recording, async ({ transaction, now }) => {
      await dequeue(transaction, [pair]);
      const { entityRef, controlId } = pair;
      return recordFailure(transaction, { entityRef, controlId }, now);
    });
  } catch (error) {
    if (isOfDatabase(error)) {
      throw error;
    }
    const retryAt = shiftInstant(recording.now, SHORTEST_WAIT);
    await recording
      .transaction('assessment_queue')
      .where({ entity_ref: pair.entityRef, control_id: pair.controlId })
      .update({ due_at: retryAt });
    return retryAt;
  }
}

/** Whether the next pair would fail in the same way. */
function isOfDatabase(error: unknown): boolean {
  return isUnreachable(error) && !isCancelled(error);
}

function inSavepoint<T>(
  recording: Recording,
  work: (inner: Recording) => Promise<T>,
): Promise<T> {
  return recording.transaction.transaction(transaction =>
    work({ ...recording, transaction }),
  );
}

/** A pair that became due again since the claim stays in the queue. */
async function dequeue(
  transaction: Knex.Transaction,
  pairs: readonly OwnPair[],
): Promise<void> {
  const rows = (some: readonly OwnPair[]) =>
    wherePairs(transaction('assessment_queue'), transaction, some);
  const marked = pairs.filter(({ isMarked }) => isMarked);
  if (marked.length < pairs.length) {
    await rows(pairs.filter(({ isMarked }) => !isMarked)).delete();
  }
  if (marked.length > 0) {
    await rows(marked).update({
      ...UNCLAIMED,
      due_at: transaction.ref('marked_at'),
    });
  }
}
