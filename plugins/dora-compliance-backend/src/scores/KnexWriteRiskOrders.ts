import type { Knex } from 'knex';
import { isSqlite } from '../kernel/database/isSqlite';
import { jsonRows } from '../kernel/database/jsonRows';
import { type AssetScore, orderByRisk } from './scoreAsset';

/**
 * Stores the places of assets by risk where lists sort by them. Rows are locked in the
 * order in which a sweep of the catalog locks them.
 */
export async function writeRiskOrders(
  transaction: Knex.Transaction,
  scores: readonly AssetScore[],
): Promise<void> {
  if (scores.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    { entity_ref: 'text', risk_order: 'integer' },
    scores.map(score => ({
      entity_ref: score.entityRef,
      risk_order: orderByRisk(score),
    })),
  );
  await transaction.raw(
    `UPDATE asset_index SET risk_order = moved.risk_order
     FROM (SELECT asset_index.entity_ref, scored.risk_order FROM asset_index
       JOIN (?) AS scored ON scored.entity_ref = asset_index.entity_ref
       WHERE asset_index.risk_order <> scored.risk_order
       ORDER BY asset_index.entity_ref
       ${isSqlite(transaction) ? '' : 'FOR NO KEY UPDATE OF asset_index'}
     ) AS moved
     WHERE asset_index.entity_ref = moved.entity_ref`,
    [rows],
  );
}
