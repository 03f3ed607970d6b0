import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inChunks } from '../../kernel/database/columns';

/** Entities that the caller may read, with their relations and nothing else. */
export async function readRelated(
  catalog: CatalogService,
  refs: readonly string[],
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  const found: Entity[] = [];
  for (const entityRefs of inChunks(refs)) {
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: ['kind', 'metadata.namespace', 'metadata.name', 'relations'],
      },
      { credentials },
    );
    found.push(...items.flatMap(item => item ?? []));
  }
  return found;
}
