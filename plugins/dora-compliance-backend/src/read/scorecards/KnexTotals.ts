import type { Tally } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { isSqlite } from '../../kernel/database/isSqlite';
import { whereTextIn } from '../../kernel/database/listTexts';
import {
  TALLY_COLUMNS,
  tallyFromRow,
  type TallyRow,
} from '../../scores/tallyColumns';
import { whereScope } from './KnexWhereScope';
import { hasTotals, listTotals, type ScorecardScope } from './ScorecardScope';

const SUMS = TALLY_COLUMNS.map(name => `SUM(${name}) AS ${name}`).join();

/** A number of assets, and the sum of their tallies. */
type Total = { assets: number; tally: Tally };

/**
 * The total of a scope: from stored totals if the caller may read everything,
 * otherwise from the assets that may be read. Both are the same sum.
 */
export async function readTotal(
  knex: Knex,
  scope: ScorecardScope,
): Promise<Total> {
  const query = hasTotals(scope)
    ? whereTextIn(knex('score_total'), knex, 'scope', listTotals(scope)).select(
        knex.raw(`SUM(assets) AS assets, ${SUMS}`),
      )
    : whereScope(knex('asset_score'), knex, scope).select(
        knex.raw(`COUNT(*) AS assets, ${SUMS}`),
      );
  const [row]: (TallyRow & { assets: StoredNumber | null })[] = await query;
  return {
    assets: readNumber(row?.assets ?? 0),
    tally: tallyFromRow(row ?? ({} as TallyRow)),
  };
}

/** The same for each control. */
export async function readControlTotals(
  knex: Knex,
  scope: ScorecardScope,
): Promise<Map<string, Tally>> {
  const query = hasTotals(scope)
    ? whereTextIn(knex('control_total'), knex, 'scope', listTotals(scope))
        .groupBy('control_id')
        .select(knex.raw(`control_id, ${SUMS}`))
    : knex
        .from(selectCells(knex, scope).as('cells'))
        .groupBy('control_id')
        .select(knex.raw(`control_id, ${SUMS}`));
  const rows: (TallyRow & { control_id: string })[] = await query;
  return new Map(rows.map(row => [row.control_id, tallyFromRow(row)]));
}

/** The pairs of the assets that may be read, with the columns of a tally. */
function selectCells(knex: Knex, scope: ScorecardScope): Knex.QueryBuilder {
  const cells = isSqlite(knex)
    ? 'json_each(asset_score.statuses) AS cell'
    : 'json_each(CAST(asset_score.statuses AS json)) AS cell';
  const status = 'cell.value ->> 0';
  const weight = 'CAST(cell.value ->> 1 AS integer)';
  const count = (name: string) =>
    `CASE WHEN ${status} = '${name}' THEN 1 ELSE 0 END`;
  return whereScope(
    knex('asset_score').joinRaw(`CROSS JOIN ${cells}`),
    knex,
    scope,
  ).select(
    knex.raw(`cell.key AS control_id,
      ${count('not-applicable')} AS not_applicable,
      ${count('satisfied')} AS satisfied,
      ${count('risk-accepted')} AS risk_accepted,
      ${count('not-assessed')} AS not_assessed,
      ${count('not-satisfied')} AS not_satisfied,
      CASE WHEN ${status} IN ('satisfied', 'risk-accepted', 'not-satisfied')
        THEN ${weight} ELSE 0 END AS assessed_weight,
      CASE WHEN ${status} = 'satisfied'
        THEN ${weight} ELSE 0 END AS satisfied_weight`),
  );
}
