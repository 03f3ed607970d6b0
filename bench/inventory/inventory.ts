import type { Entity } from '@backstage/catalog-model';
import {
  InventoryFilter,
  toInstant,
  nodeFromEntity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { effectiveCriticality } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import createKnex, { type Knex } from 'knex';
import { performance } from 'node:perf_hooks';
import type { Inventory } from '../../plugins/dora-compliance-backend/src/register/Inventory';
import { syncAssets } from '../../plugins/dora-compliance-backend/src/register/syncAssets';
import { KnexRegisterQuery } from '../../plugins/dora-compliance-backend/src/read/inventory/KnexRegisterQuery';
import { createStores } from '../../plugins/dora-compliance-backend/src/testing/TestStores';
import { percentile } from '../percentile';
import { generateBank } from './bank';

const SIZES = [10_000, 100_000];
const PAGES = 200;
const now = () => toInstant(new Date());

type Figures = Record<string, number>;

/** The catalog, read in pages of 500 as the real one is. */
function createInventory(entities: readonly Entity[]): Inventory {
  return {
    find: async () => [],
    async *pages() {
      for (let start = 0; start < entities.length; start += 500) {
        yield entities.slice(start, start + 500).flatMap(entity => {
          const node = nodeFromEntity(entity);
          return node ? { node } : [];
        });
      }
    },
  };
}

async function measure(knex: Knex, size: number): Promise<Figures> {
  const stores = await createStores(knex);
  const entities = [...generateBank(size)];
  const inventory = createInventory(entities);
  const sync = () => syncAssets({ ...stores, inventory, now: now() });
  const memory = watchMemory();
  const [first] = await timed(sync);
  const [unchanged] = await timed(sync);
  const dora = { location: 'elsewhere' };
  const last = entities.length - 1;
  const changed = entities[last] as Entity;
  entities[last] = { ...changed, spec: { ...changed.spec, dora } };
  const [one] = await timed(sync);
  const peak = memory.stop();
  await knex.raw('ANALYZE');
  return {
    'first sync, s': first / 1000,
    'sync with nothing changed, s': unchanged / 1000,
    'sync with one asset changed, s': one / 1000,
    'peak memory of the syncs, MiB': peak,
    ...propagation(entities),
    ...(await pages(knex, new KnexRegisterQuery(knex, stores.register))),
  };
}

/** The pure function alone. */
function propagation(entities: readonly Entity[]): Figures {
  const nodes = entities.flatMap(entity => nodeFromEntity(entity) ?? []);
  const graph = nodes.map(node => ({
    entityRef: node.entityRef,
    isFunction: node.node === 'function',
    declared:
      node.node === 'asset'
        ? node.asset.declared.classification?.criticality
        : undefined,
  }));
  const links = nodes.flatMap(node => node.links);
  const begin = performance.now();
  effectiveCriticality(graph, links);
  return {
    'links of the graph': links.length,
    'propagation, s': (performance.now() - begin) / 1000,
  };
}

/** Pages as the inventory asks for them, beside the least a page could cost. */
async function pages(knex: Knex, query: KnexRegisterQuery): Promise<Figures> {
  const today = now().slice(0, 10);
  const scope = (filter: Record<string, string>) => ({
    filter: InventoryFilter.parse(filter),
    visible: 'all' as const,
    today,
  });
  const filters = [
    {},
    { criticality: 'critical-or-important' },
    { missing: 'continuity' },
    { owner: 'group:default/team-7' },
    { search: 'service-77' },
  ];
  const sorts = ['criticality', '-title', 'missing', 'review'] as const;
  const times: number[] = [];
  const searches: number[] = [];
  const floor: number[] = [];
  const cursors = new Map<string, string | undefined>();
  for (let n = 0; n < PAGES; n++) {
    const filter = filters[n % filters.length] as Record<string, string>;
    const sort = sorts[n % sorts.length] ?? 'title';
    const key = `${n % filters.length} ${sort}`;
    const cursor = cursors.get(key);
    const [time, page] = await timed(() =>
      query.list(scope(filter), { sort, limit: 50, cursor }),
    );
    cursors.set(key, page.nextCursor);
    (filter.search ? searches : times).push(time);
    const [least] = await timed(() =>
      knex('asset_index')
        .join('asset', 'asset.entity_ref', 'asset_index.entity_ref')
        .orderBy('asset_index.entity_ref')
        .limit(50)
        .select('*'),
    );
    floor.push(least);
  }
  const [summary] = await timed(() => query.summarise(scope({})));
  return {
    'page p50, ms': percentile(times, 0.5),
    'page p95, ms': percentile(times, 0.95),
    'page of a search p95, ms': percentile(searches, 0.95),
    'floor: 50 rows by key p50, ms': percentile(floor, 0.5),
    'page p50 / floor': percentile(times, 0.5) / percentile(floor, 0.5),
    'summary with all facets, ms': summary,
  };
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const begin = performance.now();
  const answer = await work();
  return [performance.now() - begin, answer];
}

function watchMemory() {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss() / 1024 / 1024);
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

async function main() {
  const server = process.env.DORA_TEST_POSTGRES ?? '';
  const admin = createKnex({ client: 'pg', connection: server });
  const results = new Map<number, Figures>();
  for (const size of SIZES) {
    const database = `bench_inventory_${size}`;
    await admin.raw(`DROP DATABASE IF EXISTS ${database}`);
    await admin.raw(`CREATE DATABASE ${database}`);
    const knex = createKnex({
      client: 'pg',
      connection: `${server}/${database}`,
    });
    results.set(size, await measure(knex, size));
    await knex.destroy();
    await admin.raw(`DROP DATABASE ${database}`);
  }
  await admin.destroy();
  const [small = {}, large = {}] = [...results.values()];
  console.table(
    Object.fromEntries(
      Object.keys(large).map(name => [
        name,
        {
          '10,000 assets': round(small[name]),
          '100,000 assets': round(large[name]),
          growth: round((large[name] ?? NaN) / (small[name] ?? NaN)),
        },
      ]),
    ),
  );
}

function round(value = NaN): number {
  return Math.round(value * 100) / 100;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
