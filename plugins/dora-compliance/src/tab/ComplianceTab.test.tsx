import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Helmet } from 'react-helmet';
import { approvalDetail } from '../__testUtils__/approvalDetail';
import { failure, fault } from '../__testUtils__/fault';
import {
  compliance,
  complianceOfNothing,
  ledgerUrl,
} from '../__testUtils__/ledgerViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { ComplianceTab } from './ComplianceTab';

const server = setupServer();
registerMswTestHooks(server);

const url = `${ledgerUrl}/compliance`;

describe('ComplianceTab', () => {
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
    expect(recorded).toHaveTextContent(/^Last evidence recorded .* ago\.$/);
    expect(recorded.querySelector('time')).toHaveAttribute(
      'datetime',
      compliance.lastEvidenceAt,
    );
    expect(screen.getByText(/not legal advice/)).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('shows controls by area with status and reason, in the order given', async () => {
    server.use(http.get(url, () => HttpResponse.json(compliance)));
    renderForLedger(<ComplianceTab />);
    await screen.findByRole('heading', { name: 'Compliance' });
    const areas = screen.getAllByRole('region', { name: / and / }).map(area => [
      within(area).getByRole('heading').textContent,
      within(area)
        .getAllByRole('listitem')
        .map(item => item.textContent),
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

  it('keeps the order of areas, whatever is worst in them', async () => {
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
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Access and segregation of duties', 'Change and integrity']);
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
    const unknown = await screen.findByText(/^Not assessed: /);
    expect(unknown).toHaveTextContent('Not assessed: CHG-05 Traceability');
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
    expect(await screen.findByText('What to do')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /CHG-05/ })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: /All controls/ }));
    expect(
      await screen.findByRole('link', { name: /CHG-05/ }),
    ).toBeInTheDocument();
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
