import { createApiRef } from '@backstage/core-plugin-api';
import type { DoraComplianceApi } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Where components get their answers from.
 *
 * @public
 */
export const doraComplianceApiRef = createApiRef<DoraComplianceApi>({
  id: 'plugin.dora-compliance.api',
});
