import type {
  Day,
  DayScore,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { scoreTally } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { listTexts, whereTextIn } from '../../kernel/database/listTexts';
import {
  TALLY_COLUMNS,
  tallyFromRow,
  type TallyRow,
} from '../../scores/tallyColumns';
import { isShown } from './isShown';
import { whereScope } from './KnexWhereScope';
import { listTotals, type ScorecardScope } from './ScorecardScope';

const COLUMNS = ['assets', ...TALLY_COLUMNS];

/**
 * The scores of a scope over time: that of the first day, and each day on which it
 * changed. A stored score holds until the next one of the same scope, so that the
 * sum over several scopes changes by the difference between two scores.
 */
export async function readScoreHistory(
  knex: Knex,
  scope: ScorecardScope,
  { from, to }: { from: Day; to: Day },
): Promise<DayScore[]> {
  const steps = COLUMNS.map(
    name =>
      `${name} - COALESCE(LAG(${name}) OVER (PARTITION BY scope ORDER BY day), 0) AS ${name}`,
  );
  const changes = knex
    .from(selectDays(knex, scope, to).as('days'))
    .select('day', knex.raw(steps.join()));
  const days = knex
    .from(changes.as('changes'))
    .groupByRaw('1')
    .select(
      knex.raw(
        `CASE WHEN day < ? THEN ? ELSE day END AS day, ${COLUMNS.map(
          name => `SUM(${name}) AS ${name}`,
        ).join()}`,
        [from, from],
      ),
    );
  const rows: (TallyRow & {
    day: Day;
    assets: StoredNumber;
    recorded_from: Day | null;
  })[] = await knex
    .from(days.as('sums'))
    .orderBy('day')
    .select(
      'day',
      knex.raw('(SELECT recorded_from FROM score_state) AS recorded_from'),
      knex.raw(
        COLUMNS.map(
          name => `SUM(${name}) OVER (ORDER BY day) AS ${name}`,
        ).join(),
      ),
    );
  return rows.map(row => ({
    day: row.day,
    assets: readNumber(row.assets),
    score: scoreTally(tallyFromRow(row)),
    ...(row.recorded_from &&
      row.day < row.recorded_from && { isReconstructed: true as const }),
  }));
}

/**
 * The first day that was recorded, if one was, and whether the past of some assets of
 * the scope is still to be computed again.
 */
export async function readPastState(
  knex: Knex,
  scope: ScorecardScope,
): Promise<{ recordedFrom?: Day; isOutdated: boolean }> {
  const queued = whereScope(
    knex('asset_score').select(knex.raw('1')),
    knex,
    scope,
  ).whereIn(
    'asset_score.entity_ref',
    knex('past_queue').select('past_queue.entity_ref') as never,
  );
  const row:
    | { recorded_from: Day | null; outdated: boolean | number }
    | undefined = await knex('score_state').first(
    'recorded_from',
    knex.raw('EXISTS ? AS outdated', [queued]),
  );
  return {
    ...(row?.recorded_from && { recordedFrom: row.recorded_from }),
    isOutdated: Boolean(row?.outdated),
  };
}

/**
 * The score that held at the end of a day; undefined if there is none. Of each total,
 * only the latest score until then is read.
 */
export async function readScoreOn(
  knex: Knex,
  scope: ScorecardScope,
  day: Day,
): Promise<DayScore | undefined> {
  const latest = knex.raw(
    `JOIN score_day ON score_day.scope = part.text AND score_day.day =
       (SELECT MAX(known.day) FROM score_day AS known
        WHERE known.scope = part.text AND known.day <= ? AND ${isShown})`,
    [day],
  );
  const [row]: (TallyRow & {
    assets: StoredNumber | null;
    recorded_from: Day | null;
  })[] = await knex
    .from(selectParts(knex, scope))
    .joinRaw(latest as never)
    .select(
      knex.raw('(SELECT recorded_from FROM score_state) AS recorded_from'),
      ...COLUMNS.map(name =>
        knex.raw(`SUM(?) AS ${name}`, [countColumn(knex, scope, name)]),
      ),
    );
  return row?.assets === null || row === undefined
    ? undefined
    : {
        day,
        assets: readNumber(row.assets),
        score: scoreTally(tallyFromRow(row)),
        ...(row.recorded_from &&
          day < row.recorded_from && { isReconstructed: true as const }),
      };
}

/**
 * The stored scores that count: totals if the caller may read everything, otherwise
 * those of the assets that may be read. Days on which an asset belonged to another
 * owner count as nothing.
 */
function selectDays(
  knex: Knex,
  scope: ScorecardScope,
  to: Day,
): Knex.QueryBuilder {
  const days = knex('score_day').where('day', '<=', to).whereRaw(isShown);
  if (scope.visible === 'all') {
    return whereTextIn(days, knex, 'scope', listTotals(scope)).select(
      'scope',
      'day',
      ...COLUMNS,
    );
  }
  return days
    .whereIn('scope', selectAssets(knex, scope) as never)
    .select(
      'scope',
      'day',
      ...COLUMNS.map(name =>
        knex.raw(`? AS ${name}`, [countColumn(knex, scope, name)]),
      ),
    );
}

/** The totals, or assets, whose stored scores count. */
function selectParts(knex: Knex, scope: ScorecardScope): Knex.Raw {
  return scope.visible === 'all'
    ? knex.raw('? AS part', [listTexts(knex, listTotals(scope))])
    : knex.raw('? AS part', [selectAssets(knex, scope)]);
}

/** The assets that may be read, as scopes. */
function selectAssets(knex: Knex, scope: ScorecardScope): Knex.QueryBuilder {
  return whereScope(
    knex('asset_score').select(
      knex.raw("'asset:' || asset_score.entity_ref AS text"),
    ),
    knex,
    // Assets that belonged to the group then may belong to another one now.
    scope.of === 'group' ? { ...scope, of: 'organization' } : scope,
  );
}

/** A column of stored scores; nothing on days when an asset had another owner. */
function countColumn(
  knex: Knex,
  scope: ScorecardScope,
  name: string,
): Knex.Raw {
  return scope.visible === 'all' || scope.of !== 'group'
    ? knex.raw(name)
    : knex.raw(`CASE WHEN owner_ref IN ? THEN ${name} ELSE 0 END`, [
        listTexts(knex, scope.owners),
      ]);
}
