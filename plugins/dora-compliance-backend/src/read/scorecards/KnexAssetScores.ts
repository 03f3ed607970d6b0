import type { AssetScoreView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { whereTextIn } from '../../kernel/database/listTexts';
import { TALLY_COLUMNS, type TallyRow } from '../../scores/tallyColumns';
import { readScore } from '../inventory/inventoryItem';
import { joinScores } from '../inventory/KnexStatusFilter';

/** The scores of some assets of the inventory, in one statement. */
export async function readAssetScores(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<AssetScoreView[]> {
  if (entityRefs.length === 0) {
    return [];
  }
  const query = joinScores(knex('asset_index')).select(
    'asset_index.entity_ref',
    ...TALLY_COLUMNS.map(name => `asset_score.${name}`),
  );
  const rows: ({ entity_ref: string } & TallyRow)[] = await whereTextIn(
    query,
    knex,
    'asset_index.entity_ref',
    entityRefs,
  ).orderBy('asset_index.entity_ref');
  return rows.map(row => ({ entityRef: row.entity_ref, ...readScore(row) }));
}
