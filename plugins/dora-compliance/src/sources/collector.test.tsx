import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { TargetView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { instantsIn } from '../__testUtils__/instantsIn';
import {
  answerPages,
  answerSources,
  renderSources,
} from '../__testUtils__/renderSources';
import {
  github,
  gitlab,
  ledgerTarget,
  closedGap,
  off,
  openGap,
  runningBackfill,
  sourcesUrl,
} from '../__testUtils__/sourceViews';

const server = setupServer();
registerMswTestHooks(server);

const at = (tab: string) => `?source=github&tab=${tab}`;

/** Returns the targets of GitHub. */
function answerTargets(pages: TargetView[][]) {
  return answerPages(server, `${sourcesUrl}/github`, pages, targets => ({
    source: github,
    targets,
  }));
}

describe('gaps of a source', () => {
  it('are listed with interval, cause, and whether they were closed', async () => {
    answerSources(server);
    answerPages(server, `${sourcesUrl}/github/gaps`, [[openGap, closedGap]]);
    renderSources(at('gaps'));
    const list = await screen.findByRole('list', { name: 'Gaps' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('Polling failed');
    expect(first).toHaveTextContent('Ongoing');
    expect(first).toHaveTextContent(openGap.reason.sentence);
    expect(first).toHaveTextContent(/ ago, and it is ongoing/);
    expect(instantsIn(first)).toEqual([openGap.from]);
    expect(second).toHaveTextContent('The backend was down');
    expect(second).toHaveTextContent(/ ago, and lasted 2 hr 30 min/);
    expect(second).toHaveTextContent(/Closed.* ago/);
    expect(instantsIn(second)).toEqual([closedGap.from, closedGap.madeGoodAt]);
  });

  it('that ended but are not covered do not count as closed', async () => {
    answerSources(server);
    const { madeGoodAt, ...ended } = closedGap;
    answerPages(server, `${sourcesUrl}/github/gaps`, [[ended]]);
    renderSources(at('gaps'));
    expect(await screen.findByText('Not covered')).toBeInTheDocument();
  });
});

describe('targets of a source', () => {
  it('are listed with their last round, and its parts on demand', async () => {
    answerSources(server);
    answerTargets([[ledgerTarget]]);
    renderSources(at('targets'));
    const list = await screen.findByRole('list', { name: 'Targets' });
    const [item] = within(list).getAllByRole('listitem');
    expect(item).toHaveTextContent('Incomplete');
    expect(item).toHaveTextContent('Deployments could not be read.');
    expect(item).toHaveTextContent(/Last poll.* ago/);
    expect(item).toHaveTextContent(/Next pollin \d+ years/);
    expect(instantsIn(item)).toEqual([
      ledgerTarget.lastAt,
      ledgerTarget.lastCompleteAt,
      ledgerTarget.dueAt,
    ]);
    expect(item).toHaveTextContent('8 of 10, 2 missed');
    expect(within(item!).getByRole('link', { name: 'ledger' })).toBeVisible();
    const part = within(item!).getByText('deployments: GitHub answered 403.');
    expect(part).not.toBeVisible();
    await userEvent.click(within(item!).getByText('2 parts, 1 incomplete'));
    expect(part).toBeVisible();
  });

  it('are looked at at once, one or all', async () => {
    answerSources(server);
    const asked = answerTargets([[ledgerTarget]]);
    const bodies: unknown[] = [];
    server.use(
      http.post(`${sourcesUrl}/github/collect`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ queued: bodies.length, more: false });
      }),
    );
    renderSources(at('targets'));
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Poll ${ledgerTarget.target} now`,
      }),
    );
    expect(
      await screen.findByText('1 target is queued for polling.'),
    ).toHaveAttribute('role', 'status');
    await userEvent.click(screen.getByRole('button', { name: 'Poll all now' }));
    expect(
      await screen.findByText('2 targets are queued for polling.'),
    ).toBeInTheDocument();
    expect(bodies).toEqual([{ target: ledgerTarget.target }, {}]);
    await waitFor(() => expect(asked).toHaveLength(3));
  });

  it('are backfilled one by one', async () => {
    answerSources(server);
    answerTargets([[ledgerTarget]]);
    const bodies: unknown[] = [];
    server.use(
      http.post(`${sourcesUrl}/github/backfills`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ queued: 1, more: false });
      }),
    );
    renderSources(at('targets'));
    await userEvent.click(
      await screen.findByText(`Backfill ${ledgerTarget.target}`),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Start backfill' }),
    );
    expect(await screen.findByText(/^The backfill is queued/)).toHaveAttribute(
      'role',
      'status',
    );
    expect(bodies).toEqual([{ days: 30, target: ledgerTarget.target }]);
  });

  it('are loaded again while one of them is due', async () => {
    answerSources(server);
    answerTargets([[{ ...ledgerTarget, dueAt: ledgerTarget.lastAt! }]]);
    renderSources(at('targets'));
    expect(await screen.findByText('due now')).toBeInTheDocument();
    answerTargets([[{ ...ledgerTarget, complete: true }]]);
    expect(await screen.findByText('Complete')).toBeInTheDocument();
  });

  it('say what to do without a collector', async () => {
    const askedWith = 'credentials under integrations.gitlab';
    const kinds = { ...gitlab.kinds, askedWith };
    answerSources(server, [{ ...gitlab, kinds }]);
    renderSources('?source=gitlab&tab=targets');
    expect(await screen.findByText('GitLab is not polled')).toBeInTheDocument();
    expect(screen.getByText(new RegExp(askedWith))).toBeInTheDocument();
  });

  it('are none of a source that only pushes', async () => {
    answerSources(server);
    renderSources('?source=gitlab&tab=targets');
    expect(
      await screen.findByText('GitLab only sends events'),
    ).toBeInTheDocument();
  });

  it('say that a source is off, and why', async () => {
    answerSources(server, [off]);
    renderSources('?source=jenkins&tab=targets');
    expect(await screen.findByText('Jenkins is off')).toBeInTheDocument();
    expect(screen.getAllByText(/webhookTokens is not set/)).toHaveLength(2);
  });

  it('need no collector where this Backstage itself is read', async () => {
    const kinds = { receives: false, collects: false };
    answerSources(server, [{ ...gitlab, id: 'catalog', kinds }]);
    renderSources('?source=catalog&tab=targets');
    expect(
      await screen.findByText('Catalog is not polled'),
    ).toBeInTheDocument();
    expect(screen.getByText('is read from this Backstage')).toBeInTheDocument();
  });

  it('can not be set in motion by those who may not', async () => {
    answerSources(server);
    answerTargets([[ledgerTarget]]);
    renderSources(at('targets'), ['dora-compliance.source.operate']);
    await screen.findByText('Deployments could not be read.');
    expect(screen.queryByRole('button', { name: /Poll/ })).toBeNull();
  });
});

describe('backfills of a source', () => {
  const url = `${sourcesUrl}/github/backfills`;

  it('show how far they are, until they are done', async () => {
    answerSources(server);
    answerPages(server, url, [[runningBackfill]]);
    renderSources(at('backfills'));
    const bar = await screen.findByRole('progressbar', {
      name: `Backfill of ${runningBackfill.target}`,
    });
    expect(bar).toHaveAttribute('aria-valuetext', '40 so far');
    expect(bar).not.toHaveAttribute('aria-valuenow');
    expect(screen.getByText('40 so far')).toBeInTheDocument();
    expect(screen.getByText('Running')).toBeInTheDocument();
    answerPages(server, url, [
      [
        {
          ...runningBackfill,
          state: 'incomplete',
          done: 150,
          problem: '10 runs were not kept that long.',
        },
      ],
    ]);
    expect(await screen.findByText('Incomplete')).toBeInTheDocument();
    expect(
      screen.getByText('10 runs were not kept that long.'),
    ).toBeInTheDocument();
  });

  it('show no progress once they have ended', async () => {
    answerSources(server);
    const failed = {
      ...runningBackfill,
      done: 0,
      state: 'failed',
      problem: 'The repository is gone.',
      finishedAt: '2026-03-01T11:00:00.000Z',
    };
    answerPages(server, url, [[failed]]);
    renderSources(at('backfills'));
    expect(await screen.findByText('Failed')).toBeInTheDocument();
    expect(screen.getByText('The repository is gone.')).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('are started for a number of days', async () => {
    answerSources(server);
    answerPages(server, url, []);
    const bodies: unknown[] = [];
    server.use(
      http.post(url, async ({ request }) => {
        bodies.push(await request.json());
        answerPages(server, url, [[runningBackfill]]);
        return HttpResponse.json({ queued: 2, more: false });
      }),
    );
    renderSources(at('backfills'));
    expect(await screen.findByText('No backfills yet')).toBeInTheDocument();
    const days = screen.getByRole('textbox', { name: /Days back/ });
    await userEvent.clear(days);
    await userEvent.type(days, '90');
    await userEvent.tab();
    await userEvent.click(
      screen.getByRole('button', { name: 'Start backfill' }),
    );
    expect(
      await screen.findByText('2 backfills are queued, one for each target.'),
    ).toBeInTheDocument();
    expect(bodies).toEqual([{ days: 90 }]);
    expect(await screen.findByText('Running')).toBeInTheDocument();
  });

  it('can not be started by those who may not', async () => {
    answerSources(server);
    answerPages(server, url, [[runningBackfill]]);
    renderSources(at('backfills'), ['dora-compliance.source.operate']);
    await screen.findByText('Running');
    expect(screen.queryByRole('button', { name: 'Start backfill' })).toBeNull();
  });
});
