import type {
  Control,
  Day,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { SCORE_FORMULA } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { markAllScores } from '../due/KnexMarkScores';
import { inChunks, type StoredNumber } from '../kernel/database/columns';
import { isSqlite } from '../kernel/database/isSqlite';
import { readCounted, readScores } from './KnexReadScores';
import { beginRecord, isOfFirstSweep } from './KnexBeginRecord';
import { writeTotals } from './KnexWriteTotals';
import { writeRiskOrders } from './KnexWriteRiskOrders';
import { writeScores } from './KnexWriteScores';
import { sumChanges } from './sumChanges';

/** How scores are brought up to date. */
type FoldOptions = {
  controls: readonly Pick<Control, 'id' | 'severity'>[];
  /** How many entries of the queue are processed. */
  limit: number;
  today: Day;
};

/**
 * Brings scores and totals up to date with some entries of the queue, all in one
 * transaction, so that totals are always the sum of the scores. Returns how many
 * entries were processed. One replica does this at a time.
 */
export async function foldScores(
  knex: Knex,
  { controls, limit, today }: FoldOptions,
): Promise<number> {
  if (!(await knex('score_queue').first('number'))) {
    return 0;
  }
  return knex.transaction(async transaction => {
    const recordedFrom = await lockScores(transaction);
    const isFirstSweep = await isOfFirstSweep(transaction);
    const { refs, taken } = await takeQueued(transaction, limit);
    if (taken === 0) {
      return 0;
    }
    const before = await readCounted(transaction, refs);
    const after = await readScores(transaction, refs, controls);
    const changes = refs
      .map(ref => ({ before: before.get(ref), after: after.get(ref) }))
      .filter(
        change =>
          JSON.stringify(change.before) !== JSON.stringify(change.after),
      );
    await writeScores(transaction, changes, today);
    await writeRiskOrders(transaction, [...after.values()]);
    await writeTotals(transaction, sumChanges(changes), today);
    if (changes.length > 0) {
      await beginRecord(transaction, changes, {
        recordedFrom,
        today,
        isFirstSweep,
      });
    }
    return taken;
  });
}

/** Queues all assets if the formula is another one than that of the scores. */
export async function requireFormula(knex: Knex): Promise<void> {
  await knex.transaction(async transaction => {
    await lockScores(transaction);
    const outdated = await transaction('score_state')
      .whereNot('formula', SCORE_FORMULA)
      .update({ formula: SCORE_FORMULA });
    if (outdated > 0) {
      await markAllScores(transaction);
    }
  });
}

/**
 * Makes the one row if it is missing, and locks it.
 *
 * @returns the first day of the record
 */
export async function lockScores(
  transaction: Knex.Transaction,
): Promise<Day | undefined> {
  await transaction('score_state')
    .insert({ id: 1, formula: SCORE_FORMULA })
    .onConflict('id')
    .ignore();
  const row = transaction('score_state').where('id', 1);
  const [state]: { recorded_from: Day | null }[] = await (isSqlite(transaction)
    ? row
    : row.forUpdate()
  ).select('recorded_from');
  return state?.recorded_from ?? undefined;
}

async function takeQueued(
  transaction: Knex.Transaction,
  limit: number,
): Promise<{ refs: string[]; taken: number }> {
  const rows: { number: StoredNumber; entity_ref: string }[] =
    await transaction('score_queue')
      .orderBy('number')
      .limit(limit)
      .select('number', 'entity_ref');
  for (const chunk of inChunks(rows)) {
    await transaction('score_queue')
      .whereIn(
        'number',
        chunk.map(row => row.number),
      )
      .delete();
  }
  const refs = [...new Set(rows.map(row => row.entity_ref))].sort();
  return { refs, taken: rows.length };
}
