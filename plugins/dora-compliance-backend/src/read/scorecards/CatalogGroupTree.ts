import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readRelated } from './CatalogRelated';
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

  async listKnown(
    ownerRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const found = await this.#read(ownerRefs, credentials);
    return new Set(found.map(owner => stringifyEntityRef(owner)));
  }

  #read(refs: readonly string[], credentials: BackstageCredentials) {
    return readRelated(this.#catalog, refs, credentials);
  }
}

function listChildren({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_PARENT_OF)
    .map(({ targetRef }) => targetRef);
}
