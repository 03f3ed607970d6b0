import { PageBlueprint } from '@backstage/frontend-plugin-api';
import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import plugin from '../alpha';
import { PoliciesPage } from '../plugin';
import { answerEverything } from '../__testUtils__/answerEverything';
import { failure } from '../__testUtils__/fault';
import { backendUrl } from '../__testUtils__/ledgerViews';
import { policies } from '../__testUtils__/policyViews';

const server = setupServer();
registerMswTestHooks(server);
beforeEach(() => answerEverything(server));

const apiUrl = `${backendUrl}/api/dora-compliance`;

const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    loader: async () => <></>,
  },
});

const open = (path = '') =>
  renderTestApp({
    extensions: [entityPage],
    features: [plugin],
    config: { backend: { baseUrl: backendUrl } },
    initialRouteEntries: [`/policies${path}`],
  });

it('lists policies with how many clauses nothing enforces, and what is overdue', async () => {
  open();
  // The first test also loads the modules of the page.
  const link = await screen.findByRole(
    'link',
    { name: 'ICT change management' },
    { timeout: 20_000 },
  );
  expect(link).toHaveAttribute('href', '/policies/change-management');
  const item = link.closest('li')!;
  for (const text of [
    'Version 3.2',
    'Owner: risk',
    'Review overdue since',
    '1 clause that nothing enforces',
    '1 of 2 clauses have a control.',
  ]) {
    expect(item).toHaveTextContent(text);
  }
  const other = screen.getByRole('link', { name: 'Logging' }).closest('li')!;
  expect(other).toHaveTextContent('Next review due on');
  expect(other).toHaveTextContent('Every clause has a control.');
});

it('has a page for each, with the clauses first that nothing enforces', async () => {
  open('/change-management');
  const first = await screen.findByRole('region', {
    name: '1 clause that nothing enforces',
  });
  expect(first).toHaveTextContent('4.7 The rollback is tested.');
  expect(first).toHaveTextContent('Nothing enforces it');
  const second = screen.getByRole('region', { name: 'Clauses with controls' });
  expect(
    first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
  expect(within(second).getByRole('link', { name: /^CHG-02/ })).toHaveAttribute(
    'href',
    '/controls/chg-02-independent-approval',
  );
  expect(
    await within(second).findByRole('list', {
      name: 'ICT assets by status of CHG-02',
    }),
  ).toHaveTextContent('1 not satisfied');
  expect(second).toHaveTextContent(
    'not of the regime of the organization: gov-99.',
  );
  expect(screen.getByRole('link', { name: 'All policies' })).toHaveAttribute(
    'href',
    '/policies',
  );
});

it('says that the counts may not be read, and shows the clauses', async () => {
  server.use(
    http.get(`${apiUrl}/scorecard`, () =>
      failure(403, { name: 'NotAllowedError', message: 'Not allowed' }),
    ),
  );
  open('/change-management');
  expect(
    await screen.findByText(/^Who passes and fails is not shown/),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: /^CHG-02/ })).toBeVisible();
});

it('says that there is none, and no such one', async () => {
  server.use(
    http.get(`${apiUrl}/policies`, () => HttpResponse.json({ items: [] })),
  );
  open();
  expect(await screen.findByText(/^No policy is declared\./)).toBeVisible();
});

it('says that there is no such policy', async () => {
  open('/other');
  expect(await screen.findByText('There is no policy other.')).toBeVisible();
});

it('says what went wrong', async () => {
  server.use(
    http.get(`${apiUrl}/policies`, () =>
      failure(500, { name: 'Error', message: 'The disk is full' }),
    ),
  );
  open();
  expect(
    await screen.findByText('The policies could not be loaded'),
  ).toBeVisible();
});

it('is in the plugin for the legacy frontend system, too', () => {
  expect(PoliciesPage).toBeDefined();
  expect(policies.items).toHaveLength(2);
});
