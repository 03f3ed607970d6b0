import {
  type Instant,
  type InventoryFilter,
  type InventoryItemView,
  type InventorySummary,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Router } from 'express';
import type { DiscoveryStore } from '../register/DiscoveryStore';
import type { Reader } from '../permissions/Reader';
import { csvColumns, csvLine } from '../read/inventory/inventoryCsv';
import type { InventoryScope } from '../read/inventory/KnexInventoryFilter';
import type { KnexRegisterQuery } from '../read/inventory/KnexRegisterQuery';
import {
  namesOfAsset,
  namesOfItem,
  readableAsset,
  readableItem,
} from '../read/inventory/readableRecord';
import { bindOperation, type Guards } from './bindOperation';
import { permitExport } from './permitExport';
import { sendCsv } from './sendCsv';

/** What the operations on the whole inventory use. */
export type InventoryRouterOptions = {
  registerQuery: KnexRegisterQuery;
  discoveries: DiscoveryStore;
  /** The language of exports; English by default. */
  sentences?: Sentences;
  now: () => Instant;
};

/**
 * Operations on the inventory: list, summary, export, and what is missing from
 * it.
 */
export function bindInventoryOperations(
  router: Router,
  options: Guards & InventoryRouterOptions,
): void {
  const { registerQuery } = options;
  bindOperation(
    router,
    options,
    operations.listInventory,
    async ({ sort, limit, cursor, reader, ...asked }) => {
      const scope = await readScope(options, reader, asked);
      const page = await registerQuery.list(scope, { sort, limit, cursor });
      return { ...page, items: await readableItems(reader, page.items) };
    },
  );
  bindOperation(
    router,
    options,
    operations.readInventorySummary,
    async ({ reader, ...asked }) => {
      const scope = await readScope(options, reader, asked);
      const summary = await registerQuery.summarise(scope);
      return {
        ...summary,
        facets: await readableFacets(reader, summary.facets),
      };
    },
  );
  bindOperation(
    router,
    options,
    operations.exportInventory,
    async ({ sort, reader, ...asked }, res) => {
      const { scope, permit } = await permitExport(
        reader,
        await readScope(options, reader, asked),
        (all, criteria) => registerQuery.countRefused(all, criteria),
      );
      const pages = registerQuery.export(scope, sort);
      const { sentences } = options;
      const columns = csvColumns(sentences);
      const lines = toLines(readableLines(reader, pages), sentences);
      return sendCsv(
        res,
        { name: 'ict-inventory.csv', columns, permit },
        lines,
      );
    },
  );
  bindOperation(
    router,
    options,
    operations.listCriticalities,
    async ({ limit, cursor, reader }) => {
      const visible = await reader.visible();
      return registerQuery.listCriticalities({ limit, cursor, visible });
    },
  );
  bindDiscoveryOperations(router, options);
}

/**
 * Operations on pipelines that run and are in no inventory, and on their
 * discovery.
 */
function bindDiscoveryOperations(
  router: Router,
  options: Guards & InventoryRouterOptions,
) {
  const { registerQuery, discoveries } = options;
  bindOperation(
    router,
    options,
    operations.listUninventoriedPipelines,
    async ({ limit, cursor, reader }) => {
      const visible = await reader.visible();
      return registerQuery.listUninventoried({ limit, cursor, visible });
    },
  );
  bindOperation(
    router,
    options,
    operations.listDiscoveries,
    async ({ reader }) => ({
      items: await discoveries.list(await reader.visible()),
    }),
  );
}

/** Filters whose values are entities. */
const ENTITY_FILTERS = ['owner', 'system', 'function', 'provider'] as const;

/** Replaces filter values that may not be read; no entity has this name. */
const NOTHING = '-';

/**
 * The scope of a request: what is asked for, limited to what the caller may
 * read, today. A filter by entities that may not be read finds nothing, like a
 * filter by entities that do not exist.
 */
async function readScope(
  { now }: InventoryRouterOptions,
  reader: Reader,
  filter: InventoryFilter,
): Promise<InventoryScope> {
  const visible = await reader.visible();
  const today = now().slice(0, 10);
  if (visible === 'all') {
    return { filter, visible, today };
  }
  const lists = ENTITY_FILTERS.map(name => filter[name] ?? []);
  const isReadable = await reader.readable(lists.flat().map(inLowerCase));
  const readable = ENTITY_FILTERS.flatMap(name => {
    const asked = filter[name] ?? [];
    const values = asked.filter(value => isReadable(inLowerCase(value)));
    return asked.length > 0
      ? [[name, values.length > 0 ? values : [NOTHING]]]
      : [];
  });
  const allowed = { ...filter, ...Object.fromEntries(readable) };
  return { filter: allowed, visible, today };
}

function inLowerCase(ref: string): string {
  return ref.toLowerCase();
}

async function readableItems(
  reader: Reader,
  items: InventoryItemView[],
): Promise<InventoryItemView[]> {
  if (await reader.seesAll()) {
    return items;
  }
  const isReadable = await reader.readable(items.flatMap(namesOfItem));
  return items.map(item => readableItem(item, isReadable));
}

type Facets = InventorySummary['facets'];

async function readableFacets(reader: Reader, facets: Facets): Promise<Facets> {
  if (await reader.seesAll()) {
    return facets;
  }
  const isReadable = await reader.readable(
    ENTITY_FILTERS.flatMap(name => facets[name].map(({ value }) => value)),
  );
  const readable = ENTITY_FILTERS.map(name => [
    name,
    facets[name].filter(({ value }) => isReadable(value)),
  ]);
  return { ...facets, ...Object.fromEntries(readable) };
}

type Exported = ReturnType<KnexRegisterQuery['export']>;

/** The lines of an export without what the caller may not read. */
async function* readableLines(reader: Reader, pages: Exported): Exported {
  for await (const page of pages) {
    if (await reader.seesAll()) {
      yield page;
      continue;
    }
    const isReadable = await reader.readable(
      page.flatMap(({ item, asset, links }) => [
        ...namesOfItem(item),
        ...namesOfAsset(asset),
        ...links,
      ]),
    );
    yield page.map(({ item, asset, links }) => ({
      item: readableItem(item, isReadable),
      asset: readableAsset(asset, isReadable),
      links: links.filter(isReadable),
    }));
  }
}

async function* toLines(
  pages: Exported,
  sentences: Sentences | undefined,
): AsyncGenerator<string[][]> {
  for await (const page of pages) {
    yield page.map(({ item, asset, links }) =>
      csvLine(item, asset, links, sentences),
    );
  }
}
