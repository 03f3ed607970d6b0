import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE_SIZE = 1000;

/**
 * References of the components and resources a caller may read, as the
 * catalog itself decides it. Only asked where the decision hangs on the
 * entity; one request for each thousand of them.
 */
export async function listReadableAssets(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<string[]> {
  const refs: string[] = [];
  const pages = catalog.streamEntities(
    {
      filter: [{ kind: 'component' }, { kind: 'resource' }],
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
      pageSize: PAGE_SIZE,
    },
    { credentials },
  );
  for await (const entities of pages) {
    refs.push(...entities.map(entity => stringifyEntityRef(entity)));
  }
  return refs;
}
