import { createHash } from 'node:crypto';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { nodeFromEntity } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const CACHE_KEY = 'digest';

/**
 * Tells which entities of the inventory were added or changed, as far as the
 * inventory reads them. Every entity is processed again and again; the cache
 * of the catalog remembers how it was the last time, also over restarts.
 */
export class CatalogChangeProcessor implements CatalogProcessor {
  readonly #note: (entityRef: string) => void;

  constructor(note: (entityRef: string) => void) {
    this.#note = note;
  }

  getProcessorName() {
    return 'CatalogDoraChangeProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const node = nodeFromEntity(entity);
    if (node) {
      const digest = createHash('sha256')
        .update(JSON.stringify(node))
        .digest('hex');
      const isSame = (await cache.get<string>(CACHE_KEY)) === digest;
      await cache.set(CACHE_KEY, digest);
      if (!isSame) {
        this.#note(stringifyEntityRef(entity));
      }
    }
    return entity;
  }
}
