import { createApiRef } from '@backstage/core-plugin-api';
import type { DoraComplianceApi } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The client of the backend.
 *
 * @public
 */
export const doraComplianceApiRef = createApiRef<DoraComplianceApi>({
  id: 'plugin.dora-compliance.api',
});
