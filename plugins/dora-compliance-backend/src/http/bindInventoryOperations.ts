import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Instant,
  type InventoryFilter,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { stringify } from 'csv-stringify';
import type { Response, Router } from 'express';
import { pipeline } from 'node:stream/promises';
import type { DiscoveryStore } from '../asset/DiscoveryStore';
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
      return namingCursor(() =>
        registerQuery.list(scope, { sort, limit, cursor }),
      );
    },
  );
  bindOperation(router, options, operations.readInventorySummary, async asked =>
    registerQuery.summarise(await scopeOf(options, asked)),
  );
  bindOperation(
    router,
    options,
    operations.exportInventory,
    async ({ sort, ...asked }, res) =>
      sendCsv(res, registerQuery.export(await scopeOf(options, asked), sort)),
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

/** Sends page after page as CSV, no faster than the caller takes it. */
async function sendCsv(
  res: Response,
  pages: ReturnType<KnexRegisterQuery['export']>,
): Promise<void> {
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
