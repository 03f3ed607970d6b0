import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { answerEverything } from '../../__testUtils__/answerEverything';
import { failure } from '../../__testUtils__/fault';
import { ledgerUrl } from '../../__testUtils__/ledgerViews';
import { renderForLedger } from '../../__testUtils__/renderForLedger';
import {
  emptyTimeline,
  interruptedTimeline,
} from '../../__testUtils__/timelineViews';
import { ControlTimeline } from './ControlTimeline';
import { sumPeriods } from './sumPeriods';

const server = setupServer();
registerMswTestHooks(server);

const controlId = 'chg-02-independent-approval';
const url = `${ledgerUrl}/controls/${controlId}/timeline`;

/** Opens a time line, and returns what it asked for. */
async function open(view: object = interruptedTimeline) {
  const asked: Record<string, string>[] = [];
  answerEverything(server);
  server.use(
    http.get(url, ({ request }) => {
      asked.push(Object.fromEntries(new URL(request.url).searchParams));
      return HttpResponse.json(view);
    }),
  );
  renderForLedger(
    <ControlTimeline
      entityRef="component:default/ledger"
      controlId={controlId}
    />,
  );
  return {
    asked,
    region: await screen.findByRole('region', { name: 'Time line' }),
  };
}

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 24 * 60 * 60_000).toISOString().slice(0, 10);

describe('ControlTimeline', () => {
  it('says for how long it was satisfied, and how often it was not', async () => {
    const { region } = await open();
    await within(region).findByRole('img', {
      name: 'Each status over time, from Dec 1, 2025 to Mar 1, 2026',
    });
    expect(region).toHaveTextContent(
      'Satisfied for 50 days of 60 days (83%). 1 interruption.',
    );
    expect(region).toHaveTextContent(/Until Feb 1, 2026.* it is reconstructed/);
    expect(region).toHaveTextContent(
      /Nothing is known of the time before Dec 31, 2025/,
    );
  });

  it('has each period with its reason, and what was deployed in it', async () => {
    const { region } = await open();
    await within(region).findByRole('img');
    const [list] = within(region).getAllByRole('list');
    const periods = [...list!.children].map(one => one.textContent);
    expect(periods).toEqual([
      expect.stringMatching(/^Satisfiedsince Feb 15, 2026.*: 14 days$/),
      expect.stringMatching(/^Not assessedFeb 10, 2026.*: 5 days$/),
      expect.stringMatching(
        /^Not satisfiedFeb 5, 2026.*: 5 daysmarco approved the own change\.4 deployments to production meanwhile:d-1 to eu-prod .* by deploy\[bot\]3 more are counted but not listed\.$/,
      ),
      expect.stringMatching(/^SatisfiedFeb 1, 2026.*: 3 days 16 hr$/),
      'SatisfiedDec 31, 2025 to Feb 1, 2026: 32 days 8 hr',
    ]);
    expect(
      screen.getByRole('link', { name: 'd-1 to eu-prod' }),
    ).toHaveAttribute('href', expect.stringContaining('view=deployment'));
  });

  it('asks for the range that is chosen', async () => {
    const { asked, region } = await open();
    await within(region).findByRole('img');
    expect(asked).toEqual([{ from: daysAgo(90) }]);
    await userEvent.click(
      within(region).getByRole('radio', { name: '1 year' }),
    );
    await waitFor(() => expect(asked.at(-1)).toEqual({ from: daysAgo(365) }));
  });

  it('lists five periods at first', async () => {
    const [period] = interruptedTimeline.periods;
    const { region } = await open({
      ...interruptedTimeline,
      cutAt: '2026-02-01T00:00:00.000Z',
      periods: [9, 8, 7, 6, 5, 4, 3].map(day => ({
        ...period,
        from: `2026-02-0${day}T00:00:00.000Z`,
      })),
    });
    await userEvent.click(
      await within(region).findByRole('button', {
        name: 'Show 2 more periods',
      }),
    );
    expect(within(region).getAllByRole('listitem')).toHaveLength(7);
    expect(region).toHaveTextContent(/Changes before Feb 1, 2026.*left out/);
  });

  it('says that nothing is known, or what went wrong', async () => {
    const { region } = await open(emptyTimeline);
    await within(region).findByText(/^Nothing is known of this time/);
    server.use(
      http.get(url, () =>
        failure(500, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    await userEvent.click(
      within(region).getByRole('radio', { name: '30 days' }),
    );
    expect(
      await within(region).findByText(/could not be loaded/),
    ).toBeVisible();
  });
});

describe('sumPeriods', () => {
  it('counts times in a row as one interruption, and one that lasts', () => {
    const day = (from: number, to: number | undefined, status: string) => ({
      from: `2026-01-0${from}T00:00:00.000Z`,
      ...(to && { to: `2026-01-0${to}T00:00:00.000Z` }),
      status,
    });
    const DAY = 24 * 60 * 60_000;
    expect(
      sumPeriods({
        to: '2026-01-09T00:00:00.000Z',
        periods: [
          day(8, undefined, 'not-satisfied'),
          day(6, 8, 'satisfied'),
          day(5, 6, 'risk-accepted'),
          day(4, 5, 'not-assessed'),
          day(2, 4, 'not-applicable'),
          day(1, 2, 'not-satisfied'),
        ],
      } as never),
    ).toEqual({ satisfied: 2 * DAY, known: 8 * DAY, interruptions: 3 });
  });
});
