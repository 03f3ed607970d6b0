import type {
  IctAsset,
  InventoryItemView,
  InventoryPage,
  InventorySort,
  RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { RegisterStore } from '../../register/RegisterStore';
import { CursorError, readKeys, writeCursor } from '../../kernel/paging/cursor';
import { TALLY_COLUMNS } from '../../scores/tallyColumns';
import { inventoryItem, type InventoryRow } from './inventoryItem';
import { applyScope, type InventoryScope } from './KnexInventoryFilter';
import { joinScores } from './KnexStatusFilter';

/** A column that a page has, and its values in SQL. */
type SortKey = { column: string; sql: string; isNumber?: true };

const TITLE: SortKey = { column: 'title_key', sql: 'asset_index.title_key' };

/** The sort keys of the inventory; the reference makes each order unique. */
const SORT_KEYS: Readonly<Record<string, SortKey>> = {
  title: TITLE,
  criticality: {
    column: 'criticality_rank',
    sql: 'asset_index.criticality_rank',
    isNumber: true,
  },
  owner: { column: 'owner_ref', sql: 'asset_index.owner_ref' },
  missing: {
    column: 'missing_count',
    sql: 'asset_index.missing_count',
    isNumber: true,
  },
  review: { column: 'review_due', sql: 'asset_index.review_due' },
  risk: {
    column: 'risk_order',
    sql: 'asset_index.risk_order',
    isNumber: true,
  },
};

/** Where the items of a page come from. */
export type InventorySources = {
  knex: Knex;
  register: RegisterStore;
  controls: readonly CompiledControl[];
};

/** The request for a page. */
export type InventoryPageQuery = {
  sort: InventorySort;
  limit: number;
  cursor?: string;
};

/**
 * One page of the inventory. Each page takes three statements, which read no
 * more than a page and its index.
 */
export async function readInventoryPage(
  sources: InventorySources,
  scope: InventoryScope,
  page: InventoryPageQuery,
): Promise<InventoryPage> {
  const { rows, hasMore, isBack } = await readRows(sources.knex, scope, page);
  const items = await loadItems(sources, rows, scope);
  const { column } = toKey(page.sort);
  const cursorAt = (row: SortedRow | undefined, direction: 'f' | 'b') =>
    row && writeCursor(direction, String(row[column]), row.entity_ref);
  const next = isBack || hasMore ? cursorAt(rows.at(-1), 'f') : undefined;
  const isFirst = isBack ? !hasMore : page.cursor === undefined;
  const previous = isFirst ? undefined : cursorAt(rows[0], 'b');
  return {
    items,
    ...(next && { nextCursor: next }),
    ...(previous && { previousCursor: previous }),
  };
}

type SortedRow = InventoryRow & Record<string, unknown>;

function toKey(sort: InventorySort): SortKey {
  return SORT_KEYS[sort.replace('-', '')] ?? TITLE;
}

async function readRows(
  knex: Knex,
  scope: InventoryScope,
  { sort, limit, cursor }: InventoryPageQuery,
): Promise<{ rows: SortedRow[]; hasMore: boolean; isBack: boolean }> {
  const { sql, isNumber } = toKey(sort);
  const [direction = 'f', value = '', ref = ''] = cursor
    ? readKeys(cursor, 3)
    : [];
  const isBack = direction === 'b';
  const isDescending = sort.startsWith('-') !== isBack;
  const order = isDescending ? 'desc' : 'asc';
  const query = joinScores(applyScope(knex('asset_index'), knex, scope))
    .join('asset', 'asset.entity_ref', 'asset_index.entity_ref')
    .select(
      'asset_index.*',
      'asset.record',
      'asset.criticality',
      ...TALLY_COLUMNS.map(name => `asset_score.${name}`),
    )
    .orderByRaw(`${sql} ${order}, asset_index.entity_ref ${order}`)
    .limit(limit + 1);
  if (cursor) {
    query.whereRaw(
      `(${sql}, asset_index.entity_ref) ${isDescending ? '<' : '>'} (?, ?)`,
      [isNumber ? parsePosition(value) : value, ref],
    );
  }
  const found: SortedRow[] = await query;
  const rows = found.slice(0, limit);
  return {
    rows: isBack ? rows.reverse() : rows,
    hasMore: found.length > limit,
    isBack,
  };
}

async function loadItems(
  { knex, register, controls }: InventorySources,
  rows: readonly SortedRow[],
  { today }: InventoryScope,
): Promise<InventoryItemView[]> {
  const missing = new Map<string, RecordField[]>();
  const found: { entity_ref: string; field: RecordField }[] = await knex(
    'asset_missing',
  ).whereIn(
    'entity_ref',
    rows.map(row => row.entity_ref),
  );
  for (const { entity_ref, field } of found) {
    missing.set(entity_ref, [...(missing.get(entity_ref) ?? []), field]);
  }
  const none = new Map<string, { title: string }>();
  const items = (titles: ReadonlyMap<string, { title: string }>) =>
    rows.map(row =>
      inventoryItem(row, missing.get(row.entity_ref) ?? [], titles, {
        today,
        controls,
      }),
    );
  const refs = items(none).flatMap(({ system, provider, functions }) =>
    [system, provider, ...functions].flatMap(one => one?.entityRef ?? []),
  );
  return items(await register.names(refs));
}

/** A number of a cursor; throws if somebody changed it. */
function parsePosition(value: string): number {
  if (!/^-?\d{1,15}$/.test(value)) {
    throw new CursorError();
  }
  return Number(value);
}

/** All items of a scope, page by page. */
export async function* readInventory(
  sources: InventorySources,
  scope: InventoryScope,
  sort: InventorySort,
): AsyncGenerator<{ item: InventoryItemView; asset: IctAsset }[]> {
  let cursor: string | undefined;
  do {
    const page = { sort, limit: 500, ...(cursor && { cursor }) };
    const { rows, hasMore } = await readRows(sources.knex, scope, page);
    const items = await loadItems(sources, rows, scope);
    yield items.map((item, index) => ({
      item,
      asset: JSON.parse(rows[index]?.record ?? ''),
    }));
    const last = rows.at(-1);
    cursor =
      hasMore && last
        ? writeCursor('f', String(last[toKey(sort).column]), last.entity_ref)
        : undefined;
  } while (cursor);
}
