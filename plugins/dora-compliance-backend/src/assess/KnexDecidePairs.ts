import type {
  Assessment,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { StoredInstant } from '../kernel/database/columns';
import { isCancelled, isUnreachable } from '../kernel/database/isUnreachable';
import { KnexEvidenceLoader } from './KnexEvidenceLoader';
import { KnexPeopleStore } from '../people/KnexPeopleStore';
import { KnexSilenceStore } from '../sources/silence/KnexSilenceStore';
import { later } from '../kernel/worker/later';
import type { DecisionStores, DuePair, FailedPair } from './AssessmentStore';
import { recordAssessments } from './KnexRecordAssessments';
import { recordFailure, SHORTEST_WAIT } from './KnexRecordFailure';

/** A pair of the queue. */
export type DueRow = {
  entity_ref: string;
  control_id: string;
  due_at: StoredInstant;
};

/** Where and how pairs are decided. */
type Deciding = {
  transaction: Knex.Transaction;
  now: Instant;
  decide: (
    due: readonly DuePair[],
    stores: DecisionStores,
  ) => Promise<Assessment[]>;
};

/** Pairs that left the queue, or wait there for another attempt. */
type Decided = { worked: readonly DueRow[]; failed: readonly FailedPair[] };

/**
 * Decides due pairs together. When that fails they are decided one by one, so
 * that one that can't be decided holds up no other.
 */
export async function decidePairs(
  deciding: Deciding,
  due: readonly DueRow[],
): Promise<Decided> {
  if (due.length === 0) {
    return { worked: [], failed: [] };
  }
  try {
    await inSavepoint(deciding, inner => decideAll(inner, due));
    return { worked: due, failed: [] };
  } catch (error) {
    const [only, ...others] = due;
    if (isOfDatabase(error)) {
      throw error;
    }
    return only && others.length === 0
      ? { worked: due, failed: await fail(deciding, only, error) }
      : decideEach(deciding, due);
  }
}

async function decideEach(
  deciding: Deciding,
  due: readonly DueRow[],
): Promise<Decided> {
  const worked: DueRow[] = [];
  const failed: FailedPair[] = [];
  for (const row of due) {
    worked.push(row);
    try {
      await inSavepoint(deciding, inner => decideAll(inner, [row]));
    } catch (error) {
      if (isOfDatabase(error)) {
        throw error;
      }
      failed.push(...(await fail(deciding, row, error)));
      if (isCancelled(error)) {
        // Others may hang, too: they are left to the next batch.
        break;
      }
    }
  }
  return { worked, failed };
}

/** Whether the next pair would fail in the same way. */
function isOfDatabase(error: unknown): boolean {
  return isUnreachable(error) && !isCancelled(error);
}

async function fail(
  deciding: Deciding,
  row: DueRow,
  error: unknown,
): Promise<FailedPair[]> {
  const { entity_ref: entityRef, control_id: controlId } = row;
  const retryAt = await recordOrPutOff(deciding, row);
  return retryAt ? [{ entityRef, controlId, error, retryAt }] : [];
}

/** What can't even be recorded, such as a row that is locked, is put off. */
async function recordOrPutOff(
  deciding: Deciding,
  row: DueRow,
): Promise<Instant | undefined> {
  try {
    return await inSavepoint(deciding, async ({ transaction, now }) => {
      await dequeue(transaction, [row]);
      const pair = { entityRef: row.entity_ref, controlId: row.control_id };
      return recordFailure(transaction, pair, now);
    });
  } catch (error) {
    if (isOfDatabase(error)) {
      throw error;
    }
    const retryAt = later(deciding.now, SHORTEST_WAIT);
    await deciding
      .transaction('assessment_queue')
      .where({ entity_ref: row.entity_ref, control_id: row.control_id })
      .update({ due_at: retryAt });
    return retryAt;
  }
}

function inSavepoint<T>(
  deciding: Deciding,
  work: (inner: Deciding) => Promise<T>,
): Promise<T> {
  return deciding.transaction.transaction(transaction =>
    work({ ...deciding, transaction }),
  );
}

async function decideAll(
  { transaction, decide }: Deciding,
  due: readonly DueRow[],
) {
  const pairs = await withAssets(transaction, due);
  await dequeue(transaction, due);
  if (pairs.length > 0) {
    const decided = await decide(pairs, {
      evidence: new KnexEvidenceLoader(transaction),
      people: new KnexPeopleStore(transaction),
      silence: new KnexSilenceStore(transaction),
    });
    await recordAssessments(transaction, decided);
  }
}

async function withAssets(
  transaction: Knex.Transaction,
  due: readonly DueRow[],
): Promise<DuePair[]> {
  const rows: { entity_ref: string; record: string }[] = await transaction(
    'asset',
  )
    .whereIn('entity_ref', [...new Set(due.map(row => row.entity_ref))])
    .select('entity_ref', 'record');
  const assets = new Map<string, IctAsset>(
    rows.map(row => [row.entity_ref, JSON.parse(row.record)]),
  );
  return due.flatMap(row => {
    const asset = assets.get(row.entity_ref);
    return asset ? { asset, controlId: row.control_id } : [];
  });
}

async function dequeue(transaction: Knex.Transaction, due: readonly DueRow[]) {
  await transaction('assessment_queue')
    .whereIn(
      ['entity_ref', 'control_id'],
      due.map(row => [row.entity_ref, row.control_id]),
    )
    .delete();
}
