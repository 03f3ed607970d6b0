import {
  createExtensionTester,
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import plugin from './alpha';
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

/** The page of an entity in an app with nothing but the plugin. */
function renderPage(kind: string, without?: string) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity: { ...ledger, kind } })],
    features: [plugin],
    config: {
      app: { extensions: without ? [{ [without]: false }] : [] },
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
    renderPage('Component', card);
    expect(
      await screen.findByRole('region', { name: 'Change and integrity' }),
    ).toBeInTheDocument();
  });

  it('shows the card for a component', async () => {
    server.use(
      http.get(`${ledgerUrl}/compliance`, () => HttpResponse.json(compliance)),
    );
    renderPage('Component', tab);
    expect(
      await screen.findByRole('link', { name: /CHG-02/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Change and integrity' }),
    ).toBeNull();
  });

  it('shows neither for an API', async () => {
    renderPage('API');
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});
