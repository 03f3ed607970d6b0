import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { tallyPairs } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import { jsonRows } from '../kernel/database/jsonRows';
import { type AssetScore, orderByRisk, tallyAsset } from './scoreAsset';
import { scopeKeys } from './scopes';
import type { ScoreChange } from './sumChanges';
import { TALLY_COLUMNS, tallyKinds, tallyToRow } from './tallyColumns';
import { writeDays } from './KnexWriteDays';

/** Stores the scores of assets, removes those of assets that are gone. */
export async function writeScores(
  transaction: Knex.Transaction,
  changes: readonly ScoreChange[],
  today: Day,
): Promise<void> {
  const gone = changes.flatMap(({ before, after }) =>
    before && !after ? [before] : [],
  );
  const there = changes.flatMap(({ after }) => after ?? []);
  await remove(transaction, gone);
  await save(transaction, there);
  await writeDays(transaction, today, [
    ...there.map(score => ({
      scope: scopeKeys.asset(score.entityRef),
      ownerRef: score.ownerRef,
      assets: 1,
      tally: tallyAsset(score),
    })),
    ...gone.map(score => ({
      scope: scopeKeys.asset(score.entityRef),
      ownerRef: score.ownerRef,
      assets: 0,
      tally: tallyPairs([]),
    })),
  ]);
}

async function remove(
  transaction: Knex.Transaction,
  gone: readonly AssetScore[],
): Promise<void> {
  for (const chunk of inChunks(gone)) {
    await transaction('asset_score')
      .whereIn(
        'entity_ref',
        chunk.map(({ entityRef }) => entityRef),
      )
      .delete();
  }
}

async function save(
  transaction: Knex.Transaction,
  there: readonly AssetScore[],
): Promise<void> {
  const kinds = {
    entity_ref: 'text',
    owner_ref: 'text',
    criticality_rank: 'integer',
    scopes: 'json',
    statuses: 'json',
    ...tallyKinds,
    risk_order: 'integer',
  } as const;
  const columns = Object.keys(kinds);
  const rows = jsonRows(
    transaction,
    kinds,
    there.map(score => ({
      entity_ref: score.entityRef,
      owner_ref: score.ownerRef,
      criticality_rank: score.rank,
      scopes: JSON.stringify(score.scopes),
      statuses: JSON.stringify(score.cells),
      ...tallyToRow(tallyAsset(score)),
      risk_order: orderByRisk(score),
    })),
  );
  await transaction.raw(
    `INSERT INTO asset_score (${columns.join()})
     SELECT entity_ref, owner_ref, criticality_rank, CAST(scopes AS text),
       CAST(statuses AS text), ${TALLY_COLUMNS.join()}, risk_order
     FROM (?) AS changed WHERE true
     ON CONFLICT (entity_ref) DO UPDATE SET ${columns
       .slice(1)
       .map(name => `${name} = excluded.${name}`)
       .join()}`,
    [rows],
  );
}
