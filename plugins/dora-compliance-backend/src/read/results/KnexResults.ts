import {
  type Assessment,
  type ControlStatus,
  type Instant,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { listTexts, whereTextIn } from '../../kernel/database/listTexts';
import { cutPage } from '../../kernel/paging/cutPage';
import {
  type AssetPage,
  listAssetKeys,
  orderAssets,
} from '../scorecards/KnexOrderAssets';
import { whereScope } from '../scorecards/KnexWhereScope';
import type { ScorecardScope } from '../scorecards/ScorecardScope';
import { whereMember } from './KnexWhereMember';

/** Which results are read. */
export type ResultsFilter = {
  controlIds: readonly string[];
  statuses: readonly ControlStatus[];
  /** The kind of the members that are asked about. */
  member?: string | undefined;
};

/** A result of a control for an asset, as it is stored. */
export type StoredResult = {
  entityRef: string;
  title: string;
  ownerRef: string;
  providerRef: string;
  rank: number;
  controlId: string;
  since?: Instant;
  assessment: Pick<Assessment, 'status' | 'reason' | 'counts' | 'rows'>;
};

type ResultRow = {
  entity_ref: string;
  title: string | null;
  owner_ref: string;
  provider_ref: string | null;
  criticality_rank: number;
  risk_order: StoredNumber;
  control_id: string;
  body: string | null;
  as_of: StoredInstant | null;
};

/**
 * The status of a pair. One without an assessment, or whose status points to that of
 * another pair, is not assessed.
 */
const STATUS = "COALESCE(assessment.status, 'not-assessed')";

/** A page of the results of a scope. */
export async function readResults(
  knex: Knex,
  scope: ScorecardScope,
  { limit, cursor, order, ...filter }: ResultsFilter & AssetPage,
): Promise<{ items: StoredResult[]; nextCursor?: string }> {
  const rows: ResultRow[] = await orderAssets(
    selectPairs(knex, scope, filter),
    { limit, cursor, ...(order && { order }) },
    ['chosen.text'],
  );
  const { shown, next } = cutPage(rows, limit, row => [
    ...listAssetKeys(
      { risk: readNumber(row.risk_order), entityRef: row.entity_ref },
      order,
    ),
    row.control_id,
  ]);
  return { items: shown.map(toResult), ...next };
}

function selectPairs(
  knex: Knex,
  scope: ScorecardScope,
  { controlIds, statuses, member }: ResultsFilter,
): Knex.QueryBuilder {
  const pairs = knex('asset_score')
    .joinRaw('CROSS JOIN ? AS chosen', [listTexts(knex, controlIds)] as never)
    .leftJoin('control_status', join =>
      join
        .on('control_status.entity_ref', 'asset_score.entity_ref')
        .on('control_status.control_id', 'chosen.text'),
    )
    .leftJoin('assessment', join =>
      join
        .on('assessment.id', 'control_status.assessment_id')
        .on('assessment.entity_ref', 'control_status.entity_ref')
        .on('assessment.control_id', 'control_status.control_id')
        .on('assessment.status', 'control_status.status'),
    )
    .leftJoin('asset_index', 'asset_index.entity_ref', 'asset_score.entity_ref')
    .leftJoin(
      'inventory_node',
      'inventory_node.entity_ref',
      'asset_score.entity_ref',
    );
  whereScope(pairs, knex, scope);
  whereTextIn(pairs, knex, STATUS, statuses);
  if (member !== undefined) {
    whereMember(pairs, knex, member);
  }
  return pairs.select(
    'asset_score.entity_ref',
    'asset_score.owner_ref',
    'asset_score.criticality_rank',
    'asset_score.risk_order',
    'asset_index.provider_ref',
    'inventory_node.title',
    'chosen.text AS control_id',
    'assessment.body',
    'assessment.as_of',
  );
}

function toResult(row: ResultRow): StoredResult {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? row.entity_ref,
    ownerRef: row.owner_ref,
    providerRef: row.provider_ref ?? '',
    rank: row.criticality_rank,
    controlId: row.control_id,
    ...(row.as_of && { since: readInstant(row.as_of) }),
    assessment: row.body ? JSON.parse(row.body) : neverAssessed(),
  };
}

function neverAssessed(): StoredResult['assessment'] {
  return {
    status: 'not-assessed',
    reason: reason('not-yet-assessed'),
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
    rows: [],
  };
}
