import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inChunks } from '../../kernel/database/columns';
import type { GroupTree } from './GroupTree';

/** Reads the groups of the catalog, a level of the tree at a time. */
export class CatalogGroupTree implements GroupTree {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async listWithin(
    groupRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const found = new Set<string>();
    let level = [...groupRefs];
    while (level.length > 0) {
      const groups = await this.#read(level, credentials);
      groups.forEach(group => found.add(stringifyEntityRef(group)));
      // A group can be above itself.
      level = [...new Set(groups.flatMap(listChildren))].filter(
        child => !found.has(child),
      );
    }
    return [...found];
  }

  async #read(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const groups: Entity[] = [];
    for (const entityRefs of inChunks(refs)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.namespace', 'metadata.name', 'relations'],
        },
        { credentials },
      );
      groups.push(...items.flatMap(item => item ?? []));
    }
    return groups;
  }
}

function listChildren({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_PARENT_OF)
    .map(({ targetRef }) => targetRef);
}
