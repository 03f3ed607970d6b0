import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  answerScorecards,
  scorecardUrl,
  trend,
} from '../__testUtils__/organizationViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import type { ScorecardScope } from '../scorecard/ScorecardScope';
import { TrendSection } from './TrendSection';

const server = setupServer();
registerMswTestHooks(server);

const pay: ScorecardScope = { of: 'system', ref: 'system:default/pay' };
const bank: ScorecardScope = { of: 'domain', ref: 'domain:default/bank' };

const open = (address = '/', scope = pay) =>
  renderForLedger(<TrendSection scope={scope} />, address);

const answerWith = (body: object) =>
  server.use(http.get(`${scorecardUrl}/trend`, () => HttpResponse.json(body)));

describe('TrendSection', () => {
  it('draws a line for each number, which differ in more than color', async () => {
    answerWith(trend);
    open();
    const chart = await screen.findByRole('img', {
      name: /^Coverage and compliance from/,
    });
    const [coverage, compliance] = chart.querySelectorAll('path');
    expect(coverage!.getAttribute('class')).not.toBe(
      compliance!.getAttribute('class'),
    );
    // A step goes across first, then up or down.
    expect(coverage!.getAttribute('d')).toMatch(/^M[\d.]+,([\d.]+)L[\d.]+,\1L/);
  });

  it('reads each day in words, with the keyboard', async () => {
    answerWith(trend);
    open();
    const slider = await screen.findByRole('slider', { name: 'Day' });
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/coverage 50%, compliance 99%, assets: 2$/),
    );
    fireEvent.change(slider, { target: { value: '0' } });
    expect(
      screen.getByText('Oct 2, 2026: coverage 25%, compliance 99%, assets: 1'),
    ).toBeInTheDocument();
  });

  it('has the same values as a table, the latest first', async () => {
    answerWith(trend);
    open();
    await userEvent.click(await screen.findByText('Values as a table'));
    const rows = within(
      screen.getByRole('table', { name: 'Values as a table' }),
    ).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'FromCoverageComplianceAssets',
      'Oct 9, 202650%99%2',
      'Oct 2, 202625%99%1',
    ]);
  });

  it('says when history begins, and what is counted', async () => {
    answerWith({ ...trend, belonging: 'now' });
    open('/?range=3y');
    expect(
      await screen.findByText(
        'History begins on Oct 2, 2026. All days count the assets that belong here now.',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    [false, /on that day belonged to the systems that this domain has now\.$/],
    [true, /All days count the assets that belong here now\.$/],
  ])(
    'says that a domain has the systems of now: partial %p',
    async (isPartial, text) => {
      answerWith({ ...trend, belonging: 'now', isPartial });
      open('/', bank);
      expect(await screen.findByText(text)).toBeInTheDocument();
    },
  );

  it('says which scores are reconstructed', async () => {
    const [first, ...rest] = trend.days;
    answerWith({
      ...trend,
      recordedFrom: '2026-10-20',
      days: [{ ...first!, isReconstructed: true }, ...rest],
    });
    open();
    expect(
      await screen.findByText(
        /Before Oct 20, 2026, scores are reconstructed from the evidence that is known today\./,
      ),
    ).toBeInTheDocument();
  });

  it('says that there is no history', async () => {
    answerWith({ ...trend, days: [] });
    open();
    expect(
      await screen.findByText(/There is no score of this time/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('has its range in the address', async () => {
    const asked = answerScorecards(server);
    open('/?range=30d');
    expect(await screen.findByRole('radio', { name: '30 days' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '1 year' }));
    await screen.findByRole('img');
    const lengths = asked.map(text => {
      const query = new URLSearchParams(text.split('?')[1]);
      return (
        (Date.parse(query.get('to')!) - Date.parse(query.get('from')!)) /
        86_400_000
      );
    });
    expect(lengths).toEqual([30, 365]);
  });

  it('says what went wrong', async () => {
    server.use(
      http.get(`${scorecardUrl}/trend`, () =>
        HttpResponse.json({}, { status: 503 }),
      ),
    );
    open();
    expect(
      await screen.findByText('The trend could not be loaded'),
    ).toBeInTheDocument();
  });
});
