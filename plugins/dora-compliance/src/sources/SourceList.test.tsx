import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { errorCodes } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { failure } from '../__testUtils__/fault';
import { instantsIn } from '../__testUtils__/instantsIn';
import {
  answerPages,
  answerSources,
  renderSources,
} from '../__testUtils__/renderSources';
import { guides } from '../page/guides';
import {
  documentsUrl,
  github,
  gitlab,
  off,
  sourcesUrl,
} from '../__testUtils__/sourceViews';

const server = setupServer();
registerMswTestHooks(server);

/** The facts of a source by their names. */
function readFacts(card: HTMLElement) {
  return Object.fromEntries(
    within(card)
      .getAllByRole('term')
      .map(term => [term.textContent, term.nextElementSibling?.textContent]),
  );
}

describe('the list of evidence sources', () => {
  it('has the gravest first, each with its state and why', async () => {
    answerSources(server, [gitlab, github]);
    renderSources();
    const list = await screen.findByRole('list', { name: 'Evidence sources' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(within(first!).getByRole('heading')).toHaveTextContent('GitHub');
    expect(within(first!).getByText('Failing')).toBeInTheDocument();
    expect(
      within(first!).getByText(/3 of the 5 documents of the last day/),
    ).toBeInTheDocument();
    expect(within(second!).getByRole('heading')).toHaveTextContent('GitLab');
    expect(within(second!).getByText('Healthy')).toBeInTheDocument();
  });

  it('names a source as its module does, or else by its id', async () => {
    const { title, ...untitled } = gitlab;
    answerSources(server, [
      { ...gitlab, id: 'my-ci', title: 'My CI' },
      { ...untitled, id: 'plain-ci' },
      { ...untitled, id: 'people' },
    ]);
    renderSources();
    const list = await screen.findByRole('list', { name: 'Evidence sources' });
    expect(
      within(list)
        .getAllByRole('heading')
        .map(heading => heading.textContent),
    ).toEqual(['My CI', 'plain-ci', 'People']);
  });

  it('counts nothing for those who may not read the whole catalog', async () => {
    const { documents, refused, lastReceivedAt, ...inPart } = github;
    answerSources(server, [inPart]);
    renderSources();
    const list = await screen.findByRole('list', { name: 'Evidence sources' });
    expect(within(list).queryByRole('table')).not.toBeInTheDocument();
    expect(
      within(list).getByText(/users who may read the whole catalog/),
    ).toBeInTheDocument();
    expect(readFacts(list)).toMatchObject({
      'Last received': 'not shown',
      'Refused deliveries in the last 24 hours': 'not shown',
    });
  });

  it('says why a source is off and what to set, after all others', async () => {
    answerSources(server, [off, gitlab]);
    renderSources();
    const list = await screen.findByRole('list', { name: 'Evidence sources' });
    const [, last] = within(list).getAllByRole('listitem');
    expect(within(last!).getByText('Off')).toBeInTheDocument();
    expect(
      within(last!).getByText(/webhookTokens is not set/),
    ).toBeInTheDocument();
    // Nothing came, so there is nothing to count.
    expect(within(last!).queryByRole('table')).not.toBeInTheDocument();
    expect(last).not.toHaveTextContent('is read from this Backstage');
  });

  it('has a source that is misconfigured first, with what came before', async () => {
    const { documents } = github;
    answerSources(server, [
      github,
      { ...off, state: 'misconfigured', documents },
    ]);
    renderSources();
    const list = await screen.findByRole('list', { name: 'Evidence sources' });
    const [first] = within(list).getAllByRole('listitem');
    expect(
      within(first!).getByText('Off: wrong configuration'),
    ).toBeInTheDocument();
    expect(within(first!).getByRole('table')).toBeInTheDocument();
  });

  it('shows what of the configuration needs attention', async () => {
    answerSources(server, [{ ...github, notices: ['A secret is not set.'] }]);
    renderSources();
    expect(await screen.findByText('A secret is not set.')).toBeInTheDocument();
  });

  it('counts documents of the last day and in all', async () => {
    answerSources(server, [github]);
    renderSources();
    const table = await screen.findByRole('table', {
      name: 'Documents of GitHub',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row =>
          [...row.children].map(({ textContent }) => textContent).join(' '),
        ),
    ).toEqual([
      'Documents Received Rejected Partial Waiting',
      'Last 24 hours 5 3 1 0',
      'In total 1,200 4 2 0',
    ]);
  });

  it('says how late, what was missed, and how the collector is', async () => {
    answerSources(server, [github]);
    renderSources();
    const item = await screen.findByRole('listitem');
    const facts = readFacts(item);
    expect(facts).toMatchObject({
      'Events received': '8 of 10, 2 missed',
      Delay: '5 sec until recorded',
      'Open gaps': '1',
      Targets: '2 in total, 1 incomplete',
      'Clock difference': '2 sec behind this backend',
    });
    expect(facts['Refused deliveries in the last 24 hours']).toBe(
      `1,200: ${errorCodes['signature-invalid'].meaning}1: The body is larger than 5 MiB.`,
    );
    expect(facts['Last received']).toMatch(/ ago$/);
    expect(facts['Last collection']).toMatch(
      / ago.*bank\/ledger: GitHub answered 403\./,
    );
    expect(instantsIn(item)).toEqual([
      github.lastReceivedAt,
      github.lastHeartbeat?.at,
    ]);
  });

  it('says what is not known, never that it is fine', async () => {
    answerSources(server, [
      { ...github, lastHeartbeat: undefined, clockSkew: undefined, lag: {} },
    ]);
    renderSources();
    expect(readFacts(await screen.findByRole('listitem'))).toMatchObject({
      Delay: 'unknown',
      'Last collection': 'none yet',
      'Clock difference': 'unknown',
    });
  });

  it('leads to one source and back, with the address saying so', async () => {
    answerSources(server);
    answerPages(server, documentsUrl, []);
    renderSources();
    await userEvent.click(await screen.findByRole('link', { name: 'GitLab' }));
    expect(
      await screen.findByText('No documents are rejected'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Address')).toHaveTextContent('source=gitlab');
    expect(screen.getByRole('heading', { name: 'GitLab' })).toHaveFocus();
    await waitFor(() => expect(document.title).toContain('GitLab'));
    await userEvent.click(
      screen.getByRole('link', { name: 'All evidence sources' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Evidence sources' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'GitLab' })).toHaveFocus();
    await waitFor(() => expect(document.title).not.toContain('GitLab'));
  });

  it('says what to do when no source is installed', async () => {
    answerSources(server, []);
    renderSources();
    expect(
      await screen.findByText('No evidence source is installed'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /How to install the modules/ }),
    ).toHaveAttribute('href', guides.install);
  });

  it('says what to do until the first CI system has delivered evidence', async () => {
    const { lastReceivedAt, ...unheard } = gitlab;
    const waiting = {
      ...unheard,
      state: 'never-heard' as const,
      documents: off.documents,
    };
    const catalog = { ...gitlab, id: 'catalog', title: undefined };
    answerSources(server, [catalog, waiting, off]);
    const { unmount } = renderSources();
    const hint = await screen.findByRole('region', {
      name: 'No CI system has delivered evidence yet',
    });
    expect(
      within(hint).getByRole('link', { name: /How to set up evidence/ }),
    ).toHaveAttribute('href', guides.sources);
    // Only the catalog has documents to count.
    expect(screen.getAllByRole('table')).toHaveLength(1);
    unmount();

    answerSources(server, [catalog, gitlab, off]);
    renderSources();
    await screen.findByRole('list', { name: 'Evidence sources' });
    expect(screen.queryByText(/No CI system has delivered/)).toBeNull();
  });

  it('says when a source is not there', async () => {
    answerSources(server);
    renderSources('?source=bamboo');
    expect(await screen.findByText('Unknown source')).toBeInTheDocument();
  });

  it('says why it can not be loaded, and tries again', async () => {
    server.use(
      http.get(sourcesUrl, () =>
        failure(500, { name: 'Error', message: 'The database is away.' }),
      ),
    );
    renderSources();
    expect(
      await screen.findByText('The evidence sources could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByText('The database is away.')).toBeInTheDocument();
    answerSources(server);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('list', { name: 'Evidence sources' }),
    ).toBeInTheDocument();
  });

  it('asks nothing for those who may not read it, and tells them so', async () => {
    const asked = answerSources(server);
    renderSources('', ['dora-compliance.source.read']);
    expect(await screen.findByText('No permission')).toBeInTheDocument();
    expect(
      screen.getByText(
        /You need the permission dora-compliance\.source\.read .* ask/,
      ),
    ).toBeInTheDocument();
    expect(asked.times).toBe(0);
  });

  it('looks again while documents wait to be read', async () => {
    const waiting = { ...gitlab.documents!.all, waiting: 1 };
    let turn = 0;
    server.use(
      http.get(sourcesUrl, () => {
        turn += 1;
        const documents = { ...gitlab.documents, all: waiting };
        return HttpResponse.json({
          items: [turn === 1 ? { ...gitlab, documents } : github],
        });
      }),
    );
    renderSources();
    await screen.findByText('Healthy');
    expect(await screen.findByText('Failing')).toBeInTheDocument();
  });
});
