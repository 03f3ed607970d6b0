import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Instant,
  type InventoryFilter,
  type InventoryItemView,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { stringify } from 'csv-stringify';
import type { Response, Router } from 'express';
import { pipeline } from 'node:stream/promises';
import type { DiscoveryStore } from '../asset/DiscoveryStore';
import { hideFunctions } from '../query/hideUnreadable';
import { csvColumns, csvLine } from '../query/inventoryCsv';
import type { InventoryScope } from '../query/KnexInventoryFilter';
import type { KnexRegisterQuery } from '../query/KnexRegisterQuery';
import { bindOperation, type Guards } from './bindOperation';
import { namingCursor } from './namingCursor';

/** What the operations on the whole inventory are answered from. */
export type InventoryRouterOptions = {
  registerQuery: KnexRegisterQuery;
  discoveries: DiscoveryStore;
  now: () => Instant;
};

/** The inventory as a list, summed up, exported, and what it does not have. */
export function bindInventoryOperations(
  router: Router,
  options: Guards & InventoryRouterOptions,
): void {
  const { registerQuery } = options;
  bindOperation(
    router,
    options,
    operations.listInventory,
    async ({ sort, limit, cursor, ...asked }) => {
      const scope = await scopeOf(options, asked);
      const page = await namingCursor(() =>
        registerQuery.list(scope, { sort, limit, cursor }),
      );
      const isReadable = await readableOf(options, asked, scope, () =>
        page.items.flatMap(functionsOf),
      );
      const items = isReadable
        ? page.items.map(item => hideFunctions(item, isReadable))
        : page.items;
      return { ...page, items };
    },
  );
  bindOperation(
    router,
    options,
    operations.readInventorySummary,
    async asked => {
      const scope = await scopeOf(options, asked);
      const summary = await registerQuery.summarise(scope);
      const { facets } = summary;
      const isReadable = await readableOf(options, asked, scope, () =>
        facets.function.map(({ value }) => value),
      );
      const known = facets.function.filter(
        ({ value }) => isReadable?.has(value) ?? true,
      );
      return { ...summary, facets: { ...facets, function: known } };
    },
  );
  bindOperation(
    router,
    options,
    operations.exportInventory,
    async ({ sort, ...asked }, res) => {
      const scope = await scopeOf(options, asked);
      const pages = registerQuery.export(scope, sort);
      return sendCsv(res, readableLines(options, asked, scope, pages));
    },
  );
  bindOperation(router, options, operations.listCriticalities, asked =>
    listCriticalities(options, asked),
  );
  bindDiscoveryOperations(router, options);
}

/** What runs and is in no inventory, and how that is found out. */
function bindDiscoveryOperations(
  router: Router,
  options: Guards & InventoryRouterOptions,
) {
  const { registerQuery, discoveries } = options;
  bindOperation(
    router,
    options,
    operations.listUninventoriedPipelines,
    ({ limit, cursor, credentials }) =>
      namingCursor(async () => {
        const page = await registerQuery.listUninventoried({ limit, cursor });
        const refs = page.items.flatMap(({ assets }) =>
          assets.map(asset => asset.entityRef),
        );
        const readable = await options.access.readable(refs, credentials);
        const items = page.items.map(item => ({
          ...item,
          assets: item.assets.filter(asset => readable.has(asset.entityRef)),
        }));
        return { ...page, items };
      }),
  );
  bindOperation(router, options, operations.listDiscoveries, async () => ({
    items: await discoveries.list(),
  }));
}

/** One page; assets the caller may not read are left out of it. */
async function listCriticalities(
  { access, registerQuery }: Guards & InventoryRouterOptions,
  asked: { limit: number; cursor?: string; credentials: BackstageCredentials },
) {
  const { limit, cursor, credentials } = asked;
  const visible = await access.visibleAssets(credentials);
  const page = await namingCursor(() =>
    registerQuery.listCriticalities({ limit, cursor }),
  );
  const isVisible = visible === 'all' ? undefined : new Set(visible);
  const items = page.items.filter(
    ({ entityRef }) => !isVisible || isVisible.has(entityRef),
  );
  return { ...page, items };
}

/** What a caller asks for, as far as they may read it, today. */
async function scopeOf(
  { access, now }: Guards & InventoryRouterOptions,
  asked: InventoryFilter & { credentials: BackstageCredentials },
): Promise<InventoryScope> {
  return {
    filter: asked,
    visible: await access.visibleAssets(asked.credentials),
    today: now().slice(0, 10),
  };
}

type Exported = ReturnType<KnexRegisterQuery['export']>;

type Asking = { credentials: BackstageCredentials };

function functionsOf(item: InventoryItemView): string[] {
  return item.functions.map(({ entityRef }) => entityRef);
}

/**
 * Which of some entities the caller may read; undefined where that is all of
 * them, as the catalog's policy allows everything.
 */
async function readableOf(
  { access }: Guards,
  { credentials }: Asking,
  { visible }: InventoryScope,
  refs: () => string[],
): Promise<ReadonlySet<string> | undefined> {
  return visible === 'all' ? undefined : access.readable(refs(), credentials);
}

/** The lines of an export without what the caller may not read. */
async function* readableLines(
  options: Guards,
  asked: Asking,
  scope: InventoryScope,
  pages: Exported,
): Exported {
  for await (const page of pages) {
    const isReadable = await readableOf(options, asked, scope, () =>
      page.flatMap(({ item, links }) => [...functionsOf(item), ...links]),
    );
    yield isReadable
      ? page.map(({ item, asset, links }) => ({
          item: hideFunctions(item, isReadable),
          asset,
          links: links.filter(ref => isReadable.has(ref)),
        }))
      : page;
  }
}

/** Sends page after page as CSV, no faster than the caller takes it. */
async function sendCsv(res: Response, pages: Exported): Promise<void> {
  res
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', 'attachment; filename="ict-inventory.csv"')
    .set('X-Content-Type-Options', 'nosniff');
  const lines = stringify({
    header: true,
    columns: [...csvColumns],
    // A cell that a spreadsheet would take for a formula is made text.
    escape_formulas: true,
  });
  await pipeline(
    async function* toLines() {
      for await (const page of pages) {
        for (const { item, asset, links } of page) {
          yield csvLine(item, asset, links);
        }
      }
    },
    lines,
    res,
  );
}
