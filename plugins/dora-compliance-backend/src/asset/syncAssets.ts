import {
  addDuration,
  canonicalJson,
  digestOf,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DocumentStore } from '../ingest/DocumentStore';
import type { AssetStore, KnownAsset } from './AssetStore';
import { ownershipDocument } from './catalogSource';
import type { Inventory, InventoryItem } from './Inventory';

/** An unchanged owner is observed anew after this long. */
const OBSERVE_OWNER_EVERY = 'P7D';

/** What a sweep over the inventory changed. */
export type SyncResult = { saved: number; observed: number; removed: number };

/**
 * Brings the assets in line with the inventory and keeps ownership as
 * evidence. Work is proportional to what changed. Assets are removed only
 * after a sweep that read every page.
 */
export async function syncAssets(options: {
  inventory: Inventory;
  assets: AssetStore;
  documents: DocumentStore;
  now: Instant;
}): Promise<SyncResult> {
  const { inventory, assets, documents, now } = options;
  const known = new Map(
    (await assets.listKnown()).map(item => [item.entityRef, item]),
  );
  const gone = new Set(known.keys());
  const result: SyncResult = { saved: 0, observed: 0, removed: 0 };
  for await (const items of inventory.pages()) {
    items.forEach(({ asset }) => gone.delete(asset.entityRef));
    const changed = items
      .map(({ asset }) => asset)
      .filter(
        asset =>
          known.get(asset.entityRef)?.digest !== digestOf(canonicalJson(asset)),
      );
    await assets.save(changed, now);
    const observed = observations(items, known, now);
    await documents.receive(
      observed.map(({ ownership }) => ownershipDocument(ownership, now)),
    );
    await assets.noteOwnership(observed.map(({ note }) => note));
    result.saved += changed.length;
    result.observed += observed.length;
  }
  await assets.remove([...gone]);
  return { ...result, removed: gone.size };
}

function observations(
  items: readonly InventoryItem[],
  known: ReadonlyMap<string, KnownAsset>,
  now: Instant,
) {
  return items.flatMap(({ asset, ownership }) => {
    const digest = digestOf(canonicalJson(ownership));
    const last = known.get(asset.entityRef)?.ownership;
    const isFresh =
      last?.digest === digest &&
      addDuration(last.observedAt, OBSERVE_OWNER_EVERY) > now;
    const note: Required<KnownAsset> = {
      entityRef: asset.entityRef,
      digest: digestOf(canonicalJson(asset)),
      ownership: { digest, observedAt: now },
    };
    return isFresh ? [] : { ownership, note };
  });
}
