import type { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { actionsView } from '../__testUtils__/actionViews';
import { failure } from '../__testUtils__/fault';
import { inventoryUrl, summary } from '../__testUtils__/inventoryViews';
import { backendUrl } from '../__testUtils__/ledgerViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { ledgerChange } from '../__testUtils__/teamScorecard';
import { PartCard } from './PartCard';

const server = setupServer();
registerMswTestHooks(server);

const entity = (kind: string, systems: readonly string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'core' },
  spec: {},
  relations: [
    ...systems.map(targetRef => ({ type: 'hasPart', targetRef })),
    { type: 'hasPart', targetRef: 'domain:default/below' },
    { type: 'ownedBy', targetRef: 'group:default/core' },
  ],
});

/** Answers, and notes what was asked for. */
function answer(
  changes: object = { items: [ledgerChange] },
  view = summary,
  owners = ['group:default/core', 'group:default/below'],
) {
  const asked: string[] = [];
  const note = (request: Request, body: object) => {
    asked.push(
      decodeURIComponent(new URL(request.url).search).replace(
        /since=[^&]*&/,
        '',
      ),
    );
    return HttpResponse.json(body);
  };
  server.use(
    http.get(`${backendUrl}/api/dora-compliance/actions`, ({ request }) =>
      note(request, { ...actionsView, owners }),
    ),
    http.get(`${inventoryUrl}/summary`, ({ request }) => note(request, view)),
    http.get(
      `${backendUrl}/api/dora-compliance/scorecard/changes`,
      ({ request }) => note(request, changes),
    ),
  );
  return asked;
}

it('counts what asks for work in a system', async () => {
  const asked = answer();
  renderForLedger(<PartCard />, '/', entity('System'));
  expect(
    await screen.findByRole('link', {
      name: '1 status changed in the last 7 days',
    }),
  ).toHaveAttribute(
    'href',
    '/ict-scorecard?of=system&ref=system%3Adefault%2Fcore',
  );
  expect(
    screen.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual([
    '3with findings',
    '12with controls not assessed',
    '1not reviewed, or review overdue',
    '1,234ICT assets in total',
  ]);
  expect(
    screen.getByRole('link', { name: '12 with controls not assessed' }),
  ).toHaveAttribute(
    'href',
    '/ict-inventory?system=system%3Adefault%2Fcore&status=not-assessed',
  );
  expect(asked).toEqual([
    '?system=system:default/core',
    '?of=system&ref=system:default/core&limit=100',
  ]);
});

it('counts what a group and the groups below it own, and leads to its scorecard', async () => {
  const asked = answer({ items: [], nextCursor: 'more' });
  renderForLedger(<PartCard />, '/', entity('Group'));
  expect(
    await screen.findByRole('link', {
      name: 'More than 100 statuses changed in the last 7 days',
    }),
  ).toHaveAttribute('href', '/scorecard');
  expect(asked.slice(0, 2)).toEqual([
    '?group=group:default/core&limit=1',
    '?owner=group:default/core,group:default/below',
  ]);
  expect(screen.getByText(/and the groups below it own/)).toBeVisible();
});

it('says that it leaves out the groups below if they are too many', async () => {
  const owners = Array.from({ length: 101 }, (_, n) => `group:default/g${n}`);
  const asked = answer(undefined, undefined, owners);
  renderForLedger(<PartCard />, '/', entity('Group'));
  expect(
    await screen.findByText(/More than 100 groups are below it/),
  ).toBeVisible();
  expect(asked).toContain('?owner=group:default/core');
});

it('counts the assets of the systems of a domain', async () => {
  const asked = answer();
  const systems = ['system:default/a', 'system:default/b'];
  renderForLedger(<PartCard />, '/', entity('Domain', systems));
  expect(await screen.findByText('with findings')).toBeVisible();
  expect(asked).toEqual([
    '?system=system:default/a,system:default/b',
    '?of=domain&ref=domain:default/core&limit=100',
  ]);
});

it.each([
  [[], /^This domain has no systems/],
  [
    Array.from({ length: 101 }, (_, index) => `system:default/s${index}`),
    /^This domain has more than 100 systems/,
  ],
])('says why a domain has no numbers', async (systems, expected) => {
  renderForLedger(<PartCard />, '/', entity('Domain', systems));
  expect(await screen.findByText(expected)).toBeVisible();
});

it('says that there are assets without a score, and that there are none', async () => {
  answer(undefined, {
    ...summary,
    facets: {
      ...summary.facets,
      status: [{ value: 'not-scored', title: 'x', count: 5 }],
    },
  });
  const { unmount } = renderForLedger(<PartCard />, '/', entity('System'));
  const item = await screen.findByText('not scored yet');
  expect(item.parentElement).toHaveTextContent('5not scored yet');
  unmount();
  answer(undefined, { ...summary, total: 0 });
  renderForLedger(<PartCard />, '/', entity('System'));
  expect(
    await screen.findByText('This system has no ICT assets that you may read.'),
  ).toBeVisible();
});

it('says what went wrong', async () => {
  answer();
  server.use(
    http.get(`${inventoryUrl}/summary`, () =>
      failure(500, { name: 'Error', message: 'The disk is full' }),
    ),
  );
  renderForLedger(<PartCard />, '/', entity('System'));
  expect(await screen.findByText(/The disk is full/)).toBeVisible();
});
