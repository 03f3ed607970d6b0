import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Helmet } from 'react-helmet';
import { approvalDetail } from '../__testUtils__/approvalDetail';
import {
  actionsUrl,
  actionsView,
  noActions,
} from '../__testUtils__/actionViews';
import { failure, fault } from '../__testUtils__/fault';
import {
  backendUrl,
  compliance,
  complianceOfNothing,
  ledgerUrl,
} from '../__testUtils__/ledgerViews';
import { answerEverything } from '../__testUtils__/answerEverything';
import { trend } from '../__testUtils__/organizationViews';
import { record } from '../__testUtils__/recordViews';
import { ledgerChange, ledgerScorecard } from '../__testUtils__/teamScorecard';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { ComplianceTab } from './ComplianceTab';

const server = setupServer();
registerMswTestHooks(server);

const url = `${ledgerUrl}/compliance`;
const scorecardUrl = `${backendUrl}/api/dora-compliance/scorecard`;

// What is listed beside the controls; tests below answer otherwise.
beforeEach(() => answerEverything(server));

/** What stands beside the groups of controls, each with a heading. */
const PANELS = [
  'What to do next',
  'Changes in the last 7 days',
  'Due in the next 30 days',
  'Last changes in production',
  'Trend',
];

/** The groups of controls, by their headings. */
const listGroups = () =>
  screen
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent!)
    .filter(title => !PANELS.includes(title));

const open = async (address = '/') => {
  renderForLedger(<ComplianceTab />, address);
  await screen.findByRole('heading', { name: 'Compliance' });
};

