import { createRouteRef } from '@backstage/core-plugin-api';

/** The Compliance tab. */
export const entityContentRouteRef = createRouteRef({ id: 'dora-compliance' });

/** The page with the ICT inventory. */
export const inventoryRouteRef = createRouteRef({
  id: 'dora-compliance.inventory',
});

/** The page with what waits for the user. */
export const actionsRouteRef = createRouteRef({
  id: 'dora-compliance.actions',
});

/** The page with the evidence sources. */
export const sourcesRouteRef = createRouteRef({
  id: 'dora-compliance.sources',
});

/** The page with the scorecard of the organization. */
export const organizationRouteRef = createRouteRef({
  id: 'dora-compliance.organization',
});

/** The scorecard of a group. */
export const scorecardRouteRef = createRouteRef({
  id: 'dora-compliance.scorecard',
});

/** The tab with the dependency graph. */
export const dependenciesRouteRef = createRouteRef({
  id: 'dora-compliance.dependencies',
});
