import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { DoraComplianceClient } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { JSX } from 'react';
import { controlsRouteRef } from '../controls/controlsRouteRef';
import {
  actionsRouteRef,
  inventoryRouteRef,
  organizationRouteRef,
} from '../routes';
import { backendUrl, ledger } from './ledgerViews';

/** Renders an element for the ledger and the reader `user:default/test`; it asks by way of the real client. */
export function renderForLedger(
  element: JSX.Element,
  address = '/',
  entity: Entity = ledger,
) {
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: mockApis.fetch(),
  });
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      apis: [
        [doraComplianceApiRef, client],
        [identityApiRef, mockApis.identity()],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/compliance-actions': actionsRouteRef,
        '/controls': controlsRouteRef,
        '/ict-inventory': inventoryRouteRef,
        '/ict-scorecard': organizationRouteRef,
      },
      initialRouteEntries: [address],
    },
  );
}
