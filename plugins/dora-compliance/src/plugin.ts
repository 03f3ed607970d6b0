import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import {
  type CardExtensionProps,
  createCardExtension,
} from '@backstage/plugin-home-react';
import {
  createSearchResultListItemExtension,
  type SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { createDoraComplianceApi } from './createDoraComplianceApi';
import { actionsWidget, teamsWidget } from './home/widgets';
import { isComplianceResult } from './search/isComplianceResult';
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

/** A card of `@backstage/plugin-home`. */
type HomeCardComponent = (props: CardExtensionProps<unknown>) => JSX.Element;

/**
 * The plugin for the legacy frontend system.
 *
 * @public
 */
export const doraCompliancePlugin = createPlugin({
  id: 'dora-compliance',
  routes: {
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

const card = (name: string, lazy: () => Promise<() => JSX.Element>) =>
  doraCompliancePlugin.provide(
    createComponentExtension({ name, component: { lazy } }),
  );

/**
 * The summary card for an overview page.
 *
 * @public
 */
export const EntityComplianceCard = card('EntityComplianceCard', () =>
  import('./card/ComplianceCard').then(m => m.ComplianceCard),
);

/**
 * The record of an ICT asset, for an overview page.
 *
 * @public
 */
export const EntityIctAssetCard = card('EntityIctAssetCard', () =>
  import('./record/AssetCard').then(m => m.AssetCard),
);

/**
 * What a business function or an ICT third-party provider declares, for an
 * overview page.
 *
 * @public
 */
export const EntityDeclaredCard = card('EntityDeclaredCard', () =>
  import('./declared/DeclaredCard').then(m => m.DeclaredCard),
);

/**
 * What asks for work in a system, a domain or a group, for an overview page.
 *
 * @public
 */
export const EntityPartCard = card('EntityPartCard', () =>
  import('./part/PartCard').then(m => m.PartCard),
);

/**
 * What waits for the user, for the home page.
 *
 * @public
 */
export const ComplianceActionsHomeCard: HomeCardComponent =
  doraCompliancePlugin.provide(
    createCardExtension<unknown>({
      ...actionsWidget,
      name: 'ComplianceActionsHomeCard',
      components: async () => ({
        Content: (await import('./home/MyActions')).MyActions,
      }),
    }),
  );

/**
 * The two numbers of each group of the user, for the home page.
 *
 * @public
 */
export const TeamComplianceHomeCard: HomeCardComponent =
  doraCompliancePlugin.provide(
    createCardExtension<unknown>({
      ...teamsWidget,
      name: 'TeamComplianceHomeCard',
      components: async () => ({
        Content: (await import('./home/MyTeams')).MyTeams,
      }),
    }),
  );

/**
 * ICT assets, findings and controls, for the results of the search.
 *
 * @public
 */
export const ComplianceSearchResultListItem: (
  props: SearchResultListItemExtensionProps<object>,
) => JSX.Element | null = doraCompliancePlugin.provide(
  createSearchResultListItemExtension({
    name: 'ComplianceSearchResultListItem',
    predicate: isComplianceResult,
    component: () =>
      import('./search/ComplianceSearchResult').then(
        m => m.ComplianceSearchResult,
      ),
  }),
);
