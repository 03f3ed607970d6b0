import {
  addDuration,
  canonicalJson,
  computeDigest,
  type Instant,
  type Predicate,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DocumentStore } from '../ledger/DocumentStore';
import { digestOfNode } from './assetRow';
import type { AssetStore, KnownNode } from './AssetStore';
import type { Inventory, InventoryItem } from './Inventory';
import { observationDocument } from './ownSources';
import type { RegisterStore } from './RegisterStore';
import { type GraphItem, toGraphItem } from './Surroundings';
import { syncRegister } from './syncRegister';

/** An unchanged owner or record is stored again as evidence after this time. */
const OBSERVE_EVERY = 'P7D';

/** What a sweep over the inventory changed. */
type SyncResult = {
  saved: number;
  observed: number;
  removed: number;
  /** Assets whose surroundings changed. */
  surrounded: number;
};

/**
 * Updates the assets from the inventory, computes what the graph says about
 * them, and stores owners and records as evidence. Writes only what changed.
 * Nodes are removed, and the graph is computed, only after a sweep that read
 * every page.
 */
export async function syncAssets(options: {
  inventory: Pick<Inventory, 'pages'>;
  assets: AssetStore;
  register: RegisterStore;
  documents: DocumentStore;
  now: Instant;
  /** Ends the sweep between two pages; another one may have started. */
  signal?: AbortSignal;
}): Promise<SyncResult> {
  const { inventory, assets, now, signal } = options;
  const known = new Map(
    (await assets.listKnown()).map(item => [item.entityRef, item]),
  );
  const gone = new Set(known.keys());
  const graph = new Map<string, GraphItem>();
  const result = { saved: 0, observed: 0, removed: 0, surrounded: 0 };
  for await (const items of inventory.pages()) {
    signal?.throwIfAborted();
    for (const { node } of items) {
      gone.delete(node.entityRef);
      graph.set(node.entityRef, toGraphItem(node, digestOfNode(node)));
    }
    const { saved, observed } = await saveItems(items, known, options);
    result.saved += saved.length;
    result.observed += observed;
  }
  if (graph.size === 0 && known.size > 0) {
    throw new Error(
      `The catalog answered with nothing; the ${known.size} known nodes stay`,
    );
  }
  signal?.throwIfAborted();
  await assets.remove([...gone]);
  result.removed = gone.size;
  const { surrounded, observed } = await syncRegister({
    ...options,
    graph,
    observeBefore: subtractDuration(now, OBSERVE_EVERY),
  });
  return { ...result, surrounded, observed: result.observed + observed };
}

/** Saves the nodes that changed, and stores changed owners as evidence. */
export async function saveItems(
  items: readonly InventoryItem[],
  known: ReadonlyMap<string, KnownNode>,
  options: { assets: AssetStore; documents: DocumentStore; now: Instant },
): Promise<{ saved: string[]; observed: number }> {
  const { assets, documents, now } = options;
  const changed = items
    .map(({ node }) => node)
    .filter(node => known.get(node.entityRef)?.digest !== digestOfNode(node));
  await assets.save(changed, now);
  const observed = ownershipsToObserve(items, known, now);
  await documents.receive(
    observed.map(({ observation }) =>
      observationDocument('ownership-observed', observation, now),
    ),
  );
  await assets.recordOwnership(observed);
  return {
    saved: changed.map(({ entityRef }) => entityRef),
    observed: observed.length,
  };
}

function ownershipsToObserve(
  items: readonly InventoryItem[],
  known: ReadonlyMap<string, KnownNode>,
  now: Instant,
) {
  return items.flatMap(({ node: { entityRef }, ownership: observation }) =>
    observation && !isFresh(observation, known.get(entityRef), now)
      ? {
          entityRef,
          observation,
          ownership: {
            digest: digestOfOwnership(observation),
            observedAt: now,
          },
        }
      : [],
  );
}

function isFresh(
  observation: Predicate<'ownership-observed'>,
  known: KnownNode | undefined,
  now: Instant,
): boolean {
  const last = known?.ownership;
  return (
    last?.digest === digestOfOwnership(observation) &&
    addDuration(last.observedAt, OBSERVE_EVERY) > now
  );
}

function digestOfOwnership(observation: Predicate<'ownership-observed'>) {
  return computeDigest(canonicalJson(observation));
}
