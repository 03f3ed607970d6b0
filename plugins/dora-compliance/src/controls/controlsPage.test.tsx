import { PageBlueprint } from '@backstage/frontend-plugin-api';
import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import plugin from '../alpha';
import { answerEverything } from '../__testUtils__/answerEverything';
import { failure } from '../__testUtils__/fault';
import { backendUrl } from '../__testUtils__/ledgerViews';

const server = setupServer();
registerMswTestHooks(server);
beforeEach(() => answerEverything(server));

const apiUrl = `${backendUrl}/api/dora-compliance`;
const approvalId = 'chg-02-independent-approval';

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
    initialRouteEntries: [`/controls${path}`],
  });

/** Refuses what the address names, as for readers without a permission. */
const refuse = (path: string) =>
  server.use(
    http.get(`${apiUrl}${path}`, () =>
      failure(403, { name: 'NotAllowedError', message: 'Not allowed' }),
    ),
  );

describe('the list of controls', () => {
  it('says of each control what it is for, how serious it is, and who fails', async () => {
    open();
    // The first test also loads the modules of the page.
    await screen.findByText('2 controls', {}, { timeout: 20_000 });
    const area = screen.getByRole('list', {
      name: 'Access and segregation of duties',
    });
    const link = within(area).getByRole('link', { name: /^CHG-02/ });
    expect(link).toHaveAttribute('href', `/controls/${approvalId}`);
    expect(area).toHaveTextContent('Nobody brings a change');
    expect(area).toHaveTextContent('1 not satisfied');
    expect(area).toHaveTextContent(
      'critical on critical or important assets, high on important ones, low on standard ones',
    );
    expect(
      screen.getByRole('list', { name: 'Risk identification' }),
    ).toHaveTextContent('Severity of a finding: high.');
  });

  it.each([
    ['?text=article+5(2)', ['GOV-03']],
    ['?text=brings+alone', ['CHG-02']],
    ['?text=nothing+has+this', []],
    ['?area=risk-identification', ['GOV-03']],
    ['?area=unknown', ['GOV-03', 'CHG-02']],
  ])('%s lists %p', async (search, codes) => {
    open(search);
    await screen.findByText(/^\d controls?$/);
    const links = screen.queryAllByRole('link', { name: /^[A-Z]{3}-\d\d / });
    expect(links.map(one => one.textContent?.slice(0, 6))).toEqual(codes);
  });

  it('groups by layer when asked', async () => {
    open('?text=asset');
    await userEvent.click(await screen.findByRole('radio', { name: 'Layer' }));
    expect(
      await screen.findByRole('list', { name: 'Governance and ICT risk' }),
    ).toBeInTheDocument();
  });

  it('lists the controls to readers who may not read the scores, and says so', async () => {
    refuse('/scorecard');
    open();
    expect(
      await screen.findByRole('link', { name: /^CHG-02/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Who passes and fails is not/)).toBeVisible();
    expect(screen.queryByText(/not satisfied/)).toBeNull();
  });

  it('says why it could not be loaded', async () => {
    refuse('/controls');
    open();
    expect(await screen.findByText('No permission')).toBeInTheDocument();
  });
});

describe('the page of a control', () => {
  it('says what each provision says, and whether it requires the control', async () => {
    open(`/${approvalId}`);
    const law = (await screen.findByText('Required by RTS 2024/1774 Art 21(b)'))
      .parentElement!;
    expect(law).toHaveTextContent('What 21(b) says.');
    expect(
      screen.getByText('Supports DORA Art 9(4)(e)').parentElement,
    ).toHaveTextContent('What 9(4)(e) says.');
    await waitFor(() => expect(document.title).toMatch(/CHG-02/));
  });

  it('says what is required, to what it applies, how to fix it, and what is left out', async () => {
    open(`/${approvalId}`);
    expect(await screen.findByText('Four eyes.')).toBeInTheDocument();
    for (const text of [
      /applies to assets whose kind is component/,
      'Have the change reviewed.',
      'Whether the approver looked at the change.',
      /longestWait is 7 days for critical/,
      'NIS2: 21(2)(i)',
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
  });

  it('says which source gives what it reads, how that is, and what none can give', async () => {
    open(`/${approvalId}`);
    const type = (await screen.findByText('change-reviewed')).closest('li')!;
    expect(type).toHaveTextContent('Connected: GitHub');
    await waitFor(() => expect(type).toHaveTextContent('Failing'));
    expect(type).toHaveTextContent('GitLab could give it if configured');
    expect(
      screen.getByText('incident-detected').closest('li'),
    ).toHaveTextContent('No installed source can give it.');
  });

  it('does not say how sources are to readers who may not see them', async () => {
    refuse('/sources');
    open(`/${approvalId}`);
    const type = (await screen.findByText('change-reviewed')).closest('li')!;
    expect(type).toHaveTextContent('Connected: GitHub');
    expect(type).not.toHaveTextContent('Failing');
  });

  it('lists who fails, with the way to the asset with this control open, and as CSV', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${apiUrl}/results/export`, ({ request }) => {
        asked.push(decodeURIComponent(new URL(request.url).search));
        return HttpResponse.text('Asset');
      }),
    );
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => {};
    open(`/${approvalId}`);
    const results = await screen.findByRole('list', { name: 'Results' });
    expect(
      within(results).getByRole('link', { name: 'Ledger' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/component/ledger/compliance?control=${approvalId}`,
    );
    expect(screen.getByText(/^Results of this control: /)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Export as CSV' }),
    );
    await waitFor(() =>
      expect(asked).toEqual([
        `?control=${approvalId}&status=not-applicable,satisfied,risk-accepted,not-assessed,not-satisfied`,
      ]),
    );
  });

  it('leads back to all controls', async () => {
    open(`/${approvalId}`);
    expect(
      await screen.findByRole('link', { name: 'All controls' }),
    ).toHaveAttribute('href', '/controls');
  });
});
