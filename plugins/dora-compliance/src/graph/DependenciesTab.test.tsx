import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { fault } from '../__testUtils__/fault';
import { ledgerUrl } from '../__testUtils__/ledgerViews';
import { graph } from '../__testUtils__/recordViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { DependenciesTab } from './DependenciesTab';
import { edgesOf } from './edgesOf';

const server = setupServer();
registerMswTestHooks(server);

beforeAll(() => {
  // The test browser draws nothing, so nothing has a size.
  Object.defineProperty(SVGElement.prototype, 'getBBox', {
    configurable: true,
    value: () => ({ width: 216, height: 66 }),
  });
});

describe('DependenciesTab', () => {
  it('has a box for everything, that says how critical it is and leads there', async () => {
    server.use(http.get(`${ledgerUrl}/graph`, () => HttpResponse.json(graph)));
    renderForLedger(<DependenciesTab />);
    // Boxes are hidden for a moment, until they have found their place.
    const boxes = await screen.findAllByRole('link', { hidden: true });
    expect(
      boxes.map(link => [
        link.querySelector('title')?.textContent,
        link.getAttribute('href'),
      ]),
    ).toEqual([
      [
        'Transfers, Business function, Critical or important',
        '/catalog/default/resource/transfers',
      ],
      [
        'ledger, service, Critical or important',
        '/catalog/default/component/ledger',
      ],
      ['deploy, ci-pipeline, Unclassified', '/catalog/default/resource/deploy'],
    ]);
    expect(screen.getByText('service, this one')).toBeInTheDocument();
    expect(screen.getByText('There is more than is shown')).toBeInTheDocument();
  });

  it('says that nothing is linked to an asset that stands alone', async () => {
    server.use(
      http.get(`${ledgerUrl}/graph`, () =>
        HttpResponse.json({
          nodes: graph.nodes.slice(1, 2),
          links: [],
          cut: false,
        }),
      ),
    );
    renderForLedger(<DependenciesTab />);
    expect(
      await screen.findByText(/^Nothing is linked to it/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/more than is shown/)).not.toBeInTheDocument();
  });

  it('says that the asset is not in the inventory', async () => {
    server.use(http.get(`${ledgerUrl}/graph`, () => fault('asset-unknown')));
    renderForLedger(<DependenciesTab />);
    expect(await screen.findByText('Not in the inventory')).toBeInTheDocument();
  });
});

it('draws one line between two things, however many ways they are linked', () => {
  expect(edgesOf(graph)).toEqual([
    {
      from: 'resource:default/transfers',
      to: 'component:default/ledger',
      label: 'is supported by',
    },
    {
      from: 'component:default/ledger',
      to: 'resource:default/deploy',
      label: 'is deployed by, depends on',
    },
  ]);
});
