import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  Criticality,
  INVENTORY_KINDS,
  LABEL_CRITICALITY,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownCriticalities } from './criticality/KnownCriticalities';

const CACHE_KEY = 'level';

/**
 * Labels entities with their effective criticality, so that the catalog can
 * be filtered by it. Nobody declares that label: one that was is replaced.
 * While nothing is known, e.g. after a restart, the last label stays.
 */
export class CatalogCriticalityProcessor implements CatalogProcessor {
  readonly #criticalities: KnownCriticalities;

  constructor(criticalities: KnownCriticalities) {
    this.#criticalities = criticalities;
  }

  getProcessorName() {
    return 'CatalogDoraCriticalityProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!INVENTORY_KINDS.includes(entity.kind.toLowerCase())) {
      return entity;
    }
    const level = await this.#readLevel(entity, cache);
    return withLabel(entity, level);
  }

  async #readLevel(entity: Entity, cache: CatalogProcessorCache) {
    const known = this.#criticalities.all();
    if (!known) {
      const last = await cache.get<string>(CACHE_KEY);
      return Criticality.options.find(option => option === last);
    }
    const level = known.get(stringifyEntityRef(entity));
    await cache.set(CACHE_KEY, level ?? null);
    return level;
  }
}

function withLabel(entity: Entity, level: Criticality | undefined): Entity {
  const { labels, ...metadata } = entity.metadata;
  const others = Object.entries(labels ?? {}).filter(
    ([name]) => name !== LABEL_CRITICALITY,
  );
  const all = level ? [...others, [LABEL_CRITICALITY, level]] : others;
  return all.length === 0 && !labels
    ? entity
    : { ...entity, metadata: { ...metadata, labels: Object.fromEntries(all) } };
}
