import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { ControlDetailView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { approvalDetail } from '../__testUtils__/approvalDetail';
import { fault } from '../__testUtils__/fault';
import { ledgerUrl, review, reviewBytes } from '../__testUtils__/ledgerViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { emptyTimeline } from '../__testUtils__/timelineViews';
import { ComplianceTab } from './ComplianceTab';

const server = setupServer();
registerMswTestHooks(server);

const { id } = approvalDetail.control;
const url = `${ledgerUrl}/controls/${id}`;

// Tests that are about something else.
beforeEach(() =>
  server.use(
    http.get(`${url}/timeline`, () => HttpResponse.json(emptyTimeline)),
  ),
);

/** Opens the tab at the control, which stands as given. */
async function open(change: Partial<ControlDetailView> = {}) {
  server.use(
    http.get(url, () => HttpResponse.json({ ...approvalDetail, ...change })),
  );
  renderForLedger(<ComplianceTab />, `/?control=${id}`);
  await screen.findByRole('heading', { name: 'CHG-02 Independent approval' });
}

describe('ControlDetail', () => {
  it('says that it is loading', async () => {
    server.use(http.get(url, () => delay('infinite')));
    renderForLedger(<ComplianceTab />, `/?control=${id}`);
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what the control asks, how it stands and what to do', async () => {
    await open();
    for (const text of [
      'Nobody brings a change to production alone.',
      '1 of 2 deployments was approved by nobody else.',
      'Fix this',
      'Have the change reviewed.',
      '3 more are counted but not listed.',
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
    const freshness = screen.getByText(/^Assessed/);
    expect(freshness).toHaveTextContent(/^Assessed .* ago\.$/);
    expect(
      [...freshness.querySelectorAll('time')].map(time => time.dateTime),
    ).toEqual(['2026-03-01T10:00:00.000Z']);
  });

  it('says that evidence is left out which only some may open', async () => {
    const [row, ...rest] = approvalDetail.rows;
    const checks = row!.checks.map(check => ({
      ...check,
      evidence: [],
      withheld: 1,
    }));
    await open({ rows: [{ ...row!, checks }, ...rest] });
    const sentence = /^Evidence about an organization is not listed here\./;
    expect(screen.queryByText(sentence)).not.toBeInTheDocument();
    for (const button of screen.getAllByRole('button', { expanded: false })) {
      await userEvent.click(button);
    }
    expect(screen.getAllByText(sentence)).toHaveLength(1);
  });

  it('tells what the law requires from what merely supports it', async () => {
    await open();
    expect(
      screen.getByText(
        'Required by RTS 2024/1774 Art 17(1)(b), RTS 2024/1774 Art 21(b).',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Supports DORA Art 9(4)(e).')).toBeInTheDocument();
  });

  it('names templates of the register, and acts as a whole', async () => {
    await open({
      control: {
        ...approvalDetail.control,
        provisions: [
          { act: 'ITS-2024/2956', ref: 'B_05.01', relation: 'requires' },
          { act: 'RTS-2025/532', ref: 'whole', relation: 'supports' },
        ],
      },
    });
    expect(
      screen.getByText('Required by ITS 2024/2956 template B_05.01.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Supports RTS 2025/532.')).toBeInTheDocument();
  });

  it('says what it does not assess, and what is related', async () => {
    await open({
      control: {
        ...approvalDetail.control,
        notCovered: ['Changes without a deployment.', 'Other access rights.'],
        crosswalks: [
          { framework: 'NIS2', ref: '21(2)(i)' },
          { framework: 'NIS2', ref: '21(2)(e)' },
          { framework: 'ISO/IEC 27001:2022', ref: 'A.8.32' },
        ],
      },
    });
    const list = screen
      .getByRole('heading', { name: 'What this control does not assess' })
      .parentElement!.querySelectorAll('li');
    expect([...list].map(item => item.textContent)).toEqual([
      'Changes without a deployment.',
      'Other access rights.',
    ]);
    screen.getByRole('heading', { name: 'Other frameworks, for information' });
    expect(screen.getByText('NIS2: 21(2)(i), 21(2)(e)')).toBeInTheDocument();
    expect(screen.getByText('ISO/IEC 27001:2022: A.8.32')).toBeInTheDocument();
  });

  it('says where parameters come from, and what was changed', async () => {
    const days = { important: 'P30D', standard: 'P30D' };
    await open({
      control: {
        ...approvalDetail.control,
        parameters: {
          scanEvery: {
            'critical-or-important': 'P7D',
            ...days,
            basis: { act: 'RTS-2024/1774', ref: '10(2)(b)' },
          },
          branches: {
            'critical-or-important': ['main', 'release'],
            important: ['main', 'release'],
            standard: ['main', 'release'],
            basis: 'policy',
            override: {
              rationale: 'We release from two branches.',
              approvedBy: 'user:default/anna',
              approvedOn: '2026-11-30',
              before: {
                'critical-or-important': ['main'],
                important: ['main'],
                standard: ['main'],
              },
            },
          },
        },
      },
    });
    const list = screen
      .getByRole('heading', { name: 'Parameters' })
      .parentElement!.querySelectorAll('li');
    expect([...list].map(item => item.textContent)).toEqual([
      'scanEvery is 7 days for critical or important assets, 30 days for important ones, and 30 days for standard ones. It follows from RTS 2024/1774 Art 10(2)(b).',
      'branches is main, release. It is a policy, not stated by law.The configuration of this Backstage sets it. Before: main, main, and main. Reason: We release from two branches. Approved by user:default/anna on 2026-11-30.',
    ]);
  });

  it('says what it reads, and which sources can give it', async () => {
    await open();
    const list = screen.getByRole('heading', {
      name: 'Evidence that this control reads',
    }).nextElementSibling!;
    expect([...list.children].map(item => item.textContent)).toEqual([
      expect.stringMatching(
        /^change-merged●Source: GitHub\. Last: .* ago\.○GitLab could give it if configured for that\.$/,
      ),
      'incident-detected○No installed source can give it.',
      expect.stringMatching(
        /^service-deployed○Former source, not configured for that any more: Azure DevOps\. Last: .* ago\.○Possible source: Jenkins\. None came for this asset\.$/,
      ),
      'review-completed○Possible source: People. None came for this asset.',
    ]);
  });

  it('leaves both out where nothing is said', async () => {
    await open();
    expect(
      screen.queryByText('What this control does not assess'),
    ).not.toBeInTheDocument();
    expect(screen.queryByText(/^Other frameworks/)).not.toBeInTheDocument();
  });

  it('says what to do about the reason, not about the control', async () => {
    await open({
      advice: 'Start a backfill of github.',
      resolution: undefined,
    });
    expect(screen.getByText(/^Assessed/)).toHaveTextContent(
      /^Assessed .* ago\. The next assessment is due .*, or earlier if the evidence changes\.$/,
    );
    expect(screen.getByText('Start a backfill of github.')).toBeInTheDocument();
    expect(
      screen.queryByText(approvalDetail.control.remediation),
    ).not.toBeInTheDocument();
  });

  it('says what ends the finding, who can do that, when, and how to prevent it', async () => {
    await open();
    const list = screen.getByText('Who can do it').closest('dl')!;
    expect([...list.children].map(item => item.textContent)).toEqual([
      expect.stringMatching(
        /^What caused itDeployment 2 to production .* agoNobody else approved it\.$/,
      ),
      'Who can do itAnother person.The owner of the asset, guards.',
      'When the finding endsIt turns green by itself on 2026-06-01 09:00 UTC.',
      'How to prevent itHave the change reviewed.',
    ]);
    expect(
      screen.getByText('Deploy a release that another person approved.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^The next assessment/)).not.toBeInTheDocument();
  });

  it('does not say the same twice', async () => {
    await open({ advice: approvalDetail.resolution!.what });
    expect(screen.queryByText('How to prevent it')).not.toBeInTheDocument();
  });

  it('says why it does not apply to a critical library', async () => {
    await open({
      asset: { ...approvalDetail.asset, type: 'library' },
      control: {
        ...approvalDetail.control,
        appliesTo: { $not: { type: { $in: ['library', 'template'] } } },
      },
      result: {
        ...approvalDetail.result,
        status: 'not-applicable',
        reason: {
          code: 'does-not-apply',
          params: {},
          sentence: 'The control does not apply to this kind of asset.',
        },
      },
      rows: [],
      omittedRows: 0,
    });
    expect(
      screen.getByText(
        'This asset is a component of type library. This control applies to assets whose type is not library or template.',
      ),
    ).toBeInTheDocument();
  });

  it('says nothing where there is nothing to do', async () => {
    await open({ advice: undefined, resolution: undefined });
    expect(screen.queryByText('Fix this')).not.toBeInTheDocument();
  });

  it('says that nothing was assessed or looked at yet', async () => {
    await open({
      result: {
        ...approvalDetail.result,
        status: 'not-assessed',
        assessedAt: undefined,
        validUntil: undefined,
      },
      rows: [],
      omittedRows: 0,
    });
    expect(screen.getByText('Not assessed yet.')).toBeInTheDocument();
    expect(screen.queryByText('What was assessed')).not.toBeInTheDocument();
  });

  it('opens what was looked at: its checks with their answers', async () => {
    await open();
    const rows = screen.getAllByRole('button', { name: /Deployment/ });
    expect(
      rows.map(row => row.textContent?.replace(/\d+ \w+ ago/, '(when)')),
    ).toEqual([
      '▸Not satisfiedDeployment 2 to production (when)Nobody else approved it.',
      '▸SatisfiedDeployment 1 to production (when)Anna approved it.',
    ]);

    server.use(
      http.get(`${ledgerUrl}/evidence/${review.id}`, () =>
        HttpResponse.json(review),
      ),
    );
    await userEvent.click(rows[0]!);
    const checks = within(rows[0]!.closest('li')!);
    expect(
      checks.getByRole('link', {
        name: 'https://github.com/bank/ledger/deployments/2',
      }),
    ).toBeInTheDocument();
    expect(
      checks.getByText('Approved by another person? No'),
    ).toBeInTheDocument();
    expect(
      checks.getByText('Only its author approved it.'),
    ).toBeInTheDocument();
    expect(
      checks.getByText('Approved by another person? Not assessed'),
    ).toBeInTheDocument();
    await checks.findByRole('button', { name: review.title });
    expect(checks.getAllByText('Evidence: 1')).toHaveLength(1);

    await userEvent.click(rows[0]!);
    expect(screen.queryByText(/Only its author/)).not.toBeInTheDocument();
  });

  it.each([
    ['as they were received', reviewBytes, 'The bytes match the digest'],
    [
      'changed afterwards',
      new TextEncoder().encode('{"action":"dismissed"}'),
      'The bytes do not match the digest',
    ],
  ])(
    'leads to the bytes behind the evidence, %s',
    async (_, bytes, verdict) => {
      server.use(
        http.get(`${ledgerUrl}/evidence/${review.id}`, () =>
          HttpResponse.json(review),
        ),
        http.get(`${ledgerUrl}/documents/${review.document.digest}`, () =>
          HttpResponse.arrayBuffer(bytes.slice().buffer),
        ),
      );
      await open();
      const press = async (name: RegExp | string) =>
        userEvent.click(await screen.findByRole('button', { name }));
      await press(/Deployment 1/);
      expect(
        screen.getByText('Approved by another person? Yes'),
      ).toBeInTheDocument();
      await press(review.title);
      await press('Show raw document');
      expect(await screen.findByText(verdict)).toBeInTheDocument();
    },
  );

  it('says that there is no such control, with a way back', async () => {
    server.use(http.get(url, () => fault('control-unknown')));
    renderForLedger(<ComplianceTab />, `/?control=${id}`);
    const title = await screen.findByText('Unknown control');
    expect(title.closest('[data-status="info"]')).toHaveTextContent(
      'No control with this id is installed.',
    );
    expect(
      screen.getByRole('link', { name: /All controls/ }),
    ).toBeInTheDocument();
  });
});
