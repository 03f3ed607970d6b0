import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { DoraComplianceClient } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { useSearchParams } from 'react-router-dom';
import { backendUrl } from '../__testUtils__/ledgerViews';
import {
  answerScorecards,
  organizationScorecard,
  scorecardUrl,
} from '../__testUtils__/organizationViews';
import { OrganizationContent } from './OrganizationContent';

const server = setupServer();
registerMswTestHooks(server);

function open(address = '') {
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: mockApis.fetch(),
  });
  return renderInTestApp(
    <>
      <OrganizationContent />
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

const findTable = (name: string) => screen.findByRole('table', { name });
const readRow = (table: HTMLElement, name: RegExp) =>
  within(within(table).getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('the scorecard of the organization', () => {
  it('has the two numbers, compared with a month ago', async () => {
    answerScorecards(server);
    open();
    expect(
      await screen.findByRole('heading', { name: 'Whole organization' }),
    ).toBeInTheDocument();
    expect(screen.getByText('2 ICT assets.')).toBeInTheDocument();
    expect(
      screen.getByText(
        '2 percentage points higher than on Oct 31, 2026 (48%).',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The same as on Oct 31, 2026.'),
    ).toBeInTheDocument();
  });

  it('says that the score of a month ago is reconstructed', async () => {
    answerScorecards(server, {
      ...organizationScorecard,
      earlier: { ...organizationScorecard.earlier!, isReconstructed: true },
    });
    open();
    expect(
      await screen.findByText(/^The score of Oct 31, 2026 is reconstructed/),
    ).toBeInTheDocument();
  });

  it('says that there is nothing to compare with', async () => {
    answerScorecards(server, { ...organizationScorecard, earlier: undefined });
    open();
    expect(
      await screen.findAllByText(
        'There is no score of a month ago to compare with.',
      ),
    ).toHaveLength(2);
  });

  it('has areas and layers', async () => {
    answerScorecards(server);
    open();
    expect(readRow(await findTable('Scores by area'), /Resilience/)).toEqual([
      '50%',
      '99%',
      '1',
      '2',
      '0',
      '1',
      '0',
    ]);
    expect(
      readRow(await findTable('Scores by layer'), /Change management/),
    ).toEqual(['50%', '99%', '1', '2', '0', '1', '0']);
  });

  it('compares teams, each with its own scorecard, and what nobody owns', async () => {
    answerScorecards(server);
    open();
    const table = await findTable('Teams');
    expect(
      within(table).getByRole('link', { name: 'payments-core' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-core/scorecard');
    expect(readRow(table, /payments-core/)).toEqual([
      '2',
      '50%▲ 2 in a month',
      '99%unchanged in a month',
      ...['1', '2', '0', '1', '0'],
    ]);
    const nobody = within(table).getByRole('link', { name: 'No owner' });
    expect(nobody).toHaveAttribute('href', '/?of=group&ref=none');
    expect(readRow(table, /No owner/).slice(0, 4)).toEqual([
      '1',
      'No value',
      'No value',
      '7',
    ]);
  });

  it('leads to no page of an owner that the catalog does not have', async () => {
    answerScorecards(server, {
      ...organizationScorecard,
      of: 'group',
      ref: 'group:default/gone',
      notInCatalog: true,
    });
    server.use(
      http.get(`${scorecardUrl}s`, () =>
        HttpResponse.json({
          isPartial: false,
          items: [
            {
              ref: 'group:default/gone',
              notInCatalog: true,
              assets: 1,
              score: organizationScorecard.score,
            },
          ],
        }),
      ),
    );
    open();
    const table = await findTable('Teams');
    expect(within(table).getByText('Not in the catalog')).toBeVisible();
    await userEvent.click(within(table).getByRole('link', { name: 'gone' }));
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      'of=group&ref=group%3Adefault%2Fgone',
    );
    expect(
      await screen.findByText(/^The catalog has no such owner\./),
    ).toBeVisible();
  });

  it.each([
    ['Systems', 'system', 'Pay', 'system:default/pay', 'No system'],
    [
      'Business functions',
      'function',
      'Pay',
      'function:default/pay',
      'No business function',
    ],
    ['Criticality', 'criticality', 'Important', 'important', 'Unclassified'],
  ])('compares %s, each with an address', async (tab, of, name, ref, none) => {
    answerScorecards(server);
    open();
    await userEvent.click(await screen.findByRole('tab', { name: tab }));
    const table = await findTable(tab);
    expect(within(table).getByRole('link', { name })).toHaveAttribute(
      'href',
      `/?${new URLSearchParams({ of, ref })}`,
    );
    expect(within(table).getByRole('link', { name: none })).toBeInTheDocument();
    expect(screen.getByLabelText('Address')).toHaveTextContent(`by=${of}`);
  });

  it('orders by name unless asked otherwise', async () => {
    const asked = answerScorecards(server);
    open('?sort=-findings&by=system');
    await findTable('Systems');
    expect(asked).toContain('s?by=system&sort=-findings');
  });

  it('says plainly what is not counted', async () => {
    answerScorecards(server, { ...organizationScorecard, isPartial: true });
    open('?by=criticality');
    expect(
      await screen.findByText('Assets that you may not read are not counted.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        'The comparison with a month ago is only available to readers of the whole catalog.',
      ),
    ).toBeInTheDocument();
  });

  it('lists the changes of a week', async () => {
    const asked = answerScorecards(server);
    open();
    const changes = await screen.findByRole('region', {
      name: 'Changes in the last 7 days',
    });
    expect(
      await within(changes).findByRole('link', {
        name: 'CHG-05 Traceability',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance?control=chg-05-traceability',
    );
    expect(changes).toHaveTextContent(/Satisfied.*Not satisfied/);
    const [query] = asked.filter(text => text.startsWith('/changes'));
    const since = new URLSearchParams(query!.split('?')[1]).get('since');
    const days = (Date.now() - Date.parse(since!)) / 86_400_000;
    expect(Math.round(days)).toBe(7);
  });

  it('is saved as CSV, with all of its scope', async () => {
    answerScorecards(server, {
      ...organizationScorecard,
      of: 'system',
      ref: 'system:default/pay',
      title: 'Pay',
    });
    const asked: string[] = [];
    server.use(
      http.get(`${scorecardUrl}/export`, ({ request }) => {
        asked.push(decodeURIComponent(new URL(request.url).search));
        return HttpResponse.text('Asset');
      }),
    );
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => {};
    open('?of=system&ref=system:default/pay');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export as CSV' }),
    );
    await waitFor(() =>
      expect(asked).toEqual(['?of=system&ref=system:default/pay']),
    );
  });
});

it('has its date and its address with all filters for printed sheets', async () => {
  answerScorecards(server);
  open('?by=system');
  await findTable('Systems');
  expect(
    screen.getByText(/^State of .*with the filters of this address: http/),
  ).toBeInTheDocument();
});

describe('the scorecard of a part', () => {
  it('is named, and leads back to the organization', async () => {
    const asked = answerScorecards(server, {
      ...organizationScorecard,
      of: 'system',
      ref: 'system:default/pay',
      title: 'Pay',
    });
    open('?of=system&ref=system:default/pay');
    expect(
      await screen.findByRole('heading', { name: 'System: Pay' }),
    ).toBeInTheDocument();
    expect(asked).toContain('?of=system&ref=system:default/pay&limit=25');
    expect(screen.queryByRole('tab')).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Whole organization' }),
    ).toHaveAttribute('href', '/');
  });

  it('says what to do about assets without an owner', async () => {
    answerScorecards(server, { ...organizationScorecard, of: 'group' });
    open('?of=group&ref=none');
    expect(
      await screen.findByText(/2 ICT assets have no owner. Set spec.owner/),
    ).toBeInTheDocument();
  });

  it('says that a part has no assets', async () => {
    answerScorecards(server, {
      ...organizationScorecard,
      of: 'function',
      assets: 0,
    });
    open('?of=function&ref=resource:default/pay');
    expect(
      await screen.findByText(
        'There are no ICT assets here that you may read.',
      ),
    ).toBeInTheDocument();
  });

  it('shows what can change a function, and marks pipelines', async () => {
    const [ledger] = organizationScorecard.items;
    answerScorecards(server, {
      ...organizationScorecard,
      of: 'function',
      items: [{ ...ledger!, type: 'ci-pipeline' }],
    });
    const asked: string[] = [];
    server.use(
      http.get(`${scorecardUrl}/change-paths`, ({ request }) => {
        asked.push(decodeURIComponent(new URL(request.url).search));
        return HttpResponse.json({ isPartial: false, items: [] });
      }),
    );
    open('?of=function&ref=resource:default/pay');
    expect(
      await screen.findByRole('region', {
        name: 'From this business function to the pipelines that can change it',
      }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(asked).toEqual(['?ref=resource:default/pay&limit=10']),
    );
    expect(
      within(await screen.findByRole('row', { name: /Ledger/ })).getByText(
        'Pipeline',
      ),
    ).toBeInTheDocument();
  });

  it('shows nothing of that for what supports no function', async () => {
    answerScorecards(server, { ...organizationScorecard, of: 'function' });
    open('?of=function&ref=none');
    expect(
      await screen.findByText(/support no business function/),
    ).toBeVisible();
    expect(
      screen.queryByRole('region', { name: /^From this business function/ }),
    ).toBeNull();
  });
});
