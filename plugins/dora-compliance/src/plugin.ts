import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { createDoraComplianceApi } from './createDoraComplianceApi';
import {
  actionsRouteRef,
  dependenciesRouteRef,
  entityContentRouteRef,
  inventoryRouteRef,
  organizationRouteRef,
  scorecardRouteRef,
  sourcesRouteRef,
} from './routes';
import { auditQuestionsRouteRef } from './auditQuestions/auditQuestionsRouteRef';
import { controlsRouteRef } from './controls/controlsRouteRef';
import { policiesRouteRef } from './policies/policiesRouteRef';

/**
 * The plugin for the legacy frontend system.
 *
 * @public
 */
export const doraCompliancePlugin = createPlugin({
  id: 'dora-compliance',
  routes: {
    policies: policiesRouteRef,
    entityContent: entityContentRouteRef,
    inventory: inventoryRouteRef,
    actions: actionsRouteRef,
    organization: organizationRouteRef,
    auditQuestions: auditQuestionsRouteRef,
    controls: controlsRouteRef,
    sources: sourcesRouteRef,
    dependencies: dependenciesRouteRef,
    scorecard: scorecardRouteRef,
  },
  apis: [
    createApiFactory({
      api: doraComplianceApiRef,
      deps: {
        appLanguageApi: appLanguageApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
      },
      factory: createDoraComplianceApi,
    }),
  ],
});

/**
 * The page with the inventory of ICT assets, for a `Route`.
 *
 * @public
 */
export const IctInventoryPage: () => JSX.Element = doraCompliancePlugin.provide(
  createRoutableExtension({
    name: 'IctInventoryPage',
    component: () =>
      import('./inventory/InventoryPage').then(m => m.InventoryPage),
    mountPoint: inventoryRouteRef,
  }),
);

/**
 * The page with everything that waits for the user, for a `Route`.
 *
 * @public
 */
export const ComplianceActionsPage: () => JSX.Element =
  doraCompliancePlugin.provide(
    createRoutableExtension({
      name: 'ComplianceActionsPage',
      component: () => import('./actions/ActionsPage').then(m => m.ActionsPage),
      mountPoint: actionsRouteRef,
    }),
  );

/**
 * The page with the evidence sources, for a `Route`.
 *
 * @public
 */
export const EvidenceSourcesPage: () => JSX.Element =
  doraCompliancePlugin.provide(
    createRoutableExtension({
      name: 'EvidenceSourcesPage',
      component: () => import('./sources/SourcesPage').then(m => m.SourcesPage),
      mountPoint: sourcesRouteRef,
    }),
  );

/**
 * The page with the scorecard of the organization and its parts, for a `Route`.
 *
 * @public
 */
export const OrganizationScorecardPage: () => JSX.Element =
  doraCompliancePlugin.provide(
    createRoutableExtension({
      name: 'OrganizationScorecardPage',
      component: () =>
        import('./organization/OrganizationPage').then(m => m.OrganizationPage),
      mountPoint: organizationRouteRef,
    }),
  );

/**
 * The page with the questions of supervisors and auditors, for a `Route`.
 *
 * @public
 */
export const AuditQuestionsPage: () => JSX.Element =
  doraCompliancePlugin.provide(
    createRoutableExtension({
      name: 'AuditQuestionsPage',
      component: () =>
        import('./auditQuestions/AuditQuestionsPage').then(
          m => m.AuditQuestionsPage,
        ),
      mountPoint: auditQuestionsRouteRef,
    }),
  );

/**
 * The page with all controls and one page for each, for a `Route`.
 *
 * @public
 */
export const ControlsPage: () => JSX.Element = doraCompliancePlugin.provide(
  createRoutableExtension({
    name: 'ControlsPage',
    component: () =>
      import('./controls/ControlsPage').then(m => m.ControlsPage),
    mountPoint: controlsRouteRef,
  }),
);

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
 * The tab with the dependency graph, for an `EntityLayout.Route`.
 *
 * @public
 */
export const EntityIctDependenciesContent: () => JSX.Element =
  doraCompliancePlugin.provide(
    createRoutableExtension({
      name: 'EntityIctDependenciesContent',
      component: () =>
        import('./graph/DependenciesTab').then(m => m.DependenciesTab),
      mountPoint: dependenciesRouteRef,
    }),
  );

/**
 * The scorecard of a group, for an `EntityLayout.Route`.
 *
 * @public
 */
export const EntityTeamScorecardContent: () => JSX.Element =
  doraCompliancePlugin.provide(
    createRoutableExtension({
      name: 'EntityTeamScorecardContent',
      component: () =>
        import('./scorecard/TeamScorecardTab').then(m => m.TeamScorecardTab),
      mountPoint: scorecardRouteRef,
    }),
  );

/**
 * The page "Policies", for a `Route`.
 *
 * @public
 */
export const PoliciesPage: () => JSX.Element = doraCompliancePlugin.provide(
  createRoutableExtension({
    name: 'PoliciesPage',
    component: () =>
      import('./policies/PoliciesPage').then(m => m.PoliciesPage),
    mountPoint: policiesRouteRef,
  }),
);
