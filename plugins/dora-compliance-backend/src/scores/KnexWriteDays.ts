import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Tally } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { jsonRows } from '../kernel/database/jsonRows';
import { listTexts } from '../kernel/database/listTexts';
import { TALLY_COLUMNS, tallyKinds, tallyToRow } from './tallyColumns';

/** The score of a scope at the end of a day. */
type ScoredDay = {
  scope: string;
  /** Of an asset, on that day. */
  ownerRef: string | null;
  assets: number;
  tally: Tally;
};

const MERGE = ['owner_ref', 'assets', ...TALLY_COLUMNS]
  .map(name => `${name} = excluded.${name}`)
  .join();

/** Stores scores of a day; a later score of the same day replaces an earlier one. */
export async function writeDays(
  transaction: Knex.Transaction,
  day: Day,
  scores: readonly ScoredDay[],
): Promise<void> {
  if (scores.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    { scope: 'text', owner_ref: 'text', assets: 'integer', ...tallyKinds },
    scores.map(({ scope, ownerRef, assets, tally }) => ({
      scope,
      owner_ref: ownerRef,
      assets,
      ...tallyToRow(tally),
    })),
  );
  await transaction.raw(
    `INSERT INTO score_day (scope, day, owner_ref, assets, ${TALLY_COLUMNS.join()})
     SELECT scope, CAST(? AS text), owner_ref, assets, ${TALLY_COLUMNS.join()}
     FROM (?) AS scored WHERE true
     ON CONFLICT (scope, day) DO UPDATE SET ${MERGE}`,
    [day, rows],
  );
}

/** Stores the totals of some scopes as those of a day. */
export async function writeTotalDays(
  transaction: Knex.Transaction,
  day: Day,
  scopes: readonly string[],
): Promise<void> {
  await transaction.raw(
    `INSERT INTO score_day (scope, day, assets, ${TALLY_COLUMNS.join()})
     SELECT scope, CAST(? AS text), assets, ${TALLY_COLUMNS.join()}
     FROM score_total WHERE scope IN ?
     ON CONFLICT (scope, day) DO UPDATE SET ${MERGE}`,
    [day, listTexts(transaction, scopes)],
  );
}
