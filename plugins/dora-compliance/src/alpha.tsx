/**
 * The plugin for the new frontend system.
 *
 * @packageDocumentation
 */
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiShieldCheckLine } from '@remixicon/react';
import { createDoraComplianceApi } from './createDoraComplianceApi';

const isAsset = { kind: { $in: ['component', 'resource'] } };

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: doraComplianceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createDoraComplianceApi,
    }),
});

const tab = EntityContentBlueprint.make({
  params: {
    path: '/compliance',
    title: 'Compliance',
    filter: isAsset,
    loader: () => import('./tab/ComplianceTab').then(m => <m.ComplianceTab />),
  },
});

const card = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: isAsset,
    loader: () =>
      import('./card/ComplianceCard').then(m => <m.ComplianceCard />),
  },
});

/**
 * Compliance tab and summary card for components and resources.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'dora-compliance',
  title: 'DORA compliance',
  icon: <RiShieldCheckLine />,
  extensions: [api, tab, card],
});
