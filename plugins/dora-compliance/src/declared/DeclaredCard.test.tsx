import type { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { inventoryUrl, ledgerItem } from '../__testUtils__/inventoryViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { DeclaredCard } from './DeclaredCard';

const resource = (type: string, dora: Record<string, unknown>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'transfers' },
  spec: { type, owner: 'group:default/payments', dora } as Entity['spec'],
});

const server = setupServer();
registerMswTestHooks(server);

/** Returns the inventory, and notes what it was asked for. */
function answerAssets(items: object[]) {
  const asked: string[] = [];
  server.use(
    http.get(inventoryUrl, ({ request }) => {
      asked.push(decodeURIComponent(new URL(request.url).search));
      return HttpResponse.json({ items });
    }),
  );
  return asked;
}

const facts = () =>
  Object.fromEntries(
    screen
      .getAllByRole('term')
      .map(term => [term.textContent, term.nextElementSibling?.textContent]),
  );

it.each([
  ['business-function', 'function', 'Assets that support this function'],
  [
    'ict-third-party-provider',
    'provider',
    'Assets that depend on this provider',
  ],
])('lists what depends on a %s', async (type, filter, title) => {
  const asked = answerAssets([ledgerItem]);
  renderForLedger(<DeclaredCard />, '/', resource(type, {}));
  const [item] = within(
    await screen.findByRole('list', { name: title }),
  ).getAllByRole('listitem');
  expect(item).toHaveTextContent(
    /^ledgercomponent · serviceCritical or important$/,
  );
  expect(asked).toEqual([
    `?${filter}=resource:default/transfers&sort=criticality`,
  ]);
});

it('says that nothing depends on it', async () => {
  answerAssets([]);
  renderForLedger(<DeclaredCard />, '/', resource('business-function', {}));
  expect(
    await screen.findByText(
      'None of the assets that you may read depends on it.',
    ),
  ).toBeInTheDocument();
});

it('shows what a business function declares, and what it does not', async () => {
  answerAssets([]);
  renderForLedger(
    <DeclaredCard />,
    '/',
    resource('business-function', {
      functionId: 'F1',
      rto: 'PT2H',
      impactOfDiscontinuing: 'horrible',
    }),
  );
  expect(await screen.findByText('Business function')).toBeInTheDocument();
  expect(facts()).toMatchObject({
    'Function identifier (B_06.01.0010)': 'F1',
    'Recovery time objective (B_06.01.0090)': '2 hr',
    'Recovery point objective (B_06.01.0100)':
      'Not declared. Add spec.dora.rpo',
  });
  expect(
    screen.getByText(/^spec.dora.impactOfDiscontinuing is "horrible"; it must/),
  ).toBeInTheDocument();
});

it('shows what a provider declares, subcontractors included', async () => {
  answerAssets([]);
  renderForLedger(
    <DeclaredCard />,
    '/',
    resource('ict-third-party-provider', {
      services: ['S17', 'S18'],
      subcontractors: [{ name: 'Equinix', rank: 2 }],
    }),
  );
  expect(
    await screen.findByText('ICT third-party provider'),
  ).toBeInTheDocument();
  expect(facts()).toMatchObject({
    'Types of ICT services (ITS 2024/2956 Annex III)': 'S17, S18',
    'Subcontractors in the supply chain (B_05.02)': 'Equinix · 2',
  });
});
