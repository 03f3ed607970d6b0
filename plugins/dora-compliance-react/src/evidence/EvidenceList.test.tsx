import { registerMswTestHooks } from '@backstage/test-utils';
import {
  Digest,
  computeDigest,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { useState } from 'react';
import {
  documentBytes,
  ledger,
  mergedChange,
} from '../__testUtils__/mergedChange';
import { ledgerUrl, renderWithClient } from '../__testUtils__/renderWithClient';
import { EvidenceList } from './EvidenceList';
import { RawDocument } from './RawDocument';

const server = setupServer();
registerMswTestHooks(server);

const { id, document } = mergedChange;
const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** What is shown of the evidence; of times, which ones. */
const shownFacts = () =>
  Object.fromEntries(
    screen.getAllByRole('term').map(term => {
      const value = term.nextElementSibling;
      const time = value?.querySelector('time')?.dateTime;
      return [term.textContent, time ?? value?.textContent];
    }),
  );

/** A list that is opened and closed again. */
function Reopened({ ids }: { ids: Digest[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(!open)}>
        Open
      </button>
      {open && <EvidenceList entityRef={ledger} ids={ids} />}
    </>
  );
}

describe('EvidenceList', () => {
  it('says in one line what the evidence says, and on demand all of it', async () => {
    server.use(
      http.get(`${ledgerUrl}/evidence/${id}`, () =>
        HttpResponse.json(mergedChange),
      ),
    );
    renderWithClient(<EvidenceList entityRef={ledger} ids={[id]} />);

    const line = await button('Change 7 merged by anna');
    expect(line).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Type')).not.toBeInTheDocument();

    await userEvent.click(line);
    expect(line).toHaveAttribute('aria-expanded', 'true');
    expect(shownFacts()).toEqual({
      Type: 'change-merged',
      Happened: mergedChange.observedAt,
      Recorded: mergedChange.recordedAt,
      Source: 'github, sender verified',
      Proof:
        'signature of the body; it does not cover the event name and the delivery ID',
      Subjects:
        'change: https://github.com/bank/ledger/pull/7commit: gitCommit:abc123',
      'Evidence ID': id,
      Origin: 'pushed by the source',
      'Document digest': document.digest,
    });

    await userEvent.click(line);
    expect(screen.queryByText('Type')).not.toBeInTheDocument();
  });

  /** The facts about the merged change, had it come in another way. */
  async function readFacts(change: Partial<typeof mergedChange>) {
    server.use(
      http.get(`${ledgerUrl}/evidence/${id}`, () =>
        HttpResponse.json({ ...mergedChange, ...change }),
      ),
    );
    renderWithClient(<EvidenceList entityRef={ledger} ids={[id]} />);
    await userEvent.click(await button('Change 7 merged by anna'));
    return shownFacts();
  }

  it.each([
    ['collected', 'collected on a schedule'],
    ['back-filled', 'read from the history of the source (backfill)'],
  ] as const)('says that it was %s', async (origin, words) => {
    const facts = await readFacts({ document: { ...document, origin } });
    expect(facts.Origin).toBe(words);
  });

  it.each([
    ['signed', 'github, signed'],
    ['unverified', 'github, sender not verified'],
    [
      'late',
      'github, sender verified, but received late and not confirmed by the API',
    ],
  ] as const)('says that it is %s', async (verification, words) => {
    // Somebody else may have proven more than whom it first came from.
    const facts = await readFacts({ verification });
    expect(facts.Source).toBe(words);
  });

  it.each<[string, Partial<typeof mergedChange>, string[]]>([
    ['in time and proven', {}, []],
    [
      'of no proven origin',
      { verification: 'unverified' },
      ['Sender not verified'],
    ],
    [
      'recorded days later, but not marked late',
      { recordedAt: Instant.parse('2026-03-09T12:30:00.000Z') },
      [],
    ],
    [
      'late and not confirmed',
      {
        verification: 'late',
        recordedAt: Instant.parse('2026-03-02T12:30:00.000Z'),
      },
      ['Late, not confirmed'],
    ],
    [
      'backfilled, which is late by intention',
      {
        document: { ...document, origin: 'back-filled' },
        recordedAt: Instant.parse('2026-03-02T12:30:00.000Z'),
      },
      ['Backfilled'],
    ],
  ])(
    'marks evidence that is %s before it is opened',
    async (_, change, marks) => {
      server.use(
        http.get(`${ledgerUrl}/evidence/${id}`, () =>
          HttpResponse.json({ ...mergedChange, ...change }),
        ),
      );
      renderWithClient(<EvidenceList entityRef={ledger} ids={[id]} />);
      await button('Change 7 merged by anna');
      const all = [
        'Sender not verified',
        'Late',
        'Late, not confirmed',
        'Backfilled',
      ];
      expect(all.filter(mark => screen.queryByText(mark))).toEqual(marks);
    },
  );

  it('says how late it was recorded, if it is marked late', async () => {
    const facts = await readFacts({
      verification: 'late',
      recordedAt: Instant.parse('2026-03-02T12:30:00.000Z'),
    });
    expect(facts.Late).toBe('Recorded 1 day 2 hr after it happened');
  });

  it('says nothing of a lag that is no problem', async () => {
    const facts = await readFacts({
      recordedAt: Instant.parse('2026-03-02T12:30:00.000Z'),
    });
    expect(facts).not.toHaveProperty('Late');
    expect(facts).not.toHaveProperty('Redacted');
  });

  describe('with several pieces of evidence', () => {
    const reviewed = {
      ...mergedChange,
      id: Digest.parse(`sha256:${'a'.repeat(64)}`),
      title: 'Change 7 approved by bob',
    };
    const elsewhere = {
      ...mergedChange,
      id: Digest.parse(`sha256:${'b'.repeat(64)}`),
      title: 'Deployment 7 succeeded',
      document: { ...document, digest: computeDigest('another document') },
    };
    const all = [mergedChange, reviewed, elsewhere];

    function answerAll() {
      const asked: string[] = [];
      server.use(
        http.get(`${ledgerUrl}/:what/:digest`, ({ params }) => {
          const digest = String(params.digest);
          asked.push(digest);
          return params.what === 'documents'
            ? HttpResponse.arrayBuffer(documentBytes.buffer)
            : HttpResponse.json(all.find(item => item.id === digest));
        }),
      );
      return asked;
    }

    it('shows each document once', async () => {
      answerAll();
      renderWithClient(
        <EvidenceList
          entityRef={ledger}
          ids={[...all, mergedChange].map(item => item.id)}
        />,
      );
      const list = await screen.findByRole('list', { name: 'Evidence' });
      expect(
        within(list)
          .getAllByRole('listitem')
          .map(item => item.textContent),
      ).toEqual([
        '▸Change 7 merged by anna; Change 7 approved by bob',
        '▸Deployment 7 succeeded',
      ]);
      await userEvent.click(await button(/Change 7/));
      const terms = screen.getAllByRole('term').map(term => term.textContent);
      expect(terms.filter(term => term === 'Evidence ID')).toHaveLength(2);
      expect(terms.filter(term => term === 'Document digest')).toHaveLength(1);
    });

    it('asks for each only once, also when it is shown again', async () => {
      const asked = answerAll();
      const ids = [...all, ...all].map(item => item.id);
      renderWithClient(<Reopened ids={ids} />);
      for (let time = 0; time < 3; time++) {
        await userEvent.click(await button('Open'));
        await userEvent.click(await button(/Change 7/));
        await userEvent.click(await button('Show raw document'));
        await screen.findByText('The bytes match the digest');
        await userEvent.click(await button('Open'));
      }
      expect(asked.sort()).toEqual(
        [...all.map(item => item.id), document.digest].sort(),
      );
    });
  });

  it('asks for a document for each entity, whose readers may differ', async () => {
    const asked: string[] = [];
    server.use(
      http.get('http://backend/*', ({ request: { url } }) => {
        if (!url.includes('/documents/')) {
          return HttpResponse.json(mergedChange);
        }
        asked.push(new URL(url).pathname.split('/')[6]!);
        return HttpResponse.arrayBuffer(documentBytes.buffer);
      }),
    );
    const entities = [ledger, 'component:default/gateway'];
    renderWithClient(
      <>
        {entities.map(entityRef => (
          <RawDocument
            key={entityRef}
            entityRef={entityRef}
            digest={document.digest}
          />
        ))}
      </>,
    );
    expect(await screen.findAllByLabelText('Raw document')).toHaveLength(2);
    expect(asked).toEqual(['ledger', 'gateway']);
  });

  it('says how much was removed, what, and by which rule', async () => {
    const redactions = [
      { pointer: '/sender/email', rule: 'personal-data' },
      { pointer: '/hook/config/secret', rule: 'github-token' },
    ];
    await readFacts({ document: { ...document, redactions } });
    await userEvent.click(
      screen.getByText('2 values were removed before the document was stored'),
    );
    expect(
      within(screen.getByRole('group'))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '/sender/email (personal-data)',
      '/hook/config/secret (github-token)',
    ]);
  });

  it('shows the raw document on demand', async () => {
    server.use(
      http.get(`${ledgerUrl}/evidence/${id}`, () =>
        HttpResponse.json(mergedChange),
      ),
      http.get(`${ledgerUrl}/documents/${document.digest}`, () =>
        HttpResponse.arrayBuffer(documentBytes.buffer),
      ),
    );
    renderWithClient(<EvidenceList entityRef={ledger} ids={[id]} />);

    await userEvent.click(await button('Change 7 merged by anna'));
    await userEvent.click(await button('Show raw document'));
    expect(await screen.findByLabelText('Raw document')).toHaveTextContent(
      'Café',
    );
    await userEvent.click(await button('Hide raw document'));
    expect(screen.queryByLabelText('Raw document')).not.toBeInTheDocument();
  });

  it('says that the evidence cannot be read, and why', async () => {
    server.use(
      http.get(`${ledgerUrl}/evidence/${id}`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotFoundError', message: 'No such evidence.' },
            response: { statusCode: 404 },
          },
          { status: 404 },
        ),
      ),
    );
    renderWithClient(<EvidenceList entityRef={ledger} ids={[id]} />);
    const title = await screen.findByText('The evidence could not be loaded');
    expect(title.closest('[data-status="danger"]')).toHaveTextContent(
      'No such evidence.',
    );
  });
});
