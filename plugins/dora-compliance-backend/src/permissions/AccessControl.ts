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

/** Decides who may do what. Everything that isn't allowed is refused. */
export class AccessControl {
  readonly #permissions: PermissionsService;

  constructor(permissions: PermissionsService) {
    this.#permissions = permissions;
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
