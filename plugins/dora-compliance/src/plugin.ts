import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { createDoraComplianceApi } from './createDoraComplianceApi';

/** Where the tab is mounted. */
const entityContentRouteRef = createRouteRef({ id: 'dora-compliance' });

/**
 * The plugin for the legacy frontend system.
 *
 * @public
 */
export const doraCompliancePlugin = createPlugin({
  id: 'dora-compliance',
  routes: { entityContent: entityContentRouteRef },
  apis: [
    createApiFactory({
      api: doraComplianceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createDoraComplianceApi,
    }),
  ],
});

/**
 * The Compliance tab, for an `EntityLayout.Route`.
 *
 * @public
 */
export const EntityComplianceContent: () => JSX.Element =
  doraCompliancePlugin.provide(
    createRoutableExtension({
      name: 'EntityComplianceContent',
      component: () => import('./tab/ComplianceTab').then(m => m.ComplianceTab),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * The summary card for an overview page.
 *
 * @public
 */
export const EntityComplianceCard: () => JSX.Element =
  doraCompliancePlugin.provide(
    createComponentExtension({
      name: 'EntityComplianceCard',
      component: {
        lazy: () => import('./card/ComplianceCard').then(m => m.ComplianceCard),
      },
    }),
  );
