import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { failure } from '../../__testUtils__/fault';
import { ledgerUrl, review } from '../../__testUtils__/ledgerViews';
import { renderForLedger } from '../../__testUtils__/renderForLedger';
import { github, sourcesUrl } from '../../__testUtils__/sourceViews';
import { ComplianceTab } from '../ComplianceTab';

const server = setupServer();
registerMswTestHooks(server);

const url = `${ledgerUrl}/evidence`;

/** Answers with pages of evidence, and returns what was asked for. */
function answer(...pages: object[][]) {
  const asked: Record<string, string>[] = [];
  server.use(
    http.get(sourcesUrl, () => HttpResponse.json({ items: [github] })),
    http.get(url, ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(Object.fromEntries(searchParams));
      const place = Number(searchParams.get('cursor') ?? 0);
      return HttpResponse.json({
        items: pages[place] ?? [],
        ...(place + 1 < pages.length && { nextCursor: String(place + 1) }),
      });
    }),
  );
  return asked;
}

const listPieces = () =>
  within(
    screen.getByRole('list', { name: 'Evidence about this asset' }),
  ).getAllByRole('listitem');

describe('the evidence of an asset', () => {
  it('is listed with its type, source, level and time, page by page', async () => {
    const second = {
      ...review,
      id: `sha256:${'1'.repeat(64)}`,
      title: 'Another one',
      verification: 'unverified',
    };
    const asked = answer([review], [second]);
    renderForLedger(<ComplianceTab />, '/?view=evidence');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load more' }),
    );
    await waitFor(() => expect(listPieces()).toHaveLength(2));
    expect(listPieces()[0]).toHaveTextContent(
      /Change 7 approved by anna.*change-reviewedGitHubsender verified.* ago$/,
    );
    expect(listPieces()[1]).toHaveTextContent(/sender not verified/);
    expect(asked).toEqual([{ limit: '25' }, { limit: '25', cursor: '1' }]);
  });

  it('is narrowed by what the address says, and leaves out what is not valid', async () => {
    const asked = answer([]);
    renderForLedger(
      <ComplianceTab />,
      '/?view=evidence&type=change-reviewed&source=github&level=signed&from=2026-03-01&to=never',
    );
    expect(
      await screen.findByText('No evidence matches all filters.'),
    ).toBeVisible();
    expect(asked).toEqual([
      {
        limit: '25',
        type: 'change-reviewed',
        sourceId: 'github',
        verification: 'signed',
        from: '2026-03-01',
      },
    ]);
  });

  it('changes the address with a filter, and takes it away again', async () => {
    const asked = answer([review]);
    renderForLedger(<ComplianceTab />, '/?view=evidence');
    await waitFor(() => expect(listPieces()).toHaveLength(1));
    const to = screen.getByLabelText('Happened on or before');
    fireEvent.change(to, { target: { value: '2026-03-31' } });
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({ limit: '25', to: '2026-03-31' }),
    );
    fireEvent.change(screen.getByLabelText('Happened on or before'), {
      target: { value: '' },
    });
    await waitFor(() => expect(asked.at(-1)).toEqual({ limit: '25' }));
  });

  it('has its source to choose for readers who may not list sources', async () => {
    answer([review]);
    server.use(
      http.get(sourcesUrl, () =>
        failure(403, { name: 'NotAllowedError', message: 'No' }),
      ),
    );
    renderForLedger(<ComplianceTab />, '/?view=evidence');
    await waitFor(() => expect(listPieces()).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: /Source/ }));
    expect(
      (await screen.findAllByRole('option')).map(one => one.textContent),
    ).toEqual(['All', 'github']);
  });

  it('is only what the address names, with a way to all of it', async () => {
    answer([review]);
    server.use(
      http.get(`${url}/${encodeURIComponent(review.id)}`, () =>
        HttpResponse.json(review),
      ),
      http.get(`${url}/:id`, () => HttpResponse.json(review)),
    );
    renderForLedger(
      <ComplianceTab />,
      `/?by=layer&view=evidence&id=${encodeURIComponent(review.id)}`,
    );
    expect(
      await screen.findByText(/^1 piece of evidence is selected/),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', { name: /Change 7 approved/ }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All controls' })).toHaveAttribute(
      'href',
      '/?by=layer',
    );
    expect(screen.getByRole('link', { name: /^Show all/ })).toHaveAttribute(
      'href',
      '/?by=layer&view=evidence',
    );
  });

  it('says that there is none, and what went wrong', async () => {
    answer([]);
    const { unmount } = renderForLedger(<ComplianceTab />, '/?view=evidence');
    expect(
      await screen.findByText('No evidence about this asset was recorded yet.'),
    ).toBeVisible();
    unmount();
    server.use(
      http.get(url, () =>
        failure(500, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    renderForLedger(<ComplianceTab />, '/?view=evidence');
    expect(
      await screen.findByText(
        'The evidence about this asset could not be loaded',
      ),
    ).toBeVisible();
  });
});
