import type { AnyApiFactory } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  MockFetchApi,
  registerMswTestHooks,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type { DoraComplianceApi } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { JSX } from 'react';
import { Route, Routes } from 'react-router-dom';
import {
  ComplianceActionsHomeCard,
  EntityComplianceCard,
  EntityIctAssetCard,
  EntityPartCard,
  TeamComplianceHomeCard,
} from './cards';
import {
  doraCompliancePlugin,
  EntityComplianceContent,
  EvidenceSourcesPage,
  IctInventoryPage,
} from './plugin';
import { actionsView } from './__testUtils__/actionViews';
import { record } from './__testUtils__/recordViews';
import { answerInventory } from './__testUtils__/renderInventory';
import { answerSources } from './__testUtils__/renderSources';
import {
  backendUrl,
  compliance,
  ledger,
  ledgerUrl,
} from './__testUtils__/ledgerViews';

const server = setupServer();
registerMswTestHooks(server);

/** Renders an extension in a legacy app, with the API the plugin brings. */
async function renderExtension(extension: JSX.Element) {
  const [apiFactory] = doraCompliancePlugin.getApis() as [AnyApiFactory];
  const client = apiFactory.factory({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: new MockFetchApi(),
    appLanguageApi: { getLanguage: () => ({ language: 'en' }) },
  }) as DoraComplianceApi;
  server.use(
    http.get(`${ledgerUrl}/compliance`, () => HttpResponse.json(compliance)),
  );
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [doraComplianceApiRef, client],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <EntityProvider entity={ledger}>
        <Routes>
          <Route path="/ledger" element={extension} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/ledger'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('the plugin for the legacy frontend system', () => {
  it('has the tab', async () => {
    await renderExtension(<EntityComplianceContent />);
    expect(
      await screen.findByRole('region', { name: 'Change and integrity' }),
    ).toBeInTheDocument();
  });

  it('has the card', async () => {
    await renderExtension(<EntityComplianceCard />);
    expect(
      await screen.findByRole('link', { name: /CHG-02/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Change and integrity' }),
    ).toBeNull();
  });

  it('has the inventory, in a page of its own', async () => {
    answerInventory(server);
    await renderExtension(<IctInventoryPage />);
    expect(
      await screen.findByRole('heading', { name: 'ICT inventory' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('1,234 ICT assets')).toBeInTheDocument();
  });

  it('has the evidence sources, in a page of their own', async () => {
    answerSources(server);
    await renderExtension(<EvidenceSourcesPage />);
    expect(
      await screen.findByRole('heading', { name: 'Evidence' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'GitHub' }),
    ).toBeInTheDocument();
  });

  it('has cards for the home page', async () => {
    server.use(
      http.get(`${backendUrl}/api/dora-compliance/actions`, () =>
        HttpResponse.json(actionsView),
      ),
    );
    await renderExtension(
      <>
        <ComplianceActionsHomeCard />
        <TeamComplianceHomeCard title="Our teams" />
      </>,
    );
    expect(await screen.findByText('My actions')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /CHG-02/ }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Our teams')).toBeInTheDocument();
    expect(
      await screen.findByText(/You are a member of no group/),
    ).toBeInTheDocument();
  });

  it('has the card of a group', async () => {
    server.use(
      http.get(`${backendUrl}/api/dora-compliance/actions`, () =>
        HttpResponse.json(actionsView),
      ),
      http.get(`${backendUrl}/api/dora-compliance/scorecard/changes`, () =>
        HttpResponse.json({ items: [] }),
      ),
    );
    answerInventory(server);
    await renderExtension(
      <EntityProvider entity={{ ...ledger, kind: 'Group' }}>
        <EntityPartCard />
      </EntityProvider>,
    );
    expect(
      await screen.findByText('Compliance of the ICT assets'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/and the groups below it own/),
    ).toBeInTheDocument();
  });

  it('has the record of an asset', async () => {
    server.use(
      http.get(`${ledgerUrl}/record`, () => HttpResponse.json(record)),
    );
    await renderExtension(<EntityIctAssetCard />);
    expect(
      await screen.findByText('2 of 9 fields are missing'),
    ).toBeInTheDocument();
  });
});
