import {
  type Day,
  type DayScore,
  type ScorecardLine,
  type ScorecardLines,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { scoreTally } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { isSqlite } from '../../kernel/database/isSqlite';
import { listTexts } from '../../kernel/database/listTexts';
import { CursorError, readKeys, writeCursor } from '../../kernel/paging/cursor';
import { whereInCatalog, whereVisible } from '../../permissions/KnexVisible';
import type { IsReadable } from '../../permissions/Reader';
import type { Visibility } from '../../permissions/Visibility';
import {
  TALLY_COLUMNS,
  tallyFromRow,
  type TallyRow,
} from '../../scores/tallyColumns';
import { isShown } from './isShown';
import { NONE } from './ScorecardScope';

/** Which scorecards are compared. */
export type LinesQuery = {
  by: 'group' | 'system' | 'function' | 'criticality';
  sort: 'name' | '-findings';
  limit: number;
  cursor?: string | undefined;
  visible: Visibility;
  monthAgo: Day;
};

type LineRow = TallyRow & {
  scope: string;
  assets: StoredNumber;
  title: string | null;
};

const PREFIXES = {
  group: 'owner:',
  system: 'system:',
  function: 'function:',
  criticality: 'criticality:',
} as const;

/**
 * All parts of one kind with their scores, by name or the most findings first. For a
 * reader who may not read everything, all lines are read and those with names that
 * may not be read are left out first, so that pages do not show where they were.
 */
export async function readScorecardLines(
  knex: Knex,
  query: LinesQuery,
  findReadable: (refs: readonly string[]) => Promise<IsReadable>,
): Promise<ScorecardLines> {
  const prefix = PREFIXES[query.by];
  const page = selectPage(knex, query, prefix);
  const found: LineRow[] = await (query.visible === 'all'
    ? page.limit(query.limit + 1)
    : page);
  const rows =
    query.visible === 'all'
      ? found
      : await selectReadable(found, prefix, findReadable);
  const shown = rows.slice(0, query.limit);
  const earlier =
    query.visible === 'all'
      ? await readEarlier(
          knex,
          shown.map(row => row.scope),
          query.monthAgo,
        )
      : new Map<string, DayScore>();
  const last = shown.at(-1);
  return {
    isPartial: query.visible !== 'all',
    items: shown.map(row => describeLine(row, prefix, earlier.get(row.scope))),
    ...(last &&
      rows.length > query.limit && {
        nextCursor: writeCursor(
          query.sort === 'name' ? '0' : String(last.not_satisfied),
          last.scope,
        ),
      }),
  };
}

async function selectReadable(
  rows: readonly LineRow[],
  prefix: string,
  findReadable: (refs: readonly string[]) => Promise<IsReadable>,
): Promise<LineRow[]> {
  const toName = ({ scope }: LineRow) => scope.slice(prefix.length);
  const isName = (name: string) => name.includes(':');
  const isReadable = await findReadable(rows.map(toName).filter(isName));
  return rows.filter(row => !isName(toName(row)) || isReadable(toName(row)));
}

function selectPage(
  knex: Knex,
  query: LinesQuery,
  prefix: string,
): Knex.QueryBuilder {
  const { sort, cursor } = query;
  const page = knex
    .from(selectLines(knex, query, prefix).as('line'))
    .select('*');
  if (sort === 'name') {
    page.orderBy('scope');
  } else {
    page.orderBy([{ column: 'not_satisfied', order: 'desc' }, 'scope']);
  }
  if (cursor) {
    const [findings = '', scope = ''] = readKeys(cursor, 2);
    if (!/^\d{1,15}$/.test(findings)) {
      throw new CursorError();
    }
    if (sort === 'name') {
      page.where('scope', '>', scope);
    } else {
      page.whereRaw('(- not_satisfied, scope) > (?, ?)', [
        -Number(findings),
        scope,
      ]);
    }
  }
  return page;
}

/** Systems and functions without assets have a line too. */
function selectLines(
  knex: Knex,
  { by, visible }: LinesQuery,
  prefix: string,
): Knex.QueryBuilder {
  const totals =
    visible === 'all'
      ? knex('score_total').where('assets', '>', 0)
      : sumVisible(knex, visible);
  const known = knex
    .from(totals.as('total'))
    // The character after the colon ends the range.
    .whereRaw('scope >= ? AND scope < ?', [prefix, prefix.replace(':', ';')])
    .select('scope');
  const nodes = whereInCatalog(
    knex('inventory_node').where('node', by),
    knex,
    'entity_ref',
    visible,
  ).select(knex.raw(`'${prefix}' || entity_ref AS scope`));
  return knex
    .from(known.union(nodes).as('scopes'))
    .leftJoin(totals.clone().as('total'), 'total.scope', 'scopes.scope')
    .leftJoin('inventory_node', join =>
      join.on(
        'inventory_node.entity_ref',
        knex.raw(`SUBSTR(scopes.scope, ${prefix.length + 1})`),
      ),
    )
    .select(
      'scopes.scope',
      'inventory_node.title',
      ...['assets', ...TALLY_COLUMNS].map(name =>
        knex.raw(`COALESCE(total.${name}, 0) AS ${name}`),
      ),
    );
}

/** The totals of the assets that may be read. */
function sumVisible(knex: Knex, visible: Visibility): Knex.QueryBuilder {
  const scopes = isSqlite(knex)
    ? 'json_each(asset_score.scopes) AS part'
    : 'json_array_elements_text(CAST(asset_score.scopes AS json)) AS part(value)';
  return whereVisible(
    knex('asset_score').joinRaw(`CROSS JOIN ${scopes}`),
    knex,
    'asset_score.entity_ref',
    visible,
  )
    .groupBy('part.value')
    .select(
      knex.raw(
        `part.value AS scope, COUNT(*) AS assets, ${TALLY_COLUMNS.map(
          name => `SUM(${name}) AS ${name}`,
        ).join()}`,
      ),
    );
}

/** The scores that held at the end of a day. */
async function readEarlier(
  knex: Knex,
  scopes: readonly string[],
  day: Day,
): Promise<Map<string, DayScore>> {
  const rows: (TallyRow & {
    scope: string;
    assets: StoredNumber;
    recorded_from: Day | null;
  })[] = await knex
    .from(knex.raw('? AS part', [listTexts(knex, scopes)]))
    .joinRaw(
      `JOIN score_day ON score_day.scope = part.text AND score_day.day =
         (SELECT MAX(known.day) FROM score_day AS known
          WHERE known.scope = part.text AND known.day <= ? AND ${isShown})`,
      [day] as never,
    )
    .select(
      'score_day.*',
      knex.raw('(SELECT recorded_from FROM score_state) AS recorded_from'),
    );
  return new Map(
    rows.map(row => [
      row.scope,
      {
        // The day that is asked for, and not that of the last change before it.
        day,
        assets: readNumber(row.assets),
        score: scoreTally(tallyFromRow(row)),
        ...(row.recorded_from &&
          day < row.recorded_from && { isReconstructed: true as const }),
      },
    ]),
  );
}

function describeLine(
  row: LineRow,
  prefix: string,
  earlier: DayScore | undefined,
): ScorecardLine {
  const ref = row.scope.slice(prefix.length) || NONE;
  return {
    ref,
    ...(row.title && { title: row.title }),
    assets: readNumber(row.assets),
    score: scoreTally(tallyFromRow(row)),
    ...(earlier && { earlier }),
  };
}
