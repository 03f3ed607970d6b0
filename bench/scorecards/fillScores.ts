import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markAllScores } from '../../plugins/dora-compliance-backend/src/due/KnexMarkScores';

/** Teams, as the benchmark of the peer has. */
export const TEAMS = 40;

const STATUSES = `(ARRAY['satisfied', 'satisfied', 'not-satisfied', 'not-assessed',
  'satisfied', 'not-applicable', 'risk-accepted'])`;

/** The assets of the benchmark: there can be those of an example bank besides. */
const ADDED = `title_key ~ '^c[0-9]+$'`;

/** Adds assets of forty teams, with a status for each control. */
export async function fillScores(
  knex: Knex,
  assets: number,
  controls: readonly Control[],
): Promise<void> {
  await knex.raw(
    `INSERT INTO asset_index (entity_ref, kind, type, title_key, search_text,
       owner_ref, system_ref, provider_ref, exposure, problems, missing_count,
       criticality_rank)
     SELECT 'component:default/c' || n, 'component', 'service', 'c' || n, 'c' || n,
       'group:default/t' || n % ?, 'system:default/s' || n % 500, '', '', 0, 0, n % 4
     FROM generate_series(0, ?) AS n`,
    [TEAMS, assets - 1],
  );
  await knex.raw(
    `INSERT INTO inventory_node (entity_ref, node, title, digest, declared)
     SELECT entity_ref, 'asset', title_key, '', '{}' FROM asset_index WHERE ${ADDED}`,
  );
  await knex.raw(
    `INSERT INTO asset_function (entity_ref, function_ref)
     SELECT entity_ref, 'resource:default/f' || criticality_rank * 10 + LENGTH(title_key)
     FROM asset_index WHERE ${ADDED}`,
  );
  await fillAssessments(knex, controls);
  for (const [place, { id }] of controls.entries()) {
    await knex.raw(
      `INSERT INTO control_status (entity_ref, control_id, assessment_id,
         result_digest, status, assessed_at)
       SELECT entity_ref, ?, 'shared', '', ${STATUSES}[1 + (LENGTH(entity_ref) * 7
         + CAST(SUBSTR(title_key, 2) AS integer) * 3 + ?) % 7], now()
       FROM asset_index WHERE ${ADDED}`,
      [id, place],
    );
  }
  await knex.transaction(markAllScores);
  await knex.raw('ANALYZE');
}

/** One assessment that all pairs have: lists of actions read a reason for each. */
async function fillAssessments(
  knex: Knex,
  controls: readonly Control[],
): Promise<void> {
  const summary = { reason: { code: 'never-scanned', params: {} } };
  await knex('assessment').insert({
    id: 'shared',
    entity_ref: '',
    control_id: controls[0]!.id,
    as_of: '2026-11-01T00:00:00.000Z',
    status: 'not-satisfied',
    summary: JSON.stringify(summary),
    body: '{}',
  });
}

/** Three years in which each part of the organization changes every day. */
export async function fillHistory(knex: Knex, days: number): Promise<void> {
  await knex.raw(
    `INSERT INTO score_day (scope, day, assets, not_applicable, satisfied,
       risk_accepted, not_assessed, not_satisfied, assessed_weight,
       satisfied_weight)
     SELECT scope, TO_CHAR(DATE '2023-11-01' + n, 'YYYY-MM-DD'), assets,
       not_applicable, satisfied - n % 5, risk_accepted, not_assessed,
       not_satisfied + n % 5, assessed_weight, satisfied_weight - n % 5
     FROM score_total, generate_series(0, ?) AS n
     WHERE scope <> 'x' ON CONFLICT DO NOTHING`,
    [days - 1],
  );
  // Each asset changes every third week.
  await knex.raw(
    `INSERT INTO score_day (scope, day, owner_ref, assets, not_applicable,
       satisfied, risk_accepted, not_assessed, not_satisfied, assessed_weight,
       satisfied_weight)
     SELECT 'asset:' || entity_ref, TO_CHAR(DATE '2023-11-01' + n * 21, 'YYYY-MM-DD'),
       owner_ref, 1, not_applicable, satisfied, risk_accepted, not_assessed,
       not_satisfied, assessed_weight, satisfied_weight
     FROM asset_score, generate_series(0, ?) AS n ON CONFLICT DO NOTHING`,
    [Math.floor(days / 21) - 1],
  );
  await knex.raw('ANALYZE');
}

/** One change of each status in each of three years. */
export async function fillChanges(knex: Knex): Promise<void> {
  await knex.raw(
    `INSERT INTO status_change (entity_ref, control_id, owner_ref, from_status,
       to_status, changed_at)
     SELECT entity_ref, control_id, owner_ref, 'satisfied', status,
       TIMESTAMPTZ '2026-10-31' - (year * 365 + LENGTH(control_id)) * INTERVAL '1 day'
     FROM control_status JOIN asset_index USING (entity_ref),
       generate_series(0, 2) AS year`,
  );
}
