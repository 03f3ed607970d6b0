/**
 * The plugin for the new frontend system.
 *
 * @packageDocumentation
 */
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  appLanguageApiRef,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import {
  RiArchiveStackLine,
  RiListCheck3,
  RiBarChartHorizontalLine,
  RiPulseLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import { homeWidgets } from './home/alphaWidgets';
import { searchResults } from './search/alphaSearch';
import { createDoraComplianceApi } from './createDoraComplianceApi';
import {
  functionOrProvider,
  ictAsset,
  organizationPart,
} from './isComplianceAvailable';
import {
  actionsRouteRef,
  inventoryRouteRef,
  organizationRouteRef,
  sourcesRouteRef,
} from './routes';
import { auditQuestionsExtension } from './auditQuestions/auditQuestionsExtension';
import { auditQuestionsRouteRef } from './auditQuestions/auditQuestionsRouteRef';
import { controlsExtension } from './controls/controlsExtension';
import { controlsRouteRef } from './controls/controlsRouteRef';
import { policiesExtension } from './policies/policiesExtension';
import { policiesRouteRef } from './policies/policiesRouteRef';

// Backstage reads the titles of extensions before it loads translations. Apps
// change them in the configuration (`app.extensions`).

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: doraComplianceApiRef,
      deps: {
        appLanguageApi: appLanguageApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
      },
      factory: createDoraComplianceApi,
    }),
});

const inventory = PageBlueprint.make({
  name: 'inventory',
  params: {
    path: '/ict-inventory',
    title: 'ICT inventory',
    icon: <RiArchiveStackLine />,
    routeRef: inventoryRouteRef,
    loader: async () => {
      const { InventoryContent } = await import('./inventory/InventoryContent');
      const { PageMain } = await import('./page/PageMain');
      return (
        <PageMain page="inventory">
          <InventoryContent />
        </PageMain>
      );
    },
  },
});

const actions = PageBlueprint.make({
  name: 'actions',
  params: {
    path: '/compliance-actions',
    title: 'My actions',
    icon: <RiListCheck3 />,
    routeRef: actionsRouteRef,
    loader: async () => {
      const { ActionsContent } = await import('./actions/ActionsContent');
      const { PageMain } = await import('./page/PageMain');
      return (
        <PageMain page="action">
          <ActionsContent />
        </PageMain>
      );
    },
  },
});

const sources = PageBlueprint.make({
  name: 'sources',
  params: {
    path: '/evidence-sources',
    // Longer titles are cut off in the sidebar.
    title: 'Evidence',
    icon: <RiPulseLine />,
    routeRef: sourcesRouteRef,
    loader: async () => {
      const { SourcesContent } = await import('./sources/SourcesContent');
      const { PageMain } = await import('./page/PageMain');
      return (
        <PageMain page="source">
          <SourcesContent />
        </PageMain>
      );
    },
  },
});

const organization = PageBlueprint.make({
  name: 'organization',
  params: {
    path: '/ict-scorecard',
    title: 'Scorecard',
    icon: <RiBarChartHorizontalLine />,
    routeRef: organizationRouteRef,
    loader: async () => {
      const { OrganizationContent } = await import(
        './organization/OrganizationContent'
      );
      const { PageMain } = await import('./page/PageMain');
      return (
        <PageMain page="organization">
          <OrganizationContent />
        </PageMain>
      );
    },
  },
});

const tab = EntityContentBlueprint.make({
  params: {
    path: '/compliance',
    title: 'Compliance',
    filter: ictAsset,
    loader: () => import('./tab/ComplianceTab').then(m => <m.ComplianceTab />),
  },
});

const scorecard = EntityContentBlueprint.make({
  name: 'scorecard',
  params: {
    path: '/scorecard',
    title: 'Scorecard',
    filter: { kind: 'group' },
    loader: () =>
      import('./scorecard/TeamScorecardTab').then(m => <m.TeamScorecardTab />),
  },
});

const dependencies = EntityContentBlueprint.make({
  name: 'dependencies',
  params: {
    path: '/ict-dependencies',
    title: 'ICT dependencies',
    filter: ictAsset,
    loader: () =>
      import('./graph/DependenciesTab').then(m => <m.DependenciesTab />),
  },
});

const card = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: ictAsset,
    loader: () =>
      import('./card/ComplianceCard').then(m => <m.ComplianceCard />),
  },
});

const assetCard = EntityCardBlueprint.make({
  name: 'ict-asset',
  params: {
    type: 'content',
    filter: ictAsset,
    loader: () => import('./record/AssetCard').then(m => <m.AssetCard />),
  },
});

const declaredCard = EntityCardBlueprint.make({
  name: 'declared',
  params: {
    type: 'content',
    filter: functionOrProvider,
    loader: () =>
      import('./declared/DeclaredCard').then(m => <m.DeclaredCard />),
  },
});

const partCard = EntityCardBlueprint.make({
  name: 'part',
  params: {
    type: 'content',
    filter: organizationPart,
    loader: () => import('./part/PartCard').then(m => <m.PartCard />),
  },
});

const criticalityFilter = CatalogFilterBlueprint.make({
  name: 'criticality',
  params: {
    loader: () =>
      import('./catalog/CriticalityPicker').then(m => <m.CriticalityPicker />),
  },
});

/**
 * The ICT inventory, the evidence sources, the scorecard of the organization, tabs and cards for ICT assets,
 * business functions and ICT third-party providers, a catalog filter, widgets of
 * the home page, and results of the search.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'dora-compliance',
  title: 'DORA compliance',
  icon: <RiShieldCheckLine />,
  routes: {
    policies: policiesRouteRef,
    auditQuestions: auditQuestionsRouteRef,
    controls: controlsRouteRef,
    actions: actionsRouteRef,
    inventory: inventoryRouteRef,
    sources: sourcesRouteRef,
    organization: organizationRouteRef,
  },
  extensions: [
    policiesExtension,
    auditQuestionsExtension,
    controlsExtension,
    api,
    inventory,
    actions,
    sources,
    organization,
    tab,
    scorecard,
    dependencies,
    card,
    assetCard,
    declaredCard,
    partCard,
    criticalityFilter,
    ...homeWidgets,
    ...searchResults,
  ],
});
