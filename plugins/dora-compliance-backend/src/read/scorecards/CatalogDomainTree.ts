import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readRelated } from './CatalogRelated';
import type { DomainTree } from './DomainTree';

/** Reads the domains of the catalog and their systems, a level at a time. */
export class CatalogDomainTree implements DomainTree {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async listSystems(
    domainRef: string,
    credentials: BackstageCredentials,
  ): Promise<string[] | undefined> {
    const domains = new Set<string>();
    const systems = new Set<string>();
    let level = [domainRef];
    while (level.length > 0) {
      const found = await readRelated(this.#catalog, level, credentials);
      for (const ref of found.map(entity => stringifyEntityRef(entity))) {
        // What is asked about can be any entity.
        if (isA('domain', ref)) {
          domains.add(ref);
        } else if (isA('system', ref)) {
          systems.add(ref);
        }
      }
      // A domain can be below itself.
      level = [...new Set(found.filter(isDomain).flatMap(listParts))].filter(
        part => !domains.has(part) && !systems.has(part),
      );
    }
    return domains.has(domainRef) ? [...systems] : undefined;
  }
}

/** The systems and domains of a domain; it can have other parts. */
function listParts({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_HAS_PART)
    .map(({ targetRef }) => targetRef)
    .filter(ref => isA('system', ref) || isA('domain', ref));
}

function isDomain({ kind }: Entity): boolean {
  return kind.toLowerCase() === 'domain';
}

function isA(kind: string, ref: string): boolean {
  return parseEntityRef(ref).kind.toLowerCase() === kind;
}
