import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { normaliseQueued } from '../../plugins/dora-compliance-backend/src/ledger/normalise/normaliseQueued';
import { catalogSource } from '../../plugins/dora-compliance-backend/src/register/ownSources';
import { syncAssets } from '../../plugins/dora-compliance-backend/src/register/syncAssets';
import { normaliseWith } from '../../plugins/dora-compliance-backend/src/testing/normaliseWith';
import type { TestStores } from '../../plugins/dora-compliance-backend/src/testing/TestStores';
import { createItem } from './bank';
import { now } from './clock';
import { buildReleases } from './releases';
import { sizes } from './sizes';

/** A year in milliseconds: no release is late. */
export const lateAfter = 365 * 24 * 60 * 60_000;

/** Documents received, and worked on, at a time. */
const limit = 200;

/**
 * Fills the tables as a backend does, while no control is installed yet, so that
 * nothing becomes due. The evidence of the releases of an asset comes in one
 * document.
 */
export async function fillBank(stores: TestStores): Promise<void> {
  const begin = now();
  const numbers = Array.from({ length: sizes.assets }, (_, n) => n);
  await syncAssets({
    ...stores,
    inventory: {
      async *pages() {
        for (let start = 0; start < numbers.length; start += 500) {
          const page = numbers.slice(start, start + 500);
          yield page.map(n => createItem(n, begin));
        }
      },
    },
    now: begin,
  });
  const sources = new Map([[catalogSource.id, catalogSource]]);
  while (
    (await normaliseQueued(stores.documents, {
      sources,
      limit,
      now: now(),
      lateAfter,
    })) > 0
  );
  for (let start = 0; start < numbers.length; start += limit) {
    await keepReleases(stores, numbers.slice(start, start + limit));
  }
}

async function keepReleases(
  { documents }: TestStores,
  numbers: readonly number[],
) {
  const at = now();
  await documents.receive(
    numbers.map(n => createDocument(`releases of ${n}`, at)),
  );
  const numberByDigest = new Map(
    numbers.map(n => [computeDigest(`releases of ${n}`), n] as const),
  );
  await normaliseWith(documents, {
    limit,
    now: now(),
    lateAfter,
    normalise: ({ document }) => ({
      outcome: 'normalised',
      statements: buildReleases(
        numberByDigest.get(document.digest)!,
        sizes.releases,
        at,
      ),
    }),
  });
}

/** A document of GitHub with this text, as it is received. */
export function createDocument(
  text: string,
  receivedAt: ReturnType<typeof now>,
) {
  const body = new TextEncoder().encode(text);
  return {
    document: {
      digest: computeDigest(body),
      sourceId: 'github',
      mediaType: 'application/json',
      size: body.byteLength,
      receivedAt,
      verification: 'authenticated' as const,
      proof: 'signed-body' as const,
      origin: 'pushed' as const,
      redactions: [],
    },
    headers: {},
    body,
  };
}
