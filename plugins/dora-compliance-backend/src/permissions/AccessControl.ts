import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { doraCompliancePermissions } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type ReadableEntities, Reader } from './Reader';

/** Decides who may do what. Everything that is not allowed is denied. */
export class AccessControl {
  readonly #entities: ReadableEntities;

  constructor(entities: ReadableEntities) {
    this.#entities = entities;
  }

  /**
   * What a caller may read, for one request.
   *
   * @param options.isExport - the request is for a file of assets
   */
  createReader(
    credentials: BackstageCredentials,
    options: { isExport?: boolean } = {},
  ): Reader {
    return new Reader(this.#entities, credentials, options);
  }

  /**
   * Whether the caller has one of the permissions of this plugin.
   *
   * @param entityRef - the asset, for a permission that may depend on it
   */
  async may(
    permissionName: string,
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    const permission = doraCompliancePermissions.find(
      ({ name }) => name === permissionName,
    );
    if (!permission) {
      return false;
    }
    const [decision] = await this.#entities.permissions.authorize(
      [
        isResourcePermission(permission)
          ? { permission, resourceRef: entityRef }
          : { permission: permission as BasicPermission },
      ],
      { credentials },
    );
    return decision?.result === AuthorizeResult.ALLOW;
  }
}
