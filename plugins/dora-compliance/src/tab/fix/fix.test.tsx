import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type {
  ControlDetailView,
  EvidenceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { answerEverything } from '../../__testUtils__/answerEverything';
import { approvalDetail } from '../../__testUtils__/approvalDetail';
import { ledgerUrl, review } from '../../__testUtils__/ledgerViews';
import { renderForLedger } from '../../__testUtils__/renderForLedger';
import { ComplianceTab } from '../ComplianceTab';

const server = setupServer();
registerMswTestHooks(server);
beforeEach(() => answerEverything(server));

const { id } = approvalDetail.control;
const [row, ...others] = approvalDetail.rows;

/** Opens the control; the failing check is based on one piece of evidence. */
async function open(
  change: Partial<ControlDetailView>,
  evidence: Partial<EvidenceView> = {},
) {
  server.use(
    http.get(`${ledgerUrl}/controls/${id}`, () =>
      HttpResponse.json({ ...approvalDetail, ...change }),
    ),
    http.get(`${ledgerUrl}/evidence/:id`, () =>
      HttpResponse.json({ ...review, ...evidence }),
    ),
  );
  renderForLedger(<ComplianceTab />, `/?control=${id}`);
  const heading = await screen.findByText('Fix this');
  return within(heading.closest<HTMLElement>('[data-status="info"]')!);
}

const answer = async (panel: ReturnType<typeof within>, question: string) =>
  (await panel.findByText(question)).nextElementSibling!;

const change = { number: '7', title: 'Faster', url: 'https://x.example/7' };

describe('what to fix', () => {
  it('names what caused it: the member, the change and the commit', async () => {
    const commitUri = 'https://github.com/bank/ledger/commit/a1b2c3d';
    const panel = await open(
      {
        rows: [
          {
            ...row!,
            member: {
              ...row!.member,
              deployment: { id: '2', environment: 'production' },
            },
            reason: { ...row!.reason, params: { commit: 'a1b2c3d' } },
            commitUri,
          },
          ...others,
        ],
      },
      { predicate: { change } },
    );
    const link = await panel.findByRole('link', { name: 'Change 7: Faster' });
    expect(link).toHaveAttribute('href', change.url);
    const cause = await answer(panel, 'What caused it');
    expect(cause).toHaveTextContent('Deployment 2 to production');
    expect(cause).toHaveTextContent('Nobody else approved it.');
    expect(
      panel.getByRole('link', { name: 'How this deployment came about' }),
    ).toHaveAttribute('href', expect.stringContaining('deployment=2'));
    expect(panel.getByRole('link', { name: 'Commit a1b2c3d' })).toHaveAttribute(
      'href',
      commitUri,
    );
  });

  it('leads to the settings by which it failed, and says when they are read', async () => {
    const uri = 'https://github.com/bank/ledger/settings/branches';
    const page = { target: 'https://github.com/bank/ledger', uri };
    const github = {
      id: 'github',
      title: 'GitHub',
      state: 'connected' as const,
    };
    const environments = {
      ...page,
      uri: 'https://github.com/bank/ledger/settings/environments',
    };
    const panel = await open(
      {
        reads: [
          {
            type: 'branch-protection-observed',
            sources: [
              {
                ...github,
                settings: [
                  { ...page, readAt: '2999-03-01T12:00:00.000Z' as never },
                ],
              },
            ],
          },
          {
            type: 'environment-protection-observed',
            sources: [{ ...github, settings: [environments] }],
          },
        ],
      },
      { type: 'branch-protection-observed', predicate: {} },
    );
    const link = await panel.findByRole('link', {
      name: 'Branch rules of bank/ledger in GitHub',
    });
    expect(link).toHaveAttribute('href', uri);
    const settings = await answer(panel, 'Where it is set');
    expect(settings).toHaveTextContent(/It is read again in .*\.$/);
    // The environment did not make it fail.
    expect(panel.queryByRole('link', { name: /^Environments/ })).toBeNull();
  });

  it('leads to the catalog file by which it failed', async () => {
    const editUrl = 'https://github.com/bank/ledger/edit/main/catalog.yaml';
    const panel = await open(
      { asset: { ...approvalDetail.asset, editUrl } },
      { type: 'asset-record-observed', predicate: {} },
    );
    expect(
      await panel.findByRole('link', { name: 'Catalog file of the asset' }),
    ).toHaveAttribute('href', editUrl);
  });

  it('names the owner with the way to the page of the owner', async () => {
    const panel = await open({
      asset: { ...approvalDetail.asset, ownerRef: 'group:default/guards' },
    });
    expect(
      panel.getByRole('link', { name: 'Owner in the catalog' }),
    ).toHaveAttribute('href', '/catalog/default/group/guards');
  });

  it('names no cause where nothing failed, and no page that is not known', async () => {
    const panel = await open(
      {
        rows: [{ ...row!, status: 'not-assessed' }],
        result: { ...approvalDetail.result, status: 'not-assessed' },
      },
      { type: 'branch-protection-observed', predicate: {} },
    );
    expect(panel.getByText('Who can do it')).toBeInTheDocument();
    expect(panel.queryByText('What caused it')).toBeNull();
    expect(panel.queryByText('Where it is set')).toBeNull();
  });
});
