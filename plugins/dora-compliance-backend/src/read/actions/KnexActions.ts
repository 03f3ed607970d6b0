import type {
  ControlStatus,
  Instant,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { jsonRows } from '../../kernel/database/jsonRows';
import { CursorError, readKeys } from '../../kernel/paging/cursor';
import { cutPage } from '../../kernel/paging/cutPage';
import { whereScope } from '../scorecards/KnexWhereScope';
import type { ScorecardScope } from '../scorecards/ScorecardScope';
import { type ActionRank, OPEN } from './rankActions';

/** A pair that waits for somebody. */
export type Action = {
  entityRef: string;
  title: string;
  ownerRef: string;
  providerRef: string;
  rank: number;
  controlId: string;
  status: ControlStatus;
  reason: Reason;
  since: Instant;
};

type ActionRow = {
  entity_ref: string;
  owner_ref: string;
  provider_ref: string;
  criticality_rank: number;
  control_id: string;
  status: ControlStatus;
  summary: string;
  as_of: StoredInstant;
  gain: StoredNumber;
  title: string | null;
};

/** A page of what waits for the owners of a scope, the greatest gain first. */
export async function readActions(
  knex: Knex,
  scope: ScorecardScope,
  options: {
    ranks: readonly ActionRank[];
    status?: (typeof OPEN)[number] | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ items: Action[]; nextCursor?: string }> {
  const { limit, cursor, status, ranks } = options;
  const page = selectPairs(knex, scope, ranks)
    .orderBy([
      { column: 'ranks.gain', order: 'desc' },
      'asset_score.entity_ref',
      'control_status.control_id',
    ])
    .limit(limit + 1);
  if (status) {
    page.where('control_status.status', status);
  }
  if (cursor) {
    const [gain = '', ...pair] = readKeys(cursor, 3);
    if (!/^\d{1,15}$/.test(gain)) {
      throw new CursorError();
    }
    page.whereRaw(
      '(- ranks.gain, asset_score.entity_ref, control_status.control_id) > (?, ?, ?)',
      [-Number(gain), ...pair],
    );
  }
  const rows: ActionRow[] = await describePairs(knex, page);
  const { shown, next } = cutPage(rows, limit, row => [
    String(readNumber(row.gain)),
    row.entity_ref,
    row.control_id,
  ]);
  return { items: shown.map(toAction), ...next };
}

function selectPairs(
  knex: Knex,
  scope: ScorecardScope,
  ranks: readonly ActionRank[],
): Knex.QueryBuilder {
  const ranked = jsonRows(
    knex,
    { control_id: 'text', rank: 'integer', status: 'text', gain: 'integer' },
    ranks,
  ).wrap('(', ') AS ranks');
  return whereScope(
    knex('asset_score')
      .join(
        'control_status',
        'control_status.entity_ref',
        'asset_score.entity_ref',
      )
      .join(ranked, join =>
        join
          .on('ranks.control_id', 'control_status.control_id')
          .on('ranks.status', 'control_status.status')
          .on('ranks.rank', 'asset_score.criticality_rank'),
      ),
    knex,
    scope,
  ).select(
    'asset_score.entity_ref',
    'asset_score.owner_ref',
    'asset_score.criticality_rank',
    'control_status.control_id',
    'control_status.status',
    'control_status.assessment_id',
    'ranks.gain',
  );
}

/** Adds reasons, titles and providers to the pairs of a page, and to no others. */
function describePairs(knex: Knex, page: Knex.QueryBuilder): Knex.QueryBuilder {
  return knex
    .from(page.as('page'))
    .join('asset_index', 'asset_index.entity_ref', 'page.entity_ref')
    .join('assessment', 'assessment.id', 'page.assessment_id')
    .leftJoin('inventory_node', 'inventory_node.entity_ref', 'page.entity_ref')
    .orderBy([
      { column: 'page.gain', order: 'desc' },
      'page.entity_ref',
      'page.control_id',
    ])
    .select(
      'page.*',
      'asset_index.provider_ref',
      'assessment.summary',
      'assessment.as_of',
      'inventory_node.title',
    );
}

function toAction(row: ActionRow): Action {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? row.entity_ref,
    ownerRef: row.owner_ref,
    providerRef: row.provider_ref,
    rank: row.criticality_rank,
    controlId: row.control_id,
    status: row.status,
    reason: JSON.parse(row.summary).reason,
    since: readInstant(row.as_of),
  };
}