describe('the scorecard of an asset', () => {
  it('has two numbers, as cut off as everywhere', async () => {
    await open();
    const [coverage, ofAssessed] = await screen.findAllByRole('definition');
    expect(coverage).toHaveTextContent('66%');
    expect(ofAssessed).toHaveTextContent('25%');
    expect(screen.getByText(/^How the two numbers are computed/)).toBeVisible();
  });

  it('says that the numbers follow, and reads them again', async () => {
    const { statuses } = ledgerScorecard.score;
    const behind = { ...statuses, satisfied: 2, 'not-satisfied': 0 };
    server.use(
      http.get(
        scorecardUrl,
        () =>
          HttpResponse.json({
            ...ledgerScorecard,
            score: { statuses: behind },
          }),
        { once: true },
      ),
    );
    await open();
    expect(await screen.findByText(/follow in a few seconds/)).toBeVisible();
    await waitFor(
      () => expect(screen.queryByText(/follow in a few seconds/)).toBeNull(),
      { timeout: 5000 },
    );
    expect(screen.getByText('66%')).toBeVisible();
  });

  it('says why the numbers are not there; the controls are', async () => {
    server.use(
      http.get(scorecardUrl, () =>
        failure(500, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    await open();
    expect(
      await screen.findByText(
        'The two numbers of this asset could not be loaded',
      ),
    ).toBeVisible();
    expect(screen.getAllByRole('link', { name: /CHG-05/ })).not.toHaveLength(0);
  });

  it('says what to do next for this asset alone, and where all of it is', async () => {
    const asked: Record<string, string>[] = [];
    server.use(
      http.get(actionsUrl, ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(Object.fromEntries(searchParams));
        return HttpResponse.json(actionsView);
      }),
    );
    await open('/?by=layer');
    const panel = within(
      screen.getByRole('region', { name: 'What to do next' }),
    );
    const item = await panel.findByRole('listitem');
    expect(item).toHaveTextContent(
      /^Not satisfiedCHG-02 Independent approvalcritical severity, takes hours .*Let another person approve\.$/,
    );
    expect(
      panel.getByRole('link', { name: 'CHG-02 Independent approval' }),
    ).toHaveAttribute('href', '/?by=layer&control=chg-02-independent-approval');
    expect(
      panel.getByRole('link', { name: 'All 2 actions of this asset' }),
    ).toHaveAttribute(
      'href',
      '/compliance-actions?asset=component%3Adefault%2Fledger',
    );
    expect(asked).toEqual([
      { assetRef: 'component:default/ledger', limit: '5' },
    ]);
  });

  it('says that nothing is to be done', async () => {
    server.use(http.get(actionsUrl, () => HttpResponse.json(noActions)));
    await open();
    expect(await screen.findByText(/^Nothing to do: every/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /actions? of this/ })).toBeNull();
  });

  it('says why the actions are not there; the controls are', async () => {
    server.use(
      http.get(actionsUrl, () =>
        failure(500, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    await open();
    expect(
      await screen.findByText('The list of actions could not be loaded'),
    ).toBeVisible();
    expect(screen.getAllByRole('link', { name: /CHG-05/ })).not.toHaveLength(0);
  });

  it('lists what changed within a week, with both statuses in words', async () => {
    let since = '';
    server.use(
      http.get(`${scorecardUrl}/changes`, ({ request }) => {
        since = new URL(request.url).searchParams.get('since') ?? '';
        return HttpResponse.json({ items: [ledgerChange] });
      }),
    );
    await open();
    const panel = within(
      screen.getByRole('region', { name: 'Changes in the last 7 days' }),
    );
    const item = await panel.findByRole('listitem');
    expect(item).toHaveTextContent(
      /^CHG-02 Independent approvalSatisfiedNot satisfied.* ago$/,
    );
    expect(panel.getByRole('link')).toHaveAttribute(
      'href',
      '/?control=chg-02-independent-approval',
    );
    const days = (Date.now() - Date.parse(since)) / 86_400_000;
    expect(days).toBeCloseTo(7, 2);
  });

  it('says that nothing changed', async () => {
    server.use(
      http.get(`${scorecardUrl}/changes`, () =>
        HttpResponse.json({ items: [] }),
      ),
    );
    await open();
    expect(await screen.findByText('No status changed.')).toBeVisible();
  });

  it('lists what is due soon, the review of the record first', async () => {
    server.use(
      http.get(`${ledgerUrl}/record`, () =>
        HttpResponse.json({
          ...record,
          review: { state: 'overdue', dueOn: '2026-02-11' },
        }),
      ),
    );
    await open();
    const panel = within(
      screen.getByRole('region', { name: 'Due in the next 30 days' }),
    );
    await panel.findByText('Review of the record');
    expect(
      panel.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Review of the recordOverduesince Feb 11, 2026',
      expect.stringMatching(/^CHG-01 Way backSatisfiedAssessed again /),
    ]);
  });

  it('says that nothing is due', async () => {
    server.use(
      http.get(url, () =>
        HttpResponse.json({
          ...compliance,
          areas: [compliance.areas[0]],
        }),
      ),
      http.get(`${ledgerUrl}/record`, () =>
        HttpResponse.json({
          ...record,
          review: { state: 'due', dueOn: '2999-01-01' },
        }),
      ),
    );
    await open();
    expect(await screen.findByText('Nothing is due.')).toBeVisible();
  });

  it('groups controls by layer, which stays in the address', async () => {
    await open();
    await userEvent.click(screen.getByRole('radio', { name: 'Layer' }));
    expect(listGroups()).toEqual(['Change management']);
    const links = screen.getAllByRole('link', { name: /CHG-05/ });
    expect(links.at(-1)).toHaveAttribute(
      'href',
      '/?by=layer&control=chg-05-traceability',
    );
  });

  it('ends with the trend of the asset', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${scorecardUrl}/trend`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(`${searchParams.get('of')} ${searchParams.get('ref')}`);
        return HttpResponse.json(trend);
      }),
    );
    await open();
    const section = await screen.findByRole('region', { name: 'Trend' });
    expect(
      await within(section).findByText(/coverage .*, compliance/),
    ).toBeInTheDocument();
    expect(asked).toEqual(['asset component:default/ledger']);
  });

  it('opens in the grouping of the address, and goes back to it', async () => {
    await open('/?by=layer');
    expect(screen.getByRole('radio', { name: 'Layer' })).toBeChecked();
    await userEvent.click(
      screen.getAllByRole('link', { name: /CHG-02/ }).at(-1)!,
    );
    expect(
      await screen.findByRole('link', { name: 'All controls' }),
    ).toHaveAttribute('href', '/?by=layer');
  });
});

describe('ComplianceTab', () => {
  // So that each control has one link.
  beforeEach(() =>
    server.use(
      http.get(`${scorecardUrl}/changes`, () =>
        HttpResponse.json({ items: [] }),
      ),
      http.get(actionsUrl, () => HttpResponse.json(noActions)),
    ),
  );

  it('says that it is loading', async () => {
    server.use(http.get(url, () => delay('infinite')));
    renderForLedger(<ComplianceTab />);
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('counts controls by status, says the worst, and how fresh it is', async () => {
    server.use(http.get(url, () => HttpResponse.json(compliance)));
    renderForLedger(<ComplianceTab />);
    const heading = await screen.findByRole('heading', { name: 'Compliance' });
    expect(heading.parentElement).toHaveTextContent('Not satisfied');
    expect(
      screen.getByText('1 satisfied, 1 not satisfied, 1 not assessed'),
    ).toBeInTheDocument();
    const recorded = screen.getByText(/^Last evidence recorded/);
    expect(recorded).toHaveTextContent(
      /^Last evidence recorded .* ago\. Evidence about this asset$/,
    );
    expect(recorded.querySelector('time')).toHaveAttribute(
      'datetime',
      compliance.lastEvidenceAt,
    );
    expect(screen.getByText(/not legal advice/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  });

  it('shows controls by area with status and reason, in the order given', async () => {
    server.use(http.get(url, () => HttpResponse.json(compliance)));
    renderForLedger(<ComplianceTab />);
    await screen.findByRole('heading', { name: 'Compliance' });
    const areas = screen.getAllByRole('region', { name: / and / }).map(area => [
      within(area).getByRole('heading').textContent,
      within(area)
        .getAllByRole('listitem')
        .map(item => item.textContent)
        .filter(text => /[A-Z]{3}-\d\d/.test(text!)),
    ]);
    expect(areas).toEqual([
      [
        'Access and segregation of duties',
        [
          'Not satisfiedCHG-02 Independent approval1 of 2 deployments was approved by nobody else.',
        ],
      ],
      [
        'Change and integrity',
        [
          'Not assessedCHG-05 TraceabilityNothing was received.',
          'SatisfiedCHG-01 Way backThere is a way back.',
        ],
      ],
    ]);
  });

  it('puts the worst area first, whatever the order of the answer is', async () => {
    server.use(
      http.get(url, () =>
        HttpResponse.json({
          ...compliance,
          areas: [...compliance.areas].reverse(),
        }),
      ),
    );
    renderForLedger(<ComplianceTab />);
    await screen.findByRole('heading', { name: 'Compliance' });
    expect(listGroups()).toEqual([
      'Access and segregation of duties',
      'Change and integrity',
    ]);
  });

  it('says what an exempt asset is', async () => {
    const exempt = {
      ...compliance.areas[0]!.controls[0]!,
      status: 'not-applicable',
      reason: {
        code: 'does-not-apply',
        params: {},
        sentence: 'The control does not apply to this kind of asset.',
      },
    };
    server.use(
      http.get(url, () =>
        HttpResponse.json({
          ...compliance,
          asset: { ...compliance.asset, type: 'library' },
          areas: [{ ...compliance.areas[0], controls: [exempt] }],
        }),
      ),
    );
    renderForLedger(<ComplianceTab />);
    expect(
      await screen.findByText(
        'The control does not apply to this kind of asset. This asset is a component of type library.',
      ),
    ).toBeInTheDocument();
  });

  it('names the controls that are not known', async () => {
    server.use(http.get(url, () => HttpResponse.json(compliance)));
    renderForLedger(<ComplianceTab />);
    const unknown = await screen.findByText(/does not decide the result/);
    expect(unknown).toHaveTextContent(
      '1 with evidence that does not decide the result: CHG-05',
    );
  });

  it('says that no control is installed and nothing was ever recorded', async () => {
    server.use(http.get(url, () => HttpResponse.json(complianceOfNothing)));
    renderForLedger(<ComplianceTab />);
    expect(
      await screen.findByText(/^No controls are installed/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No evidence was recorded yet.'),
    ).toBeInTheDocument();
  });

  it('says that the asset is not in the inventory', async () => {
    server.use(http.get(url, () => fault('asset-unknown')));
    renderForLedger(<ComplianceTab />);
    const title = await screen.findByText('Not in the inventory');
    expect(title.closest('[data-status="info"]')).toHaveTextContent(
      'The inventory has no such asset, or you may not read it.',
    );
  });

  it('says when a new asset will be in the inventory', async () => {
    server.use(http.get(url, () => fault('asset-pending')));
    renderForLedger(<ComplianceTab />);
    const title = await screen.findByText('Not in the inventory yet');
    expect(title.closest('[data-status="info"]')).toHaveTextContent(
      'The entity was just added to the catalog',
    );
  });

  it('says what went wrong, and tries again when asked', async () => {
    server.use(
      http.get(
        url,
        () => failure(500, { name: 'Error', message: 'The disk is full' }),
        { once: true },
      ),
      http.get(url, () => HttpResponse.json(compliance)),
    );
    renderForLedger(<ComplianceTab />);
    const title = await screen.findByText(
      'The compliance of this asset could not be loaded',
    );
    expect(title.closest('[data-status="danger"]')).toHaveTextContent(
      'The disk is full',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: /CHG-02/ }),
    ).toBeInTheDocument();
    expect(screen.queryByText('The disk is full')).not.toBeInTheDocument();
  });

  it('looks again while an assessment is waiting', async () => {
    server.use(
      http.get(url, () => HttpResponse.json({ ...compliance, pending: true }), {
        once: true,
      }),
      http.get(url, () => HttpResponse.json(compliance)),
    );
    renderForLedger(<ComplianceTab />);
    await screen.findByText(/New evidence is being assessed/);
    await waitFor(() =>
      expect(screen.queryByText(/is being assessed/)).toBeNull(),
    );
    expect(screen.getByRole('link', { name: /CHG-02/ })).toBeInTheDocument();
  });

  it('opens a control, and goes back to all of them', async () => {
    server.use(
      http.get(url, () => HttpResponse.json(compliance)),
      http.get(`${ledgerUrl}/controls/chg-02-independent-approval`, () =>
        HttpResponse.json(approvalDetail),
      ),
    );
    renderForLedger(<ComplianceTab />);
    await userEvent.click(await screen.findByRole('link', { name: /CHG-02/ }));
    expect(await screen.findByText('Fix this')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /CHG-05/ })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: /All controls/ }));
    expect(
      await screen.findAllByRole('link', { name: /CHG-05/ }),
    ).not.toHaveLength(0);
  });

  it('moves the focus to the control, and back to its link', async () => {
    server.use(
      http.get(url, () => HttpResponse.json(compliance)),
      http.get(`${ledgerUrl}/controls/chg-02-independent-approval`, () =>
        HttpResponse.json(approvalDetail),
      ),
    );
    renderForLedger(
      <>
        {/* As the page of an entity has it. */}
        <Helmet title="Compliance" />
        <ComplianceTab />
      </>,
    );
    const link = await screen.findByRole('link', { name: /CHG-02/ });
    expect(document.body).toHaveFocus();
    link.focus();
    await userEvent.keyboard('{Enter}');
    const heading = await screen.findByRole('heading', { name: /^CHG-02/ });
    await waitFor(() => expect(heading).toHaveFocus());
    await waitFor(() =>
      expect(document.title).toContain('CHG-02 Independent approval'),
    );

    screen.getByRole('link', { name: /All controls/ }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('link', { name: /CHG-02/ })).toHaveFocus(),
    );
    await waitFor(() => expect(document.title).toBe('Compliance'));
  });
});
