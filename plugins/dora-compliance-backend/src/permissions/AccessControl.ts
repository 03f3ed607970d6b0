import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { doraCompliancePermissions } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How many entities are asked for in one request. */
const AT_ONCE = 100;

/** Asks the catalog which assets a caller may read. */
type ListReadable = (credentials: BackstageCredentials) => Promise<string[]>;

/** Decides who may do what. Everything that isn't allowed is refused. */
export class AccessControl {
  readonly #permissions: PermissionsService;
  readonly #listReadable: ListReadable;

  constructor(permissions: PermissionsService, listReadable: ListReadable) {
    this.#permissions = permissions;
    this.#listReadable = listReadable;
  }

  /**
   * Which assets of the inventory a caller may read: all, or those of these
   * references. The catalog itself is asked where it hangs on the entity.
   */
  async visibleAssets(
    credentials: BackstageCredentials,
  ): Promise<'all' | readonly string[]> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    switch (decision?.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return this.#listReadable(credentials);
      default:
        return [];
    }
  }

  /** Those of some entities a caller may read; asked in few requests. */
  async readable(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    const readable = new Set<string>();
    // A request to the permission backend may be 100 kB large.
    for (let start = 0; start < refs.length; start += AT_ONCE) {
      const some = refs.slice(start, start + AT_ONCE);
      const decisions = await this.#permissions.authorize(
        some.map(resourceRef => ({
          permission: catalogEntityReadPermission,
          resourceRef,
        })),
        { credentials },
      );
      some
        .filter((_, at) => decisions[at]?.result === AuthorizeResult.ALLOW)
        .forEach(ref => readable.add(ref));
    }
    return readable;
  }

  /** An asset's compliance may be read by those who may read its entity. */
  async mayReadAsset(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: catalogEntityReadPermission, resourceRef: entityRef }],
      { credentials },
    );
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /** Whether the caller has one of the permissions of this plugin. */
  async may(
    permissionName: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const permission = doraCompliancePermissions.find(
      ({ name }) => name === permissionName,
    ) as BasicPermission | undefined;
    if (!permission) {
      return false;
    }
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision?.result === AuthorizeResult.ALLOW;
  }
}
