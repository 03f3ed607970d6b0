import { createRouteRef } from '@backstage/core-plugin-api';

/** Where the page "Policies" is mounted. */
export const policiesRouteRef = createRouteRef({
  id: 'dora-compliance.policies',
});
