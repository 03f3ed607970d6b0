import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markPast, markPastOfAll } from '../due/KnexMarkPast';
import type { ScoreChange } from './sumChanges';

const DAY = 24 * 60 * 60_000;

/**
 * The first day with a score begins the record. The past of the assets of that day can
 * be computed from evidence; assets that come later have no past. If the first sweep
 * runs over midnight, the record begins on its second day, with all its assets.
 */
export async function beginRecord(
  transaction: Knex.Transaction,
  changes: readonly ScoreChange[],
  when: {
    recordedFrom: Day | undefined;
    today: Day;
    /** Whether the first sweep queued what is processed. */
    isFirstSweep: boolean;
  },
): Promise<void> {
  const { recordedFrom, today, isFirstSweep } = when;
  const added = changes.flatMap(({ before, after }) =>
    after && !before ? [after.entityRef] : [],
  );
  if (!recordedFrom) {
    await transaction('score_state').update({ recorded_from: today });
  }
  if ((recordedFrom ?? today) === today) {
    await markPast(transaction, added);
  } else if (
    isFirstSweep &&
    added.length > 0 &&
    recordedFrom === nameDayBefore(today)
  ) {
    await moveRecord(transaction, recordedFrom, today);
  }
}

/** A first day on which assets were still missing becomes a day of the past. */
async function moveRecord(
  transaction: Knex.Transaction,
  from: Day,
  today: Day,
): Promise<void> {
  await transaction('score_day')
    .where('day', from)
    .whereIn(
      'scope',
      transaction('score_day').where('day', today).select('scope') as never,
    )
    .delete();
  await transaction('score_day').where('day', from).update({ day: today });
  await transaction('score_state').update({
    recorded_from: today,
    past_ready: false,
  });
  await markPastOfAll(transaction);
}

/** Whether the first sweep runs, or entries that it queued are not processed yet. */
export async function isOfFirstSweep(
  transaction: Knex.Transaction,
): Promise<boolean> {
  const state = await transaction('score_state')
    .where('sweeping', true)
    .orWhereExists(
      transaction('score_queue').whereRaw(
        'score_queue.number <= score_state.first_until',
      ),
    )
    .first('id');
  return state !== undefined;
}

/** Notes that the first sweep begins, unless something was recorded before. */
export async function beginFirstSweep(knex: Knex): Promise<void> {
  await knex('score_state')
    .whereNull('recorded_from')
    .whereNull('first_until')
    .update({ sweeping: true });
}

/** Notes which entries of the queue are of the first sweep, if it was that. */
export async function endFirstSweep(knex: Knex): Promise<void> {
  await knex('score_state')
    .where('sweeping', true)
    .update({
      sweeping: false,
      first_until: knex.raw(
        '(SELECT COALESCE(MAX(number), 0) FROM score_queue)',
      ) as never,
    });
}

function nameDayBefore(day: Day): Day {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  return new Date(midnight - DAY).toISOString().slice(0, 10);
}
