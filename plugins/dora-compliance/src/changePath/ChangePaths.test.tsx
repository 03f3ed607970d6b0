import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  type ChangePath,
  DoraComplianceClient,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { buildPath, ledgerPath } from '../__testUtils__/changePathViews';
import { backendUrl } from '../__testUtils__/ledgerViews';
import { ChangePaths } from './ChangePaths';

const server = setupServer();
registerMswTestHooks(server);

/** Shows pages of paths, and notes what is asked. */
function show(pages: ChangePath[][], isPartial = false) {
  const asked: string[] = [];
  server.use(
    http.get(
      `${backendUrl}/api/dora-compliance/scorecard/change-paths`,
      ({ request }) => {
        const { search, searchParams } = new URL(request.url);
        asked.push(decodeURIComponent(search));
        const page = Number(searchParams.get('cursor') ?? 0);
        return HttpResponse.json({
          isPartial,
          items: pages[page],
          ...(page + 1 < pages.length && { nextCursor: String(page + 1) }),
        });
      },
    ),
  );
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: mockApis.fetch(),
  });
  renderInTestApp(
    <ChangePaths
      functionRef="resource:default/payments"
      isPartial={isPartial}
    />,
    {
      apis: [[doraComplianceApiRef, client]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return asked;
}

const seen = {
  name: 'Print',
  lastSeen: Instant.parse('2026-11-24T17:21:00.000Z'),
};

const findItem = (name: string) => screen.findByRole('listitem', { name });

it('shows an asset, why it belongs to the function, and its pipelines', async () => {
  show([[ledgerPath]]);
  const item = within(await findItem('The ledger'));
  expect(item.getByRole('link', { name: 'The ledger' })).toHaveAttribute(
    'href',
    '/catalog/default/component/ledger/compliance',
  );
  expect(
    within(item.getByRole('list', { name: 'Why it belongs here' })).getByText(
      'is supported by',
    ),
  ).toBeVisible();
  const pipelines = within(
    item.getByRole('list', { name: 'Pipelines that can change it' }),
  ).getAllByRole('listitem');
  expect(pipelines).toHaveLength(3);
  const [release, check, build] = pipelines;
  expect(
    within(release!).getByRole('link', { name: 'Release Ledger' }),
  ).toHaveAttribute('href', '/catalog/default/resource/release/compliance');
  expect(release).toHaveTextContent('Coverage 50%, compliance 99%');
  expect(release).toHaveTextContent('Deploys this asset.');
  expect(check).toHaveTextContent('it deploys nothing');
  expect(check).toHaveTextContent('No owner');
  expect(build).toHaveTextContent('does not say that it deploys this asset');
  expect(item.getByText(/2 more pipelines are not shown here/)).toBeVisible();
  expect(item.queryByText(/It is not known/)).toBeNull();
});

it.each([
  ['not-in-inventory', /Configure the discovery of pipelines/],
  ['not-named', /name this asset in spec.dora.pipeline.deploys of that/],
  ['deploys-nothing', /^If nothing deploys it, as with a library/],
  ['no-pipeline', /Connect the CI system of its repository/],
  ['no-repository', /such as dora-compliance.io\/repository/],
] as const)('says what is unknown and what to do: %s', async (gap, toDo) => {
  show([[buildPath('ledger', { gap })]]);
  const item = within(await findItem('The ledger'));
  expect(
    item.getByText('It is not known which pipeline deploys this asset.'),
  ).toBeVisible();
  expect(item.getByText(toDo)).toBeVisible();
});

it('says of a pipeline what it does not name', async () => {
  show([[buildPath('nightly', { gap: 'is-pipeline' })]]);
  const item = within(await findItem('The nightly'));
  expect(item.getByText(/^This is a pipeline\. It is not known/)).toBeVisible();
  expect(item.getByText(/set canDeploy to false/)).toBeVisible();
});

it('does not call missing what may only be hidden', async () => {
  const path = { notInInventory: [seen], notInInventoryCount: 7 };
  const gap = 'not-in-inventory';
  show(
    [
      [
        buildPath('ledger', { ...path, gap, because: [] }),
        buildPath('nightly', { gap: 'is-pipeline' }),
      ],
    ],
    true,
  );
  const item = within(await findItem('The ledger'));
  expect(
    item.getByText(/^No pipeline that you may read deploys this asset/),
  ).toBeVisible();
  expect(
    item.getByText(/not in the part of the inventory that you may read/),
  ).toBeVisible();
  expect(item.getByText(/^Print \(last run/)).toBeVisible();
  expect(item.getByText('and 6 more')).toBeVisible();
  expect(item.getByText(/entities that you may not read/)).toBeVisible();
  expect(item.getByText(/too many entities use it/)).toBeVisible();
  expect(
    item.getByRole('link', { name: 'Dependencies of this asset' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/ledger/ict-dependencies',
  );
  expect(
    within(await findItem('The nightly')).getByText(
      /Assets that you may not read are left out/,
    ),
  ).toBeVisible();
  expect(screen.queryByText(/It is not known/)).toBeNull();
  expect(screen.queryByText(/Configure the discovery/)).toBeNull();
});

it.each([
  [false, 'No owner'],
  [true, 'No owner that you may read'],
])(
  'does not say that there is no owner if partial: %s',
  async (partial, text) => {
    const pipelines = ledgerPath.pipelines.slice(1, 2);
    show([[buildPath('vault', { pipelines, pipelineCount: 1 })]], partial);
    const item = within(await findItem('The vault'));
    expect(item.getAllByText(text)).toHaveLength(2);
  },
);

it('names pipelines that are not in the inventory', async () => {
  show([
    [
      { ...ledgerPath, notInInventory: [seen], notInInventoryCount: 1 },
      buildPath('vault', { notInInventory: [seen], notInInventoryCount: 2 }),
    ],
  ]);
  expect(
    within(await findItem('The ledger')).getByText(
      'A pipeline of its repository ran and is not in the inventory:',
    ),
  ).toBeVisible();
  expect(screen.getAllByText(/^Configure the discovery/)).toHaveLength(2);
  expect(
    within(await findItem('The vault')).getByText(
      '2 pipelines of its repository ran and are not in the inventory:',
    ),
  ).toBeVisible();
});

it('loads more', async () => {
  const asked = show([[ledgerPath], [buildPath('vault')]]);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Load more' }),
  );
  expect(await findItem('The vault')).toBeVisible();
  expect(await findItem('The ledger')).toBeVisible();
  expect(asked).toEqual([
    '?ref=resource:default/payments&limit=10',
    '?ref=resource:default/payments&limit=10&cursor=1',
  ]);
});

it('says that there is nothing that may be read', async () => {
  show([[]]);
  expect(
    await screen.findByText('There are no ICT assets here that you may read.'),
  ).toBeVisible();
});

it('says why it could not be loaded', async () => {
  server.use(
    http.get(
      `${backendUrl}/api/dora-compliance/scorecard/change-paths`,
      () => new HttpResponse(null, { status: 500 }),
    ),
  );
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: mockApis.fetch(),
  });
  renderInTestApp(
    <ChangePaths functionRef="resource:default/payments" isPartial={false} />,
    {
      apis: [[doraComplianceApiRef, client]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  expect(
    await screen.findByText(
      'The pipelines that can change this business function could not be loaded',
    ),
  ).toBeVisible();
});
