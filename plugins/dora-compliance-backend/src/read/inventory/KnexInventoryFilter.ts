import {
  Criticality,
  type Day,
  type InventoryFilter,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { whereVisible } from '../../permissions/KnexVisible';
import type { Visibility } from '../../permissions/Visibility';
import { applyStatuses } from './KnexStatusFilter';

/** What queries on the inventory need. */
export type InventoryScope = {
  filter: InventoryFilter;
  visible: Visibility;
  today: Day;
};

/** Columns that hold the values of a filter as they are. */
const COLUMNS = {
  kind: 'kind',
  type: 'type',
  owner: 'owner_ref',
  system: 'system_ref',
  exposure: 'exposure',
  provider: 'provider_ref',
} as const;

/** Narrows a query on `asset_index` to the filters and to what may be read. */
export function applyScope(
  query: Knex.QueryBuilder,
  knex: Knex,
  scope: InventoryScope,
): Knex.QueryBuilder {
  const { filter, visible, today } = scope;
  whereVisible(query, knex, 'asset_index.entity_ref', visible);
  for (const [name, column] of Object.entries(COLUMNS)) {
    const values = filter[name as keyof typeof COLUMNS];
    if (values?.length) {
      query.whereIn(
        `asset_index.${column}`,
        values.map(value => value.toLowerCase()),
      );
    }
  }
  if (filter.criticality?.length) {
    query.whereIn(
      'asset_index.criticality_rank',
      filter.criticality.map(toRank),
    );
  }
  applyLists(query, knex, filter);
  applyReview(query, filter.review, today);
  applyFindings(query, filter.finding, today);
  applyStatuses(query, filter.status);
  applySearch(query, filter.search);
  return query;
}

function toRank(level: string): number {
  const rank = (Criticality.options as readonly string[]).indexOf(level);
  return rank < 0 ? Criticality.options.length : rank;
}

function applyLists(
  query: Knex.QueryBuilder,
  knex: Knex,
  filter: InventoryFilter,
) {
  const { function: functions, missing } = filter;
  if (functions?.length) {
    query.whereExists(
      knex('asset_function')
        .whereRaw('asset_function.entity_ref = asset_index.entity_ref')
        .whereIn('asset_function.function_ref', functions),
    );
  }
  if (missing?.length) {
    const fields = missing.filter(field => field !== 'none');
    query.where(either => {
      if (missing.includes('none')) {
        either.orWhere('asset_index.missing_count', 0);
      }
      if (fields.length > 0) {
        either.orWhereExists(
          knex('asset_missing')
            .whereRaw('asset_missing.entity_ref = asset_index.entity_ref')
            .whereIn('asset_missing.field', fields),
        );
      }
    });
  }
}

/** Review states in SQL; `never` is kept as an empty day. */
const reviewStates = {
  never: "asset_index.review_due = '' AND '' <> ?",
  overdue: "asset_index.review_due <> '' AND asset_index.review_due < ?",
  due: 'asset_index.review_due >= ?',
} as const;

function applyReview(
  query: Knex.QueryBuilder,
  states: readonly string[] | undefined,
  today: Day,
) {
  applyEither(query, states, reviewStates, today);
}

/** Findings in SQL, each with one day to compare with. */
const findings = {
  'declared-below-computed': "asset_index.below_computed AND '' <> ?",
  'wrong-value': "asset_index.problems > 0 AND '' <> ?",
  'out-of-support': 'asset_index.support_end < ?',
} as const;

function applyFindings(
  query: Knex.QueryBuilder,
  names: readonly string[] | undefined,
  today: Day,
) {
  applyEither(query, names, findings, today);
}

function applyEither(
  query: Knex.QueryBuilder,
  names: readonly string[] | undefined,
  conditions: Readonly<Record<string, string>>,
  today: Day,
) {
  if (names?.length) {
    query.where(either => {
      either.whereRaw('1 = 0');
      names.forEach(name => {
        const condition = conditions[name];
        if (condition && Object.hasOwn(conditions, name)) {
          either.orWhereRaw(`(${condition})`, [today]);
        }
      });
    });
  }
}

function applySearch(query: Knex.QueryBuilder, search: string | undefined) {
  if (search?.trim()) {
    const part = search
      .trim()
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&');
    query.whereRaw("asset_index.search_text LIKE ? ESCAPE '\\'", [`%${part}%`]);
  }
}

/** How many assets of a scope are in each review state or have a finding. */
export const countedConditions = {
  review: reviewStates,
  finding: findings,
} as const;
