import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { TrendAnnotation } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { scorecardUrl, trend } from '../__testUtils__/organizationViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { TrendSection } from './TrendSection';

const server = setupServer();
registerMswTestHooks(server);

const chg2 = { id: 'chg-02-x', code: 'CHG-02', title: 'Four eyes' };
const controls = (more: object): TrendAnnotation => ({
  kind: 'controls',
  day: '2026-10-05',
  change: 'changed',
  amount: 1,
  controls: [chg2],
  ...more,
});
const gap = (more: object): TrendAnnotation => ({
  kind: 'gap',
  day: '2026-10-03',
  source: { id: 'github', title: 'GitHub' },
  cause: 'receiver-down',
  ...more,
});

/** Shows a trend with annotations, its table open. */
async function open(annotations: TrendAnnotation[], more: object = {}) {
  const answer = { ...trend, annotations, ...more };
  server.use(
    http.get(`${scorecardUrl}/trend`, () => HttpResponse.json(answer)),
  );
  renderForLedger(
    <TrendSection scope={{ of: 'system', ref: 'system:default/pay' }} />,
  );
  await userEvent.click(await screen.findByText('Values as a table'));
}

const listRows = () =>
  within(screen.getByRole('table', { name: 'Values as a table' }))
    .getAllByRole('row')
    .map(({ textContent }) => textContent);

describe('what happened in a trend', () => {
  it('is told in the table, also on days without another score', async () => {
    await open([
      controls({}),
      gap({ until: '2026-10-04', closed: '2026-10-09' }),
    ]);
    expect(listRows()).toEqual([
      'FromCoverageComplianceAssetsWhat happened',
      'Oct 9, 202650%99%2GitHub: the gap that began on Oct 3, 2026 was closed.',
      'Oct 5, 202625%99%1Control changed: CHG-02 Four eyes.',
      'Oct 3, 202625%99%1GitHub: evidence of Oct 3, 2026 to Oct 4, 2026 may be missing. The backend did not run. The gap was closed on Oct 9, 2026.',
      'Oct 2, 202625%99%1',
    ]);
  });

  it.each([
    [
      controls({ change: 'removed', controls: [{ id: 'x', code: 'CHG-09' }] }),
      'Control removed: CHG-09.',
    ],
    [
      controls({
        change: 'code-changed',
        amount: 30,
        controls: [chg2, { id: 'x', code: 'CHG-09' }],
      }),
      'The code that assesses 30 controls changed: CHG-02, CHG-09, 28 more.',
    ],
    [
      gap({ cause: 'collector-silent', targets: 2 }),
      'GitHub: evidence may be missing since Oct 3, 2026, and still is. The source could not be read completely. It is about 2 repositories and pipelines.',
    ],
    [
      gap({ until: '2026-10-03', source: { id: 'own' } }),
      'own: evidence of Oct 3, 2026 may be missing. The backend did not run.',
    ],
    [
      { kind: 'risk' as const, day: '2026-10-05', accepted: 2, ended: 1 },
      'The risks of 2 findings were accepted. The risk of 1 finding is no longer accepted.',
    ],
  ])('is told in sentences: %j', async (annotation, sentence) => {
    await open([annotation]);
    expect(screen.getByText(sentence)).toBeInTheDocument();
  });

  it('has a marker with a word, which the keyboard opens and closes', async () => {
    await open([controls({})]);
    const marker = await screen.findByRole('button', {
      name: 'Controls, Oct 5, 2026',
    });
    expect(marker).toHaveTextContent(/^Controls$/);
    expect(marker).toHaveAttribute('aria-expanded', 'false');
    marker.focus();
    await userEvent.keyboard('{Enter}');
    const list = screen.getByRole('list', { name: 'What happened' });
    expect(list).toHaveTextContent(
      'Oct 5, 2026: Control changed: CHG-02 Four eyes.',
    );
    expect(marker).toHaveAttribute('aria-controls', list.id);
    // The score of that day is read, too.
    expect(
      screen.getByText('Oct 2, 2026: coverage 25%, compliance 99%, assets: 1'),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('list', { name: 'What happened' })).toBeNull();
  });

  it('has one marker for events of a few days', async () => {
    await open([controls({}), gap({ until: '2026-10-03' })]);
    await userEvent.click(
      await screen.findByRole('button', {
        name: '2 events, Oct 3, 2026 to Oct 5, 2026',
      }),
    );
    expect(
      within(screen.getByRole('list', { name: 'What happened' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(2);
    expect(screen.getByText('Evidence may be missing')).toBeInTheDocument();
  });

  it('says that the past is outdated, and what is left out', async () => {
    await open([], { isPastOutdated: true, omittedAnnotations: 7 });
    expect(
      screen.getByText(
        /still those of former controls, or of less evidence than is known today\. 7 earlier events are left out\.$/,
      ),
    ).toBeInTheDocument();
    expect(listRows()[0]).toBe('FromCoverageComplianceAssets');
  });
});
