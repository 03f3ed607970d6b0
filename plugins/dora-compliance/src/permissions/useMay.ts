import { usePermission } from '@backstage/plugin-permission-react';
import type { doraCompliancePermissions } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Whether the caller may do something: what is shown hangs on it; the backend
 * decides for itself. While that is not known yet, they may not.
 */
export function useMay(permission: (typeof doraCompliancePermissions)[number]) {
  const { loading, allowed, error } = usePermission({ permission });
  return { isPending: loading, allowed, error };
}
