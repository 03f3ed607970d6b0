import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { isSqlite } from '../../kernel/database/isSqlite';
import { shiftInstant } from '../../kernel/worker/shiftInstant';

type TallyRow = {
  source_id: string;
  hour: StoredInstant;
  state: string;
  n: number;
};

/** How many counts one transaction merges. */
const GROUPS = 200;

/** Counts by hour are kept this long: the last day is shown. */
const BY_HOUR = 2 * 24 * 60 * 60_000;

/** The hour that represents all hours that are no longer distinguished. */
const BEFORE = '1970-01-01T00:00:00.000Z';

/**
 * Triggers of the database insert a count for each statement, so that writers
 * never wait for each other. This merges those of the same hour, and returns
 * for how many hours. Readers see the same sums before and after.
 */
export function foldTallies(knex: Knex): Promise<number> {
  return knex.transaction(async transaction => {
    const groups: TallyRow[] = await transaction('document_tally')
      .groupBy('source_id', 'hour', 'state')
      .having(transaction.raw('count(*) > 1'))
      .limit(GROUPS)
      .select('source_id', 'hour', 'state');
    for (const { source_id, hour, state } of groups) {
      const of = { source_id, hour: readInstant(hour), state };
      await makeOne(transaction, of, () =>
        transaction('document_tally').where(of),
      );
    }
    return groups.length;
  });
}

/**
 * Merges all hours before the last two days into one count for each source and
 * state, so that sums stay cheap however old the first count is. Returns how
 * many counts it created.
 */
export function foldOldTallies(knex: Knex, now: Instant): Promise<number> {
  return knex.transaction(async transaction => {
    const old = () =>
      transaction('document_tally').where(
        'hour',
        '<',
        shiftInstant(now, -BY_HOUR),
      );
    const groups: Pick<TallyRow, 'source_id' | 'state'>[] = await old()
      .groupBy('source_id', 'state')
      .having(transaction.raw('count(*) > 1'))
      .limit(GROUPS)
      .select('source_id', 'state');
    for (const { source_id, state } of groups) {
      const of = { source_id, state };
      await makeOne(transaction, { ...of, hour: BEFORE }, () =>
        old().where(of),
      );
    }
    return groups.length;
  });
}

type Tally = Pick<TallyRow, 'source_id' | 'state'> & { hour: string };

/**
 * Only counts that were really deleted are inserted again: others may merge,
 * too.
 */
async function makeOne(
  transaction: Knex.Transaction,
  of: Tally,
  rows: () => Knex.QueryBuilder,
) {
  const taken = await take(transaction, rows);
  const n = taken.reduce((sum, row) => sum + row.n, 0);
  if (n !== 0) {
    await transaction('document_tally').insert({ ...of, n });
  }
}

async function take(
  transaction: Knex.Transaction,
  rows: () => Knex.QueryBuilder,
): Promise<Pick<TallyRow, 'n'>[]> {
  if (!isSqlite(transaction)) {
    return rows().delete().returning('n');
  }
  // SQLite has one writer, so that nothing happens in between.
  const taken: TallyRow[] = await rows();
  await rows().delete();
  return taken;
}
