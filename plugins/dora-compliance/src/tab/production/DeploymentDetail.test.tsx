import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { answerEverything } from '../../__testUtils__/answerEverything';
import { approvalDetail } from '../../__testUtils__/approvalDetail';
import { failure } from '../../__testUtils__/fault';
import { ledgerUrl, review } from '../../__testUtils__/ledgerViews';
import { deploymentDetail } from '../../__testUtils__/productionViews';
import { renderForLedger } from '../../__testUtils__/renderForLedger';
import { ComplianceTab } from '../ComplianceTab';

const server = setupServer();
registerMswTestHooks(server);

const url = `${ledgerUrl}/production-change`;
const address = '/?view=deployment&deployment=d-1&environment=eu-prod';

/** Opens the page, and returns what it asked for. */
function open(view: object = deploymentDetail, at = '') {
  const asked: Record<string, string>[] = [];
  answerEverything(server);
  server.use(
    http.get(url, ({ request }) => {
      asked.push(Object.fromEntries(new URL(request.url).searchParams));
      return HttpResponse.json(view);
    }),
  );
  renderForLedger(<ComplianceTab />, `${address}${at}`);
  return asked;
}

describe('DeploymentDetail', () => {
  it('has the chain from the commits to the deployment, missing steps included', async () => {
    const asked = open(deploymentDetail, '&at=2026-03-01T09:00:00.000Z');
    await screen.findByRole('heading', { name: 'Deployment d-1 to eu-prod' });
    expect(asked[0]).toEqual({
      deployment: 'd-1',
      environment: 'eu-prod',
      at: '2026-03-01T09:00:00.000Z',
    });
    const chain = screen.getByRole('region', {
      name: 'From the commit to production',
    });
    const steps = [...chain.querySelectorAll('ol > li')].map(
      ({ textContent }) => textContent,
    );
    expect(steps).toEqual([
      expect.stringMatching(
        /^CommitsKnown.*abc1234 Pay faster +by anna +No change request is known for it\.def1.*def2.*1 moredef3 Other +$/,
      ),
      expect.stringMatching(/^Change requestKnown.*#7 Pay faster/),
      expect.stringMatching(/^ReviewKnown.*approved by marco/),
      'BuildMissingNo run of commit abc1234 was received.',
      expect.stringMatching(/^ArtifactNot in order/),
      'Approval of the environmentNone reportedNobody was asked.',
      expect.stringMatching(/^DeploymentKnown.*d-1/),
    ]);
  });

  it('has what controls say, and what to do', async () => {
    open();
    const verdicts = await screen.findByRole('region', {
      name: 'What controls say about it',
    });
    expect(
      within(verdicts)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Not satisfiedCHG-02 Independent approvalmarco approved the own change.What to do: Have it reviewed.',
      'Not assessedCHG-05 TraceabilityNot assessed: this deployment is older than the control looks back.',
    ]);
  });

  const openAfter = async (after: object) => {
    open({
      ...deploymentDetail,
      after: {
        until: '2026-03-01T10:00:00.000Z',
        isOver: true,
        isReported: true,
        events: [],
        omittedEvents: 0,
        timeTo: {},
        ...after,
      },
    });
    return screen.findByRole('region', { name: 'In production afterwards' });
  };

  it('has the alerts and incidents after it, and how fast people answered', async () => {
    const region = await openAfter({
      events: [
        {
          kind: 'alert',
          title: 'HighErrorRate',
          uri: 'https://grafana.bank/alert/1',
          severity: 'critical',
          from: '2026-03-01T09:04:00.000Z',
          acknowledgedAt: '2026-03-01T09:09:00.000Z',
          acknowledgedBy: 'marta',
          resolvedAt: '2026-03-01T09:31:00.000Z',
          evidence: [review.id],
        },
        { kind: 'incident', title: 'INC-7', evidence: [review.id] },
      ],
      omittedEvents: 2,
      takenBackAt: '2026-03-01T09:31:00.000Z',
      timeTo: { detect: 240_000, respond: 300_000, restore: 1_620_000 },
    });
    expect(region).toHaveTextContent('2 alerts and incidents within an hour');
    expect(region).toHaveTextContent('A later deployment took this one back');
    expect(region).toHaveTextContent(
      'Detected after 4 min. Acknowledged 5 min later. Restored 27 min after it was detected.',
    );
    expect(region).toHaveTextContent('2 more');
    const [alert, incident] = within(region).getAllByRole('listitem');
    expect(alert).toHaveTextContent(
      /^AlertHighErrorRatecritical.*Acknowledged by marta after 5 min\. Resolved after 27 min\.$/,
    );
    expect(
      within(alert!).getByRole('link', { name: /^HighErrorRate/ }),
    ).toHaveAttribute('href', 'https://grafana.bank/alert/1');
    expect(incident).toHaveTextContent(
      /^IncidentINC-7start not reported.*Not resolved yet\./,
    );
  });

  it.each([
    [{}, /No alert fired and no incident was detected within an hour\./],
    [{ isOver: false }, /detected yet\. They count until/],
    [{ isReported: false }, /so it is not known what happened\./],
  ])('says what no event means: %j', async (after, expected) => {
    expect(await openAfter(after)).toHaveTextContent(expected);
  });

  it('leads from a failing control to the commit in three clicks', async () => {
    open();
    server.use(
      http.get(`${ledgerUrl}/controls/:id`, () =>
        HttpResponse.json({
          ...approvalDetail,
          rows: approvalDetail.rows.map(row => ({
            ...row,
            member: {
              ...row.member,
              deployment: { id: 'd-1', environment: 'eu-prod' },
            },
          })),
        }),
      ),
    );
    await userEvent.click(
      await screen.findByRole('link', { name: 'All controls' }),
    );
    const [control] = await screen.findAllByRole('link', { name: /^CHG-02/ });
    await userEvent.click(control!);
    const [deployment] = await screen.findAllByRole('link', {
      name: /^How this deployment came about/,
    });
    await userEvent.click(deployment!);
    const commit = await screen.findByRole('link', {
      name: 'abc1234 Pay faster',
    });
    expect(commit).toHaveAttribute(
      'href',
      'https://github.com/bank/ledger/commit/abc1234',
    );
    expect(
      screen.getByRole('heading', { name: 'Deployment d-1 to eu-prod' }),
    ).toHaveFocus();
  });

  it('says that no such deployment is known, and since when they are read', async () => {
    open({ since: '2026-03-01T09:00:00.000Z' });
    expect(
      await screen.findByText(/^No deployment d-1 to eu-prod is known\./),
    ).toHaveTextContent(/are read from .* ago on\.$/);
  });

  it('shows all controls if the address names no deployment', async () => {
    answerEverything(server);
    renderForLedger(<ComplianceTab />, '/?view=deployment');
    expect(
      (await screen.findAllByRole('link', { name: /^CHG-02/ })).length,
    ).toBeGreaterThan(0);
  });

  it('says what went wrong', async () => {
    answerEverything(server);
    server.use(
      http.get(url, () =>
        failure(500, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    renderForLedger(<ComplianceTab />, address);
    expect(
      await screen.findByText('The deployment could not be loaded'),
    ).toBeVisible();
  });
});
