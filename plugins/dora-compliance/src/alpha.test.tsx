import {
  createExtensionTester,
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  coreExtensionData,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import plugin from './alpha';
import { graph, record } from './__testUtils__/recordViews';
import { answerInventory } from './__testUtils__/renderInventory';
import { answerScorecards } from './__testUtils__/organizationViews';
import { answerSources } from './__testUtils__/renderSources';
import {
  backendUrl,
  compliance,
  ledger,
  ledgerUrl,
} from './__testUtils__/ledgerViews';

const server = setupServer();
registerMswTestHooks(server);

const tab = 'entity-content:dora-compliance';
const card = 'entity-card:dora-compliance';
const dependencies = 'entity-content:dora-compliance/dependencies';
const assetCard = 'entity-card:dora-compliance/ict-asset';
const declaredCard = 'entity-card:dora-compliance/declared';
const ofEntities = [tab, card, dependencies, assetCard, declaredCard];

/** Where links to entities lead. */
const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    loader: async () => <></>,
  },
});

/** The page of an entity in an app with nothing but extensions of ours. */
function renderPage(kind: string, extensions = ofEntities, type = 'service') {
  const spec = { ...ledger.spec, type };
  return renderTestApp({
    extensions: [
      entityPage,
      createTestEntityPage({ entity: { ...ledger, kind, spec } }),
    ],
    features: [plugin],
    config: {
      app: {
        extensions: ofEntities
          .filter(id => !extensions.includes(id))
          .map(id => ({ [id]: false })),
      },
      backend: { baseUrl: backendUrl },
    },
  });
}

describe('the plugin for the new frontend system', () => {
  it('has its tab at /compliance', () => {
    expect(
      createExtensionTester(plugin.getExtension(tab)).get(
        coreExtensionData.routePath,
      ),
    ).toBe('/compliance');
  });

  it('shows the tab for a component, asking the backend of the app', async () => {
    server.use(
      http.get(`${ledgerUrl}/compliance`, () => HttpResponse.json(compliance)),
    );
    renderPage('Component', [tab]);
    expect(
      await screen.findByRole('region', { name: 'Change and integrity' }),
    ).toBeInTheDocument();
  });

  it('shows the card for a component', async () => {
    server.use(
      http.get(`${ledgerUrl}/compliance`, () => HttpResponse.json(compliance)),
    );
    renderPage('Component', [card]);
    expect(
      await screen.findByRole('link', { name: /CHG-02/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Change and integrity' }),
    ).toBeNull();
  });

  it('shows the record of an asset', async () => {
    server.use(
      http.get(`${ledgerUrl}/record`, () => HttpResponse.json(record)),
    );
    renderPage('Component', [assetCard]);
    expect(
      await screen.findByText('2 of 9 fields are missing'),
    ).toBeInTheDocument();
  });

  it('shows what an asset is needed for', async () => {
    server.use(http.get(`${ledgerUrl}/graph`, () => HttpResponse.json(graph)));
    renderPage('Component', [dependencies]);
    expect(
      await screen.findByText('The graph is incomplete'),
    ).toBeInTheDocument();
  });

  it('shows nothing for an API', async () => {
    renderPage('API');
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('asks nothing about a business function, which is no asset', async () => {
    answerInventory(server);
    renderPage('Resource', ofEntities, 'business-function');
    expect(await screen.findByText('Business function')).toBeInTheDocument();
    expect(screen.queryByText('Compliance')).not.toBeInTheDocument();
    expect(screen.queryByText('ICT dependencies')).not.toBeInTheDocument();
  });

  it('has the inventory as a page with a title', async () => {
    answerInventory(server);
    renderTestApp({
      extensions: [entityPage],
      features: [plugin],
      config: { backend: { baseUrl: backendUrl } },
      initialRouteEntries: ['/ict-inventory'],
    });
    expect(await screen.findByText('1,234 ICT assets')).toBeInTheDocument();
    expect(screen.getAllByText('ICT inventory')).not.toHaveLength(0);
    expect(screen.getByRole('main')).toContainElement(
      screen.getByText('1,234 ICT assets'),
    );
    await waitFor(() =>
      expect(document.title).toBe('ICT inventory | Backstage'),
    );
  });

  it('has the evidence sources as a page with a title', async () => {
    answerSources(server);
    renderTestApp({
      extensions: [entityPage],
      features: [plugin],
      config: { backend: { baseUrl: backendUrl } },
      initialRouteEntries: ['/evidence-sources'],
    });
    expect(
      await screen.findByRole('link', { name: 'GitHub' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Evidence')).not.toHaveLength(0);
    expect(screen.getByRole('main')).toBeInTheDocument();
    await waitFor(() => expect(document.title).toBe('Evidence | Backstage'));
  });

  it('has the scorecard of the organization as a page with a title', async () => {
    answerScorecards(server);
    renderTestApp({
      extensions: [entityPage],
      features: [plugin],
      config: { backend: { baseUrl: backendUrl } },
      initialRouteEntries: ['/ict-scorecard?of=system&ref=system:default/pay'],
    });
    expect(
      await screen.findByRole('heading', { name: 'System: pay' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('main')).toBeInTheDocument();
    await waitFor(() =>
      expect(document.title).toBe('Scorecard | pay | Backstage'),
    );
  });
});
