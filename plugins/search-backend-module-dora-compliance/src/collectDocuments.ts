import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { IndexedApi } from './createClient';
import { readControls } from './readControls';
import type { SearchSettings } from './config';
import { createLensDocument } from './createLensDocument';
import { toAssetDocument, toFindingDocument } from './toAssetDocument';
import { toControlDocument } from './toControlDocument';

/** Items of a page: what is kept in memory, however many assets there are. */
const PAGE = 200;

/** What the documents are made from. */
export type Indexed = {
  english: IndexedApi;
  german: IndexedApi;
  settings: SearchSettings;
  now: () => Instant;
};

/**
 * All assets, and then all findings if they are indexed, page by page. If a page can't be read, the former
 * index stays as it is.
 */
export async function* collectAssets(
  indexed: Indexed,
): AsyncGenerator<IndexableDocument> {
  const { english, settings, now } = indexed;
  const around = { ...settings, indexedAt: now() };
  let cursor: string | undefined;
  do {
    const page = await english.listInventory({
      sort: 'title',
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    yield* page.items.map(item => toAssetDocument(item, around));
    cursor = page.nextCursor;
  } while (cursor);
  if (settings.hasCompliance) {
    yield* collectFindings(indexed);
  }
}

async function* collectFindings({
  english,
  german,
  settings,
  now,
}: Indexed): AsyncGenerator<IndexableDocument> {
  const controls = await readControls(english, german);
  let cursor: string | undefined;
  do {
    const around = { ...settings, indexedAt: now() };
    const page = await english.readScorecard({
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    for (const asset of page.items) {
      for (const [controlId, status] of Object.entries(asset.results)) {
        const control = controls.get(controlId);
        if (control && status === 'not-satisfied') {
          yield toFindingDocument(asset, control, around);
        }
      }
    }
    cursor = page.nextCursor;
  } while (cursor);
}

/** All controls, and the page about their areas. */
export async function* collectControls({
  english,
  german,
}: Indexed): AsyncGenerator<IndexableDocument> {
  const controls = await readControls(english, german);
  yield createLensDocument();
  yield* [...controls.values()].map(control => toControlDocument(control));
}
