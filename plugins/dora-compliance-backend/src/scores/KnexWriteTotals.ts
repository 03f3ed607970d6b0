import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { jsonRows } from '../kernel/database/jsonRows';
import { writeTotalDays } from './KnexWriteDays';
import type { TotalChange } from './sumChanges';
import { TALLY_COLUMNS, tallyKinds, tallyToRow } from './tallyColumns';

/** Adds changes to totals, and stores the new totals as those of the day. */
export async function writeTotals(
  transaction: Knex.Transaction,
  changes: ReadonlyMap<string, TotalChange>,
  today: Day,
): Promise<void> {
  if (changes.size === 0) {
    return;
  }
  const totals = jsonRows(
    transaction,
    { scope: 'text', assets: 'integer', ...tallyKinds },
    [...changes].map(([scope, { assets, tally }]) => ({
      scope,
      assets,
      ...tallyToRow(tally),
    })),
  );
  await transaction.raw(
    `INSERT INTO score_total (scope, assets, ${TALLY_COLUMNS.join()})
     SELECT scope, assets, ${TALLY_COLUMNS.join()}
     FROM (?) AS changed WHERE true
     ON CONFLICT (scope) DO UPDATE SET
       ${increase('score_total', ['assets', ...TALLY_COLUMNS])}`,
    [totals],
  );
  const controls = jsonRows(
    transaction,
    { scope: 'text', control_id: 'text', ...tallyKinds },
    [...changes].flatMap(([scope, change]) =>
      [...change.controls].map(([controlId, tally]) => ({
        scope,
        control_id: controlId,
        ...tallyToRow(tally),
      })),
    ),
  );
  await transaction.raw(
    `INSERT INTO control_total (scope, control_id, ${TALLY_COLUMNS.join()})
     SELECT scope, control_id, ${TALLY_COLUMNS.join()}
     FROM (?) AS changed WHERE true
     ON CONFLICT (scope, control_id) DO UPDATE SET
       ${increase('control_total', TALLY_COLUMNS)}`,
    [controls],
  );
  await writeTotalDays(transaction, today, [...changes.keys()]);
}

function increase(table: string, columns: readonly string[]): string {
  return columns
    .map(name => `${name} = ${table}.${name} + excluded.${name}`)
    .join();
}
