import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { DoraComplianceClient } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { http, HttpResponse } from 'msw';
import type { SetupServer } from 'msw/node';
import { useSearchParams } from 'react-router-dom';
import { InventoryContent } from '../inventory/InventoryContent';
import { inventory, inventoryUrl, summary } from './inventoryViews';
import { backendUrl } from './ledgerViews';

/** Answers whatever the page asks, and notes what that was. */
export function answerInventory(server: SetupServer) {
  const asked = { pages: [] as string[], summaries: [] as string[] };
  const search = (request: Request) =>
    decodeURIComponent(new URL(request.url).search);
  server.use(
    http.get(inventoryUrl, ({ request }) => {
      asked.pages.push(search(request));
      return HttpResponse.json(inventory);
    }),
    http.get(`${inventoryUrl}/summary`, ({ request }) => {
      asked.summaries.push(search(request));
      return HttpResponse.json(summary);
    }),
    http.get(`${inventoryUrl}/discoveries`, () =>
      HttpResponse.json({ items: [] }),
    ),
    http.get(`${inventoryUrl}/uninventoried-pipelines`, () =>
      HttpResponse.json({ items: [] }),
    ),
  );
  return asked;
}

/** The page at an address; it asks by way of the real client. */
export function renderInventory(address = '') {
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: mockApis.fetch(),
  });
  return renderInTestApp(
    <>
      <InventoryContent />
      <Address />
    </>,
    {
      apis: [[doraComplianceApiRef, client]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${address}`],
    },
  );
}

function Address() {
  const [params] = useSearchParams();
  return <output aria-label="Address">{params.toString()}</output>;
}
