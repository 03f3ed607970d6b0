import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type PermissionApi,
  permissionApiRef,
} from '@backstage/plugin-permission-react';

/** An API for tests that grants all permissions but those named. */
export function permissionsWithout(
  denied: readonly string[],
): readonly [typeof permissionApiRef, PermissionApi] {
  const api = mockApis.permission({
    authorize: ({ permission: { name } }) =>
      denied.includes(name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });
  return [permissionApiRef, api];
}
