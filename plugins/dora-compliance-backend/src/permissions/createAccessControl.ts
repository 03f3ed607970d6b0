import type {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ictAssetResourceRef } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { AccessControl } from './AccessControl';
import { type AssetRules, createAssetRules } from './AssetRules';
import { listReadableEntities } from './CatalogReadableEntities';
import { ownRefs } from './ownRefs';

/** Access control with the services of a backend, once the rules are registered. */
export function createAccessControl(
  services: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    userInfo: UserInfoService;
  },
  inventory: Pick<AssetRules, 'listReadable'>,
): AccessControl {
  const { catalog, permissions, permissionsRegistry } = services;
  return new AccessControl({
    permissions,
    list: credentials => listReadableEntities(catalog, credentials),
    own: credentials => ownRefs(services, credentials),
    rules: createAssetRules(
      permissionsRegistry.getPermissionRuleset(ictAssetResourceRef),
      inventory,
    ),
  });
}
