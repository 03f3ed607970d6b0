import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { isSqlite } from '../../kernel/database/isSqlite';
import { type Interval, unite } from '../silence/Interval';

/** A target of a source by its key. */
export type TargetOfSource = { sourceId: string; targetKey: string };

/** Coverage as the database returns it. */
export type CoverageRow = {
  source_id: string;
  target_key: string;
  from_at: StoredInstant;
  to_at: StoredInstant;
};

/** The time that a row covers. */
export function coverageFromRow(row: CoverageRow): Interval & { to: Instant } {
  return { from: readInstant(row.from_at), to: readInstant(row.to_at) };
}

/**
 * Adds an interval to the coverage of a target. Adjacent intervals are merged,
 * so that a gap is covered by one row or not at all. Locks the row of the
 * target.
 */
export async function addCoverage(
  transaction: Knex.Transaction,
  { sourceId, targetKey }: TargetOfSource,
  covered: Interval,
): Promise<void> {
  const of = { source_id: sourceId, target_key: targetKey };
  const isPostgres = !isSqlite(transaction);
  if (isPostgres) {
    // A round and a backfill of the same target may end at the same time.
    await transaction('collection_target').where(of).forUpdate().select('kind');
  }
  const rows: CoverageRow[] = await transaction('collection_coverage').where(
    of,
  );
  const united = unite([...rows.map(coverageFromRow), covered]);
  await transaction('collection_coverage').where(of).delete();
  if (united.length > 0) {
    await transaction('collection_coverage').insert(
      united.map(({ from, to }) => ({ ...of, from_at: from, to_at: to })),
    );
  }
}
