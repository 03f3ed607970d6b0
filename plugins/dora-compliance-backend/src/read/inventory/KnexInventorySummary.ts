import {
  Criticality,
  type InventoryFilter,
  type InventorySummary,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RecordWords } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { RegisterStore } from '../../register/RegisterStore';
import { namedRef } from './inventoryItem';
import {
  applyScope,
  countedConditions,
  type InventoryScope,
} from './KnexInventoryFilter';
import { joinScores, statusConditions } from './KnexStatusFilter';

type Facets = InventorySummary['facets'];
type Counts = Map<string, number>;

/**
 * How complete the records of a scope are, and how many assets each value of
 * each filter would find with the other filters unchanged. A constant number of
 * statements.
 */
export async function readInventorySummary(
  knex: Knex,
  register: RegisterStore,
  scope: InventoryScope,
  words: RecordWords,
): Promise<InventorySummary> {
  const assets = () => applyScope(knex('asset_index'), knex, scope);
  const totals = await assets()
    .select(
      knex.raw('count(*) AS total'),
      knex.raw(
        'sum(CASE WHEN asset_index.missing_count = 0 THEN 1 ELSE 0 END) AS complete',
      ),
      // An asset without computed fields counts as lacking all of them.
      knex.raw(
        'sum(CASE WHEN asset_index.missing_count >= 0 THEN 1 ELSE 0 END) AS seen',
      ),
    )
    .first();
  const total = Number(totals?.total ?? 0);
  const seen = Number(totals?.seen ?? 0);
  const missing = await countBy(
    assets().join(
      'asset_missing',
      'asset_missing.entity_ref',
      'asset_index.entity_ref',
    ),
    'asset_missing.field',
  );
  return {
    total,
    complete: Number(totals?.complete ?? 0),
    fields: RecordField.options.map(field => ({
      field,
      title: words.fields[field].title,
      point: recordFields[field].point,
      complete: seen - (missing.get(field) ?? 0),
    })),
    facets: await readFacets(knex, register, scope, words),
  };
}

async function readFacets(
  knex: Knex,
  register: RegisterStore,
  scope: InventoryScope,
  { filters }: RecordWords,
): Promise<Facets> {
  const without = (name: keyof InventoryFilter) =>
    applyScope(knex('asset_index'), knex, {
      ...scope,
      filter: { ...scope.filter, [name]: undefined },
    });
  const functions = without('function').join(
    'asset_function',
    'asset_function.entity_ref',
    'asset_index.entity_ref',
  );
  const counts = {
    kind: await countBy(without('kind'), 'asset_index.kind'),
    type: await countBy(without('type'), 'asset_index.type'),
    owner: await countBy(without('owner'), 'asset_index.owner_ref'),
    system: await countBy(without('system'), 'asset_index.system_ref'),
    function: await countBy(functions, 'asset_function.function_ref'),
    criticality: await countBy(
      without('criticality'),
      'asset_index.criticality_rank',
    ),
    exposure: await countBy(without('exposure'), 'asset_index.exposure'),
    provider: await countBy(without('provider'), 'asset_index.provider_ref'),
    review: await countIf(without('review'), countedConditions.review, [
      scope.today,
    ]),
    finding: await countIf(without('finding'), countedConditions.finding, [
      scope.today,
    ]),
    status: await countIf(joinScores(without('status')), statusConditions),
  };
  const named = [counts.system, counts.function, counts.provider];
  const titles = await register.names(named.flatMap(of => [...of.keys()]));
  const byRef = (of: Counts) =>
    facet(of, value => namedRef(value, titles).title);
  return {
    kind: facet(counts.kind, capitalised),
    type: facet(counts.type, value => value),
    owner: byRef(counts.owner),
    system: byRef(counts.system),
    function: byRef(counts.function),
    criticality: criticalityFacet(counts.criticality, filters.criticality),
    exposure: facet(counts.exposure, titleIn(filters.exposure)),
    provider: byRef(counts.provider),
    review: facet(counts.review, titleIn(filters.review)),
    finding: facet(counts.finding, titleIn(filters.finding)),
    status: facet(counts.status, titleIn(filters.status)),
  };
}

async function countBy(
  query: Knex.QueryBuilder,
  column: string,
): Promise<Counts> {
  const rows: { value: string | number; n: number | string }[] = await query
    .groupBy(column)
    .select({ value: column })
    .count({ n: '*' });
  return new Map(rows.map(({ value, n }) => [String(value), Number(n)]));
}

async function countIf(
  query: Knex.QueryBuilder,
  conditions: Readonly<Record<string, string>>,
  bindings: readonly string[] = [],
): Promise<Counts> {
  const names = Object.keys(conditions);
  names.forEach((name, index) =>
    query.select(
      query.client.raw(
        `sum(CASE WHEN ${conditions[name]} THEN 1 ELSE 0 END) AS n${index}`,
        bindings,
      ),
    ),
  );
  const row = await query.first();
  return new Map(
    names.map((name, index) => [name, Number(row?.[`n${index}`] ?? 0)]),
  );
}

/** Values with a title and their counts, most first, without empty values. */
function facet(counts: Counts, title: (value: string) => string) {
  return [...counts]
    .filter(([value, count]) => value !== '' && count > 0)
    .map(([value, count]) => ({ value, title: title(value), count }))
    .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title));
}

function criticalityFacet(
  counts: Counts,
  titles: RecordWords['filters']['criticality'],
) {
  return ([...Criticality.options, 'unclassified'] as const)
    .map((value, rank) => ({
      value,
      title: titles[value],
      count: counts.get(String(rank)) ?? 0,
    }))
    .filter(({ count }) => count > 0);
}

function titleIn(titles: Readonly<Record<string, string>>) {
  return (value: string) => titles[value] ?? value;
}

/** Kinds of entities have the same name in every language. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
