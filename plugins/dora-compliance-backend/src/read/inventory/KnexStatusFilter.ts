import type { InventoryStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';

/** No control is open or has an accepted risk. */
const NONE_OPEN =
  'asset_score.not_satisfied = 0 AND asset_score.not_assessed = 0 AND asset_score.risk_accepted = 0';

/** What the filter by status finds, of assets that have a score. */
const scored: Readonly<Record<Exclude<InventoryStatus, 'not-scored'>, string>> =
  {
    'not-satisfied': 'asset_score.not_satisfied > 0',
    'not-assessed': 'asset_score.not_assessed > 0',
    'risk-accepted': 'asset_score.risk_accepted > 0',
    satisfied: `${NONE_OPEN} AND asset_score.satisfied > 0`,
    'not-applicable': `${NONE_OPEN} AND asset_score.satisfied = 0 AND asset_score.not_applicable > 0`,
  };

/** A score without a single control says nothing about the asset. */
const HAS_CONTROLS =
  'asset_score.not_satisfied + asset_score.not_assessed + asset_score.risk_accepted + asset_score.satisfied + asset_score.not_applicable > 0';

/** Narrows a query on `asset_index` to assets with one of these statuses. */
export function applyStatuses(
  query: Knex.QueryBuilder,
  names: readonly string[] | undefined,
): void {
  if (!names?.length) {
    return;
  }
  query.where(either => {
    either.whereRaw('1 = 0');
    if (names.includes('not-scored')) {
      either.orWhereRaw(`NOT ${selectScore(HAS_CONTROLS)}`);
    }
    for (const [name, condition] of Object.entries(scored)) {
      if (names.includes(name)) {
        either.orWhereRaw(selectScore(condition));
      }
    }
  });
}

function selectScore(condition: string): string {
  return `EXISTS (SELECT 1 FROM asset_score WHERE asset_score.entity_ref = asset_index.entity_ref AND ${condition})`;
}

/** Adds the score of each asset; its columns are null if there is none yet. */
export function joinScores(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.leftJoin(
    'asset_score',
    'asset_score.entity_ref',
    'asset_index.entity_ref',
  );
}

/** What each value of the filter finds, after `joinScores`. */
export const statusConditions: Readonly<Record<InventoryStatus, string>> = {
  ...scored,
  'not-scored': `NOT COALESCE(${HAS_CONTROLS}, false)`,
};
