import { createRouteRef } from '@backstage/core-plugin-api';

/** Where the tab is mounted. */
export const entityContentRouteRef = createRouteRef({ id: 'dora-compliance' });

/** Where the ICT inventory is mounted. */
export const inventoryRouteRef = createRouteRef({
  id: 'dora-compliance.inventory',
});

/** Where the page on evidence sources is mounted. */
export const sourcesRouteRef = createRouteRef({
  id: 'dora-compliance.sources',
});

/** Where the tab with the dependency graph is mounted. */
export const dependenciesRouteRef = createRouteRef({
  id: 'dora-compliance.dependencies',
});
