import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { failure, fault } from '../__testUtils__/fault';
import { instantsIn } from '../__testUtils__/instantsIn';
import {
  answerPages,
  answerSources,
  renderSources,
} from '../__testUtils__/renderSources';
import {
  documentsUrl,
  github,
  partial,
  rejected,
  sourcesUrl,
} from '../__testUtils__/sourceViews';
import { shortDigest } from './DocumentItem';

const server = setupServer();
registerMswTestHooks(server);

const address = '?source=github';
const { digest } = rejected.document;
const another = {
  ...rejected,
  document: {
    ...rejected.document,
    digest: computeDigest(new Uint8Array([7])),
  },
  rejection: 'The event has no name.',
};
const replayOne = `Replay ${shortDigest(digest)}`;

describe('rejected documents of a source', () => {
  it('are listed with reason, time, size and digest; more of them on demand', async () => {
    answerSources(server);
    const asked = answerPages(server, documentsUrl, [[rejected], [another]]);
    renderSources(address);
    const list = await screen.findByRole('list', {
      name: 'Rejected documents',
    });
    const [item] = within(list).getAllByRole('listitem');
    expect(item).toHaveTextContent('deployment.sha is missing.');
    expect(instantsIn(item)).toEqual(['2026-03-01T10:00:00.000Z']);
    expect(item).toHaveTextContent('2,048 bytes');
    expect(item).toHaveTextContent('sender verified');
    expect(within(item!).getByTitle(digest)).toHaveTextContent(
      /^sha256:[0-9a-f]{12}…$/,
    );

    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('The event has no name.')).toBeVisible();
    expect(screen.getByText('deployment.sha is missing.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
    expect(asked).toEqual([
      '?sourceId=github&state=rejected',
      '?sourceId=github&state=rejected&cursor=1',
    ]);
  });

  it('are replayed one by one', async () => {
    const sources = answerSources(server);
    answerPages(server, documentsUrl, [[rejected, another]]);
    const replayed: unknown[] = [];
    server.use(
      http.post(`${documentsUrl}/:digest/replay`, ({ params }) => {
        replayed.push(params.digest);
        answerPages(server, documentsUrl, [[another]]);
        return HttpResponse.json({ ...rejected, state: 'waiting' });
      }),
    );
    renderSources(address);
    await userEvent.click(
      await screen.findByRole('button', { name: replayOne }),
    );
    expect(
      await screen.findByText(`${shortDigest(digest)} is queued for replay.`),
    ).toHaveAttribute('role', 'status');
    expect(replayed).toEqual([digest]);
    await waitFor(() =>
      expect(screen.queryByText('deployment.sha is missing.')).toBeNull(),
    );
    expect(screen.getByText('The event has no name.')).toBeVisible();
    expect(sources.times).toBe(2);
  });

  it('say why one could not be replayed', async () => {
    answerSources(server);
    answerPages(server, documentsUrl, [[rejected]]);
    server.use(
      http.post(`${documentsUrl}/:digest/replay`, () =>
        fault('document-unknown'),
      ),
    );
    renderSources(address);
    await userEvent.click(
      await screen.findByRole('button', { name: replayOne }),
    );
    expect(await screen.findByText('The action failed')).toBeInTheDocument();
    expect(screen.getByText('deployment.sha is missing.')).toBeVisible();
  });

  it('are all replayed, call by call, with how far it is', async () => {
    const none = { ...github.documents!.all, rejected: 0 };
    const documents = { ...github.documents!, all: none };
    answerSources(server);
    answerPages(server, documentsUrl, [[rejected]]);
    let call = 0;
    let letGo = () => {};
    server.use(
      http.post(`${sourcesUrl}/github/replay`, async () => {
        call += 1;
        if (call === 2) {
          await new Promise<void>(resolve => {
            letGo = resolve;
          });
        }
        return HttpResponse.json(
          call === 1 ? { queued: 3, more: true } : { queued: 1, more: false },
        );
      }),
    );
    renderSources(address);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Replay all' }),
    );
    const bar = await screen.findByRole('progressbar', {
      name: 'Documents queued for replay',
    });
    expect(bar).toHaveAttribute('aria-valuenow', '3');
    expect(bar).toHaveAttribute('aria-valuemax', '4');
    expect(screen.getByText('3 documents are queued so far.')).toBeVisible();
    answerSources(server, [{ ...github, documents }]);
    answerPages(server, documentsUrl, []);
    letGo();
    expect(
      await screen.findByText('4 documents are queued for replay.'),
    ).toBeVisible();
    expect(call).toBe(2);
    expect(await screen.findByText('No documents are rejected')).toBeVisible();
    expect(screen.getByText(/^4 documents are queued/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Replay all' })).toBeNull();
    expect(screen.queryByRole('progressbar', { name: /queued/ })).toBeNull();
  });

  it('are not asked for forever when nothing is taken', async () => {
    answerSources(server);
    answerPages(server, documentsUrl, [[rejected]]);
    let calls = 0;
    server.use(
      http.post(`${sourcesUrl}/github/replay`, () => {
        calls += 1;
        return HttpResponse.json({ queued: 0, more: true });
      }),
    );
    renderSources(address);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Replay all' }),
    );
    await screen.findByText('0 documents are queued for replay.');
    expect(calls).toBe(1);
  });

  it('offer nothing to those who may not', async () => {
    answerSources(server);
    answerPages(server, documentsUrl, [[rejected]]);
    renderSources(address, [
      'dora-compliance.source.operate',
      'dora-compliance.document.replay',
    ]);
    await screen.findByText('deployment.sha is missing.');
    expect(screen.queryByRole('button', { name: /Replay/ })).toBeNull();
  });

  it('are said to be hidden from those who may not see documents', async () => {
    answerSources(server);
    server.use(
      http.get(documentsUrl, () =>
        failure(403, { name: 'NotAllowedError', message: 'Denied.' }),
      ),
    );
    renderSources(address);
    expect(await screen.findByText('No permission')).toBeInTheDocument();
    expect(screen.queryByText('No documents are rejected')).toBeNull();
  });
});

describe('partial documents of a source', () => {
  it('are listed with what could not be read', async () => {
    answerSources(server);
    const asked = answerPages(server, documentsUrl, [[partial]]);
    renderSources(`${address}&tab=partial`);
    const flaws = await screen.findByRole('list', {
      name: 'What could not be read',
    });
    expect(
      within(flaws)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(partial.flaws);
    expect(asked).toEqual(['?sourceId=github&state=partial']);
  });

  it('are replayed, one by one and all', async () => {
    answerSources(server, [
      {
        ...github,
        documents: {
          ...github.documents!,
          all: { ...github.documents!.all, partial: 1 },
        },
      },
    ]);
    answerPages(server, documentsUrl, [[partial]]);
    const replayed: unknown[] = [];
    server.use(
      http.post(`${documentsUrl}/:digest/replay`, ({ params }) => {
        replayed.push(params.digest);
        return HttpResponse.json({ queued: true });
      }),
      http.post(`${sourcesUrl}/github/replay`, ({ request }) => {
        replayed.push(new URL(request.url).search);
        return HttpResponse.json({ queued: 1, more: false });
      }),
    );
    renderSources(`${address}&tab=partial`);
    const { digest: own } = partial.document;
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Replay ${shortDigest(own)}`,
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Replay all' }));
    expect(
      await screen.findByText('1 document is queued for replay.'),
    ).toBeInTheDocument();
    expect(replayed).toEqual([
      own,
      expect.stringMatching(/^\?state=partial&until=20/),
    ]);
  });

  it('are said not to exist when there are none', async () => {
    answerSources(server);
    answerPages(server, documentsUrl, []);
    renderSources(`${address}&tab=partial`);
    expect(
      await screen.findByText('No documents are partial'),
    ).toBeInTheDocument();
  });
});
