import type { BasicPermission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';
import type { doraCompliancePermissions } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Whether the caller has a permission, to decide what to show. The backend
 * checks it again. While the answer is loading, the caller does not have it.
 */
export function useMay(
  permission: Extract<
    (typeof doraCompliancePermissions)[number],
    BasicPermission
  >,
) {
  const { loading, allowed, error } = usePermission({ permission });
  return { isPending: loading, allowed, error };
}
