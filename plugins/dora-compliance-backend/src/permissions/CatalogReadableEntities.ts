import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { INVENTORY_KINDS } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const PAGE_SIZE = 1000;

/**
 * References of the inventory entities that a caller may read, as the catalog
 * decides: assets, functions, providers, systems and APIs. Used only if the
 * decision depends on the entity; one request for each thousand of them.
 */
export async function listReadableEntities(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<string[]> {
  const refs: string[] = [];
  const pages = catalog.streamEntities(
    {
      filter: INVENTORY_KINDS.map(kind => ({ kind })),
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
