import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { actionsUrl, actionsView } from '../__testUtils__/actionViews';
import { failure, fault } from '../__testUtils__/fault';
import {
  answerScorecards,
  scorecardUrl as url,
} from '../__testUtils__/organizationViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import {
  emptyScorecard,
  secondPage,
  teamScorecard,
} from '../__testUtils__/teamScorecard';
import { TeamScorecardTab } from './TeamScorecardTab';

const server = setupServer();
registerMswTestHooks(server);

beforeEach(() => {
  answerScorecards(server);
  server.use(http.get(actionsUrl, () => HttpResponse.json(actionsView)));
});

const open = () =>
  renderForLedger(<TeamScorecardTab />, '/', {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'technology' },
    spec: {},
  });

const answerWith = (view: object) =>
  server.use(http.get(url, () => HttpResponse.json(view)));

describe('TeamScorecardTab', () => {
  it('shows two numbers, which are never rounded up', async () => {
    answerWith(teamScorecard);
    open();
    await screen.findByRole('heading', { name: 'Team: technology' });
    expect(
      screen.getAllByRole('definition').map(({ textContent }) => textContent),
    ).toEqual([
      '50%There is no score of a month ago to compare with.Controls that could be assessed, of those that apply.',
      '99%There is no score of a month ago to compare with.Satisfied controls, of those that were assessed, weighted by severity.',
    ]);
    expect(
      screen.getByText('2 assets that this group and 2 groups below it own.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('1 satisfied, 1 not satisfied, 2 not assessed'),
    ).toBeInTheDocument();
  });

  it('shows each control of each asset in words, as a link to it', async () => {
    answerWith(teamScorecard);
    open();
    const row = await screen.findByRole('row', { name: /Ledger/ });
    expect(within(row).getAllByRole('cell').slice(0, 2)[1]).toHaveTextContent(
      '50%',
    );
    const cell = within(row).getByRole('link', {
      name: 'Ledger, CHG-02 Independent approval: Not satisfied',
    });
    expect(cell).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance?control=chg-02-independent-approval',
    );
    expect(
      within(row).getByRole('link', {
        name: 'Ledger, CHG-05 Traceability: Satisfied',
      }),
    ).toBeInTheDocument();
  });

  it('loads more assets on demand', async () => {
    server.use(
      http.get(url, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor') === 'next'
            ? secondPage
            : teamScorecard,
        ),
      ),
    );
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load more' }),
    );
    const row = await screen.findByRole('row', { name: /Portal/ });
    expect(within(row).getByText('No value')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /Ledger/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('is one stop for the Tab key, and arrow keys move in it', async () => {
    answerWith(teamScorecard);
    open();
    const [first, second] = await screen.findAllByRole('link', {
      name: /^Ledger, /,
    });
    expect([first!.tabIndex, second!.tabIndex]).toEqual([0, -1]);
    act(() => first!.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(second).toHaveFocus();
    expect([first!.tabIndex, second!.tabIndex]).toEqual([-1, 0]);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(second).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(first).toHaveFocus();
  });

  it('says what the group should do first', async () => {
    answerWith(teamScorecard);
    server.use(
      http.get(actionsUrl, ({ request }) => {
        const { searchParams } = new URL(request.url);
        expect(searchParams.get('group')).toBe('group:default/technology');
        return HttpResponse.json({ ...actionsView, notSatisfied: 7 });
      }),
    );
    open();
    const first = await screen.findByRole('region', {
      name: 'What to do first',
    });
    expect(within(first).getAllByRole('listitem').length).toBeGreaterThan(0);
    expect(
      within(first).getByRole('link', { name: /All \d+ actions/ }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('?group=group%3Adefault%2Ftechnology'),
    );
  });

  it('says what to do for a group that owns nothing', async () => {
    answerWith(emptyScorecard);
    open();
    expect(
      await screen.findByText(/own no ICT assets that you may read/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says that there is no such group', async () => {
    server.use(http.get(url, () => fault('scope-unknown')));
    open();
    expect(
      await screen.findByText('There is no such part of the organization'),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and tries again when asked', async () => {
    server.use(
      http.get(
        url,
        () => failure(500, { name: 'Error', message: 'The disk is full' }),
        { once: true },
      ),
      http.get(url, () => HttpResponse.json(teamScorecard)),
    );
    open();
    expect(await screen.findByText(/The disk is full/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('row', { name: /Ledger/ }),
    ).toBeInTheDocument();
  });
});
