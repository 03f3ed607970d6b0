import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../database/columns';
import { isSqlite } from '../database/isSqlite';

type TallyRow = {
  source_id: string;
  hour: StoredInstant;
  state: string;
  n: number;
};

/** How many counts one transaction makes one of. */
const GROUPS = 200;

/**
 * Triggers of the database note a count for each statement, so that writers
 * never wait for each other. This makes one of those of the same hour, and
 * answers of how many hours. Readers see the same sums before and after.
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
      const taken = await take(transaction, of);
      const n = taken.reduce((sum, row) => sum + row.n, 0);
      if (n !== 0) {
        await transaction('document_tally').insert({ ...of, n });
      }
    }
    return groups.length;
  });
}

/** Only what was really taken is put back: others may fold, too. */
async function take(
  transaction: Knex.Transaction,
  of: Pick<TallyRow, 'source_id' | 'state'> & { hour: string },
): Promise<TallyRow[]> {
  const rows = () => transaction('document_tally').where(of);
  if (!isSqlite(transaction)) {
    return rows().delete().returning(['source_id', 'hour', 'state', 'n']);
  }
  // One writer, so that nothing comes in between.
  const taken: TallyRow[] = await rows();
  await rows().delete();
  return taken;
}
