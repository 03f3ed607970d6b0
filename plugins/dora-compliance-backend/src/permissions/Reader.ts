import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { INVENTORY_KINDS } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Visibility } from './Visibility';

/** How many entities are asked for in one request. */
const AT_ONCE = 100;

/** Whether an entity may be read. */
export type IsReadable = (entityRef: string) => boolean;

/** What a reader uses to decide. */
export type ReadableEntities = {
  permissions: PermissionsService;
  /** Entities of the kinds of the inventory that the caller may read. */
  list: (credentials: BackstageCredentials) => Promise<string[]>;
  /** The user and the groups the caller acts for. */
  own: (credentials: BackstageCredentials) => Promise<readonly string[]>;
};

/**
 * What one caller may read in the catalog. Made for one request; asks the
 * policy once, and for entities only where the policy depends on them.
 */
export class Reader {
  readonly #from: ReadableEntities;
  readonly #credentials: BackstageCredentials;
  #decision: Promise<PolicyDecision['result']> | undefined;
  #listed: Promise<ReadonlySet<string>> | undefined;
  #own: Promise<readonly string[]> | undefined;

  constructor(from: ReadableEntities, credentials: BackstageCredentials) {
    this.#from = from;
    this.#credentials = credentials;
  }

  /** The user and the groups that the caller acts for; none for a service. */
  own(): Promise<readonly string[]> {
    return this.#owned();
  }

  /** Whether the policy allows this caller the whole catalog. */
  async seesAll(): Promise<boolean> {
    return (await this.#decide()) === AuthorizeResult.ALLOW;
  }

  /**
   * Which entities of the inventory may be read: all, or those of these
   * references, as the catalog lists them.
   */
  async visible(): Promise<Visibility> {
    switch (await this.#decide()) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return [...(await this.#list())];
      default:
        return [];
    }
  }

  /**
   * Which of some entities may be read. Callers always know their own user
   * and groups.
   */
  async readable(entityRefs: readonly string[]): Promise<IsReadable> {
    const decision = await this.#decide();
    if (decision === AuthorizeResult.ALLOW) {
      return () => true;
    }
    const refs = [...new Set(entityRefs)];
    const readable =
      decision === AuthorizeResult.CONDITIONAL
        ? await this.#ask(refs)
        : new Set<string>();
    if (refs.some(ref => isPersonal(ref) && !readable.has(ref))) {
      (await this.#owned()).forEach(ref => readable.add(ref));
    }
    return ref => readable.has(ref);
  }

  async #ask(refs: readonly string[]): Promise<Set<string>> {
    const listed = this.#listed && (await this.#listed);
    const known = listed ? refs.filter(ref => listed.has(ref)) : [];
    const open = listed ? refs.filter(ref => !isListed(ref)) : refs;
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

  #decide(): Promise<PolicyDecision['result']> {
    this.#decision ??= this.#from.permissions
      .authorizeConditional([{ permission: catalogEntityReadPermission }], {
        credentials: this.#credentials,
      })
      .then(([decision]) => decision?.result ?? AuthorizeResult.DENY);
    return this.#decision;
  }

  #list(): Promise<ReadonlySet<string>> {
    this.#listed ??= this.#from
      .list(this.#credentials)
      .then(refs => new Set(refs));
    return this.#listed;
  }

  #owned(): Promise<readonly string[]> {
    this.#own ??= this.#from.own(this.#credentials);
    return this.#own;
  }
}

function parseKind(entityRef: string): string | undefined {
  try {
    return parseEntityRef(entityRef).kind.toLowerCase();
  } catch {
    return undefined;
  }
}

/** Whether an entity would be in the list if it could be read. */
function isListed(entityRef: string): boolean {
  return INVENTORY_KINDS.includes(parseKind(entityRef) ?? '');
}

function isPersonal(entityRef: string): boolean {
  return ['user', 'group'].includes(parseKind(entityRef) ?? '');
}
