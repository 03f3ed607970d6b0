import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ResultsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import plugin from '../alpha';
import { backendUrl } from '../__testUtils__/ledgerViews';
import { approvalResults } from '../__testUtils__/resultViews';
import { AuditQuestionsPage } from '../plugin';

const server = setupServer();
registerMswTestHooks(server);

const apiUrl = `${backendUrl}/api/dora-compliance`;
/** Answers with results, and notes what was asked for. */
function answerWith(view: ResultsView = approvalResults) {
  const asked: string[] = [];
  const note = (request: Request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(
      `${pathname.replace('/api/dora-compliance', '')}${decodeURIComponent(
        search,
      )}`,
    );
  };
  server.use(
    http.get(`${apiUrl}/results`, ({ request }) => {
      note(request);
      return HttpResponse.json(view);
    }),
    http.get(`${apiUrl}/*/export`, ({ request }) => {
      note(request);
      return HttpResponse.text('Asset');
    }),
  );
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => {};
  return asked;
}

const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    loader: async () => <></>,
  },
});

const open = (search = '') =>
  renderTestApp({
    extensions: [entityPage],
    features: [plugin],
    config: { backend: { baseUrl: backendUrl } },
    initialRouteEntries: [`/audit-questions${search}`],
  });

const findQuestion = async (name: RegExp) =>
  (await screen.findByRole('heading', { name })).closest('li')!;

describe('the questions', () => {
  it('are twelve, each with the provisions that it is about', async () => {
    open();
    const list = await screen.findByRole('list', { name: 'Audit questions' });
    expect(within(list).getAllByRole('heading')).toHaveLength(12);
    const question = await findQuestion(/lacked an independent approver/);
    expect(question).toHaveTextContent(
      'Required by RTS 2024/1774 Art 17(1)(b). Supports RTS 2024/1774 Art 21(b), DORA Art 9(4)(e).',
    );
  });

  it.each([
    [
      /^Which pipelines can change/,
      '/ict-inventory?type=ci-pipeline&criticality=critical-or-important',
    ],
    [/nine fields/, '/ict-inventory'],
    [
      /lacked an independent approver/,
      '/audit-questions?question=changes-without-approval&control=chg-02-independent-approval',
    ],
    [
      /not scanned/,
      '/audit-questions?question=not-scanned&of=criticality&ref=critical-or-important&member=interval&control=chg-07-vulnerability-scanning',
    ],
  ])('%s is one click away from its answer', async (name, address) => {
    open();
    const question = await findQuestion(name);
    expect(
      within(question).getByRole('link', { name: /^Show the answer/ }),
    ).toHaveAttribute('href', address);
  });

  it.each([
    [/nine fields/, '/inventory/export'],
    [/evidence is missing or stale/, '/results/export?status=not-assessed'],
  ])('%s is one click away from its CSV', async (name, address) => {
    const asked = answerWith();
    open();
    const question = await findQuestion(name);
    await userEvent.click(
      within(question).getByRole('button', { name: 'Export as CSV' }),
    );
    await waitFor(() => expect(asked).toEqual([address]));
  });

  it('say in their last section which weaknesses are common, with their results', async () => {
    const asked = answerWith();
    open();
    const list = await screen.findByRole('list', { name: 'Common weaknesses' });
    expect(within(list).getAllByRole('heading')).toHaveLength(5);
    expect(
      within(list).getByRole('link', {
        name: 'Clauses of policies that nothing enforces',
      }),
    ).toHaveAttribute('href', '/policies');
    await userEvent.click(
      within(list).getByRole('link', {
        name: 'Show the results: Security controls are optional',
      }),
    );
    await screen.findByRole('list', { name: 'Results' });
    expect(
      screen.getByRole('heading', { name: 'Security controls are optional' }),
    ).toBeInTheDocument();
    expect(asked).toEqual([
      '/results?limit=25&control=chg-03-mandatory-gates,chg-06-security-tests,chg-09-checked-provenance',
    ]);
  });
});

describe('an answer', () => {
  it('lists each result with its open members, and what is not listed', async () => {
    const asked = answerWith();
    open('?question=changes-without-approval&of=group&ref=group:default/a');
    const list = await screen.findByRole('list', { name: 'Results' });
    expect(
      within(list).getByRole('link', { name: 'CHG-02 Approval' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance?control=chg-02-independent-approval',
    );
    expect(
      within(list).getByRole('link', { name: 'Deployment 12 to production' }),
    ).toBeInTheDocument();
    expect(list).toHaveTextContent('2 more are not listed here.');
    expect(screen.getByText(/^About: a\. 4 ICT assets/)).toBeInTheDocument();
    expect(
      screen.getByText(/3 satisfied, 1 not satisfied/),
    ).toBeInTheDocument();
    expect(asked).toEqual([
      '/results?of=group&ref=group:default/a&limit=25&control=chg-02-independent-approval',
    ]);
  });

  it.each([
    ['not-scanned', 'chg-03-mandatory-gates', 'chg-07-vulnerability-scanning'],
    [
      'changes-without-approval',
      'chg-01-only-through-the-pipeline',
      'chg-01-only-through-the-pipeline',
    ],
    ['missing-evidence', 'chg-03-mandatory-gates', 'chg-03-mandatory-gates'],
    ['provider-outage', 'gov-07-contract-and-exit', 'gov-07-contract-and-exit'],
    ['provider-outage', 'chg-03-mandatory-gates', 'prd-04-recovery-tested'],
    [
      'open-exceptions',
      'gov-05-exceptions-bounded',
      'gov-05-exceptions-bounded',
    ],
  ])(
    'to %s, with an address that names %s, is about %s',
    async (question, named, shown) => {
      const asked = answerWith();
      open(`?question=${question}&control=${named}`);
      await screen.findByRole('list', { name: 'Results' });
      expect(asked).toEqual([expect.stringMatching(`control=${shown}(&|$)`)]);
    },
  );

  it.each([
    [{ 'not-satisfied': 0 }, 4, /^No result is open/],
    [{ 'not-satisfied': 1 }, 4, /not about this question/],
    [{ 'not-satisfied': 0, satisfied: 0 }, 4, /apply to none/],
    [{}, 0, /no ICT assets here/],
  ])('never shows an empty list as none: %p', async (counts, assets, text) => {
    answerWith({
      ...approvalResults,
      assets,
      statuses: { ...approvalResults.statuses, ...counts },
      items: [],
    });
    open('?question=not-scanned');
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('says that something is left out', async () => {
    answerWith({ ...approvalResults, isPartial: true });
    open('?question=not-scanned');
    expect(
      await screen.findByText(/Assets that you may not read are left out/),
    ).toBeInTheDocument();
  });

  it('says why it could not be loaded', async () => {
    server.use(
      http.get(`${apiUrl}/results`, () =>
        HttpResponse.json({}, { status: 500 }),
      ),
    );
    open('?question=not-scanned');
    expect(
      await screen.findByText('The answer could not be loaded'),
    ).toBeInTheDocument();
  });
});

it('is in the plugin for the legacy frontend system, too', () => {
  expect(AuditQuestionsPage).toBeDefined();
});
