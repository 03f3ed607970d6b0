import {
  type ControlStatus,
  type Instant,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { CursorError, readKeys } from '../../kernel/paging/cursor';
import { cutPage } from '../../kernel/paging/cutPage';
import type { ScorecardScope } from '../scorecards/ScorecardScope';
import {
  describePairs,
  selectNewPairs,
  selectOpenPairs,
} from './KnexOpenPairs';
import type { ActionRank, OPEN } from './rankActions';

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
  /** Absent if it was never assessed. */
  since?: Instant;
};

type ActionRow = {
  entity_ref: string;
  owner_ref: string;
  provider_ref: string | null;
  criticality_rank: number;
  control_id: string;
  status: ControlStatus;
  assessment_id: string | null;
  summary: string | null;
  as_of: StoredInstant | null;
  gain: StoredNumber;
  title: string | null;
};

/** Where a page begins: after a pair with a result, or after one without any. */
type Place = { isNew: boolean; keys: [number, string, string] };

/**
 * A page of what waits for the owners of a scope, the greatest gain first. What was
 * never assessed comes last, because nobody knows yet whether it asks for work.
 */
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
  const { limit, cursor, status } = options;
  const from = cursor ? readPlace(cursor) : undefined;
  const ranks = options.ranks.filter(one => !status || one.status === status);
  const unknown = ranks.filter(one => one.status === 'not-assessed');
  const rows: ActionRow[] = [];
  if (!from?.isNew) {
    const page = selectOpenPairs(knex, scope, ranks);
    rows.push(...(await readPage(knex, page, limit + 1, from)));
  }
  const left = limit + 1 - rows.length;
  if (left > 0 && unknown.length > 0) {
    const page = selectNewPairs(knex, scope, unknown);
    const begin = from?.isNew ? from : undefined;
    rows.push(...(await readPage(knex, page, left, begin)));
  }
  const { shown, next } = cutPage(rows, limit, row => [
    row.assessment_id === null ? 'new' : 'known',
    String(readNumber(row.gain)),
    row.entity_ref,
    row.control_id,
  ]);
  return { items: shown.map(toAction), ...next };
}

async function readPage(
  knex: Knex,
  pairs: Knex.QueryBuilder,
  limit: number,
  from: Place | undefined,
): Promise<ActionRow[]> {
  const page = pairs
    .orderBy([
      { column: 'ranks.gain', order: 'desc' },
      'asset_score.entity_ref',
      'ranks.control_id',
    ])
    .limit(limit);
  if (from) {
    page.whereRaw(
      '(- ranks.gain, asset_score.entity_ref, ranks.control_id) > (?, ?, ?)',
      from.keys,
    );
  }
  return describePairs(knex, page);
}

function readPlace(cursor: string): Place {
  const [kind, gain = '', entityRef = '', controlId = ''] = readKeys(cursor, 4);
  if (!/^\d{1,15}$/.test(gain)) {
    throw new CursorError();
  }
  return { isNew: kind === 'new', keys: [-Number(gain), entityRef, controlId] };
}

function toAction(row: ActionRow): Action {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? row.entity_ref,
    ownerRef: row.owner_ref,
    providerRef: row.provider_ref ?? '',
    rank: row.criticality_rank,
    controlId: row.control_id,
    status: row.status,
    reason: row.summary
      ? JSON.parse(row.summary).reason
      : reason('not-yet-assessed'),
    ...(row.as_of && { since: readInstant(row.as_of) }),
  };
}
