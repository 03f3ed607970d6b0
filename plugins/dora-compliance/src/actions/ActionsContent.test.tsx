import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  actionsUrl,
  actionsView,
  moreActions,
} from '../__testUtils__/actionViews';
import { failure } from '../__testUtils__/fault';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { ActionsContent } from './ActionsContent';

const server = setupServer();
registerMswTestHooks(server);

/** Answers, and returns what was asked for. */
function answerWith(answer: (asked: URLSearchParams) => object) {
  const asked: Record<string, string>[] = [];
  server.use(
    http.get(actionsUrl, ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(Object.fromEntries(searchParams));
      return HttpResponse.json(answer(searchParams));
    }),
  );
  return asked;
}

describe('ActionsContent', () => {
  it('says for each action why it waits, what to do and how long that takes', async () => {
    answerWith(() => actionsView);
    renderForLedger(<ActionsContent />);
    const item = await screen.findByRole('listitem');
    expect(
      within(item).getByRole('link', { name: 'CHG-02 Independent approval' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance?control=chg-02-independent-approval',
    );
    expect(item).toHaveTextContent('Not satisfied');
    expect(item).toHaveTextContent(
      'Marco approved the change and pushed the last commit.',
    );
    expect(item).toHaveTextContent('What to do: Let another person approve.');
    expect(item).toHaveTextContent('critical severity, takes hours');
    expect(screen.getByRole('status')).toHaveTextContent('2 actions');
  });

  it('loads more, and shows an action without effort, advice or date', async () => {
    answerWith(asked => (asked.get('cursor') ? moreActions : actionsView));
    renderForLedger(<ActionsContent />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load more' }),
    );
    const [, second] = await screen.findAllByRole('listitem');
    expect(second).toHaveTextContent('Portal');
    expect(second).not.toHaveTextContent('What to do');
    expect(second).not.toHaveTextContent('takes');
    expect(second).not.toHaveTextContent('since');
  });

  it('asks for what the address says', async () => {
    const asked = answerWith(() => actionsView);
    renderForLedger(
      <ActionsContent />,
      '/?group=group:default/guards&status=not-satisfied',
    );
    await screen.findByRole('listitem');
    expect(asked).toEqual([
      { group: 'group:default/guards', status: 'not-satisfied' },
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('1 action');
  });

  it('lists what one asset needs, and goes back to the own actions', async () => {
    const asked = answerWith(() => actionsView);
    renderForLedger(
      <ActionsContent />,
      '/?asset=component:default/ledger&status=not-assessed',
    );
    await screen.findByRole('listitem');
    expect(
      screen.getByRole('link', { name: 'component:default/ledger' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger');
    expect(screen.queryByText(/that you and your groups own/)).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show my actions' }),
    );
    expect(
      await screen.findByText(/that you and your groups own/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(asked).toEqual([
        { assetRef: 'component:default/ledger', status: 'not-assessed' },
        { status: 'not-assessed' },
      ]),
    );
  });

  it('says whether there is nothing to do, or nothing that is owned', async () => {
    const nothing = {
      ...actionsView,
      items: [],
      notSatisfied: 0,
      notAssessed: 0,
      nextCursor: undefined,
    };
    answerWith(() => nothing);
    const { unmount } = renderForLedger(<ActionsContent />);
    expect(
      await screen.findByText('Nothing waits for you'),
    ).toBeInTheDocument();
    unmount();
    answerWith(() => ({ ...nothing, assets: 0 }));
    renderForLedger(<ActionsContent />);
    expect(
      await screen.findByText(
        'You and your groups own no ICT assets that you may read',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['?status=not-assessed', { notSatisfied: 3 }, 'No action has this status.'],
    ['', { notAssessed: 3 }, /^Controls are being assessed/],
    ['?group=group:default/guards', {}, 'Nothing to do'],
    [
      '?group=group:default/guards',
      { assets: 0 },
      'There are no ICT assets here that you may read',
    ],
  ])(
    'never says more than it knows: %s with %o',
    async (search, more, text) => {
      answerWith(() => ({
        ...actionsView,
        items: [],
        notSatisfied: 0,
        notAssessed: 0,
        nextCursor: undefined,
        ...more,
      }));
      renderForLedger(<ActionsContent />, `/${search}`);
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(screen.queryByText('Nothing waits for you')).toBeNull();
    },
  );

  it('says what went wrong, and tries again when asked', async () => {
    server.use(
      http.get(
        actionsUrl,
        () => failure(500, { name: 'Error', message: 'The disk is full' }),
        { once: true },
      ),
      http.get(actionsUrl, () => HttpResponse.json(actionsView)),
    );
    renderForLedger(<ActionsContent />);
    expect(
      await screen.findByText('The list of actions could not be loaded'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /Try again|Retry/ }),
    );
    expect(await screen.findByRole('listitem')).toBeInTheDocument();
  });
});
