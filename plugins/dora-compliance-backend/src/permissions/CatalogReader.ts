import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { INVENTORY_KINDS } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How many entities are asked for in one request. */
const AT_ONCE = 100;

/** What a reader uses to decide what the catalog lets read. */
export type CatalogEntities = {
  permissions: PermissionsService;
  /** Entities of the kinds of the inventory that the caller may read. */
  list: (credentials: BackstageCredentials) => Promise<string[]>;
  /** The user and the groups the caller acts for. */
  own: (credentials: BackstageCredentials) => Promise<readonly string[]>;
};

/** What the catalog lets one caller read, if its decision depends on the entity. */
export class CatalogReader {
  readonly #from: CatalogEntities;
  readonly #credentials: BackstageCredentials;
  #listed: Promise<ReadonlySet<string>> | undefined;
  #own: Promise<readonly string[]> | undefined;

  constructor(from: CatalogEntities, credentials: BackstageCredentials) {
    this.#from = from;
    this.#credentials = credentials;
  }

  /** The entities of the inventory that may be read. */
  list(): Promise<ReadonlySet<string>> {
    this.#listed ??= this.#from
      .list(this.#credentials)
      .then(refs => new Set(refs));
    return this.#listed;
  }

  /** The user and the groups that the caller acts for; none for a service. */
  own(): Promise<readonly string[]> {
    this.#own ??= this.#from.own(this.#credentials);
    return this.#own;
  }

  /** Those of some entities that may be read. */
  async find(
    refs: readonly string[],
    decision: AuthorizeResult,
  ): Promise<Set<string>> {
    if (decision === AuthorizeResult.ALLOW) {
      return new Set(refs);
    }
    const readable =
      decision === AuthorizeResult.CONDITIONAL
        ? await this.#ask(refs)
        : new Set<string>();
    if (refs.some(ref => isPersonal(ref) && !readable.has(ref))) {
      (await this.own()).forEach(ref => readable.add(ref));
    }
    return readable;
  }

  async #ask(refs: readonly string[]): Promise<Set<string>> {
    const listed = this.#listed && (await this.#listed);
    const known = listed ? refs.filter(ref => listed.has(ref)) : [];
    const open = listed ? refs.filter(ref => !isOfInventory(ref)) : refs;
    const readable = new Set(known);
    // A request to the permission backend may be 100 kB large.
    for (let start = 0; start < open.length; start += AT_ONCE) {
      const some = open.slice(start, start + AT_ONCE);
      const decisions = await this.#from.permissions.authorize(
        some.map(resourceRef => ({
          permission: catalogEntityReadPermission,
          resourceRef,
        })),
        { credentials: this.#credentials },
      );
      some
        .filter((_, at) => decisions[at]?.result === AuthorizeResult.ALLOW)
        .forEach(ref => readable.add(ref));
    }
    return readable;
  }
}

/** Whether an entity is of a kind that the inventory has. */
export function isOfInventory(entityRef: string): boolean {
  return INVENTORY_KINDS.includes(parseKind(entityRef) ?? '');
}

function isPersonal(entityRef: string): boolean {
  return ['user', 'group'].includes(parseKind(entityRef) ?? '');
}

function parseKind(entityRef: string): string | undefined {
  try {
    return parseEntityRef(entityRef).kind.toLowerCase();
  } catch {
    return undefined;
  }
}
