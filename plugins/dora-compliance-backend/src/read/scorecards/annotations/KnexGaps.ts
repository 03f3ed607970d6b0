import type { Knex } from 'knex';
import { whereScope } from '../KnexWhereScope';
import type { ScorecardScope } from '../ScorecardScope';
import { selectColumns, type TimeRange, writeDay } from './KnexAnnotationRow';

/**
 * When a gap was closed. Of a whole source, that tells something about all its
 * assets: who may not read all of them is not told.
 */
const CLOSED = {
  all: 'made_good_at',
  some: "CASE WHEN target_key = '' THEN NULL ELSE made_good_at END",
};

/**
 * Selects the gaps of sources of the assets of a scope: those of all of a source that
 * reported on one of these assets or is polled for it, and those of their repositories
 * and pipelines. Gaps of several targets are one if they have the same days.
 */
export function selectGaps(
  knex: Knex,
  scope: ScorecardScope,
  range: TimeRange,
): Knex.QueryBuilder {
  const ofTargets = selectLasting(knex, scope, range)
    .whereNot('target_key', '')
    .whereIn('target_key', selectKeys(knex, scope) as never);
  const ofSources = selectLasting(knex, scope, range)
    .where('target_key', '')
    .where(gap => whereConcerned(gap, knex, scope));
  return (
    knex
      // Not one condition with OR: PostgreSQL would estimate it as very expensive.
      .from(ofTargets.unionAll([ofSources]).as('gaps'))
      .groupBy('source_id', 'cause', 'day', 'until', 'closed', 'target')
      .select(
        selectColumns(knex, 'gap', {
          day: 'day',
          until: 'until',
          closed: 'closed',
          // What lasts is later than any day.
          latest: "COALESCE(closed, until, '9999-12-31')",
          cause: 'cause',
          what: 'source_id',
          // One may have had several gaps on a day.
          amount: "COUNT(DISTINCT NULLIF(target_key, ''))",
        }),
      )
  );
}

/** Gaps that lasted, or were closed, in a time. */
function selectLasting(
  knex: Knex,
  { visible }: ScorecardScope,
  { start, end }: TimeRange,
): Knex.QueryBuilder {
  const closed = visible === 'all' ? CLOSED.all : CLOSED.some;
  return knex('source_gap')
    .where('from_at', '<=', end)
    .where(lasting =>
      lasting
        .whereNull('to_at')
        .orWhere('to_at', '>=', start)
        .orWhereRaw(`${closed} >= ?`, [start]),
    )
    .select(
      'source_id',
      'target_key',
      'cause',
      knex.raw(`${writeDay(knex, 'from_at')} AS day`),
      knex.raw(`${writeDay(knex, 'to_at')} AS until`),
      knex.raw(`${writeDay(knex, `(${closed})`)} AS closed`),
      knex.raw("CASE WHEN target_key = '' THEN 0 ELSE 1 END AS target"),
    );
}

/** Narrows gaps to sources that reported on something of a scope, or are polled for it. */
function whereConcerned(
  gaps: Knex.QueryBuilder,
  knex: Knex,
  scope: ScorecardScope,
): void {
  const reported = knex('source_subject');
  const polled = knex('collection_target');
  if (isEverything(scope)) {
    const ofGap = 'source_id = source_gap.source_id';
    gaps
      .whereExists(reported.whereRaw(`source_subject.${ofGap}`))
      .orWhereExists(polled.whereRaw(`collection_target.${ofGap}`));
    return;
  }
  gaps.whereIn(
    'source_id',
    reported
      .whereIn('subject_key', selectKeys(knex, scope) as never)
      .select('source_id')
      .union(
        polled
          .whereIn('target_key', selectKeys(knex, scope) as never)
          .select('source_id'),
      ) as never,
  );
}

/** The keys of the assets of a scope, and of their repositories and pipelines. */
function selectKeys(knex: Knex, scope: ScorecardScope): Knex.QueryBuilder {
  const keys = knex('asset_identifier').select('asset_identifier.subject_key');
  const assets = knex('asset_score').select('asset_score.entity_ref');
  return isEverything(scope)
    ? keys
    : keys.whereIn(
        'asset_identifier.entity_ref',
        whereScope(assets, knex, scope) as never,
      );
}

/** Whether no asset is left out. Each would be looked up otherwise, however many. */
function isEverything({ of, visible }: ScorecardScope): boolean {
  return of === 'organization' && visible === 'all';
}
