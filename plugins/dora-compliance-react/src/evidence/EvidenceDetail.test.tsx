import { registerMswTestHooks } from '@backstage/test-utils';
import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  documentBytes,
  ledger,
  mergedChange,
} from '../__testUtils__/mergedChange';
import { ledgerUrl, renderWithClient } from '../__testUtils__/renderWithClient';
import { EvidenceDetail } from './EvidenceDetail';

const server = setupServer();
registerMswTestHooks(server);

const { id, document } = mergedChange;
const button = (name: string) => screen.findByRole('button', { name });

describe('EvidenceDetail', () => {
  it('says in one line what the evidence says, and on demand all of it', async () => {
    server.use(
      http.get(`${ledgerUrl}/evidence/${id}`, () =>
        HttpResponse.json(mergedChange),
      ),
    );
    renderWithClient(<EvidenceDetail entityRef={ledger} id={id} />);

    const line = await button('Change 7 merged by anna');
    expect(line).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Type')).not.toBeInTheDocument();

    await userEvent.click(line);
    expect(line).toHaveAttribute('aria-expanded', 'true');
    const facts = screen
      .getAllByRole('term')
      .map(term => [term.textContent, term.nextElementSibling?.textContent]);
    expect(Object.fromEntries(facts)).toEqual({
      Type: 'change-merged',
      Observed: '1 Mar 2026, 10:00 UTC',
      Recorded: '1 Mar 2026, 10:00 UTC',
      Source: 'github, sender proven',
      Proof:
        'the content is signed; the name of the event and the id of the delivery are not',
      Origin: 'pushed by the source as it happened',
      About:
        'change: https://github.com/bank/ledger/pull/7commit: gitCommit:abc123',
      'Evidence id': id,
    });

    await userEvent.click(line);
    expect(screen.queryByText('Type')).not.toBeInTheDocument();
  });

  /** The facts about the merged change, had it come in another way. */
  async function factsOf(change: Partial<typeof mergedChange>) {
    server.use(
      http.get(`${ledgerUrl}/evidence/${id}`, () =>
        HttpResponse.json({ ...mergedChange, ...change }),
      ),
    );
    renderWithClient(<EvidenceDetail entityRef={ledger} id={id} />);
    await userEvent.click(await button('Change 7 merged by anna'));
    return Object.fromEntries(
      screen
        .getAllByRole('term')
        .map(term => [term.textContent, term.nextElementSibling?.textContent]),
    );
  }

  it.each([
    ['collected', 'collected: asked for on a schedule'],
    ['back-filled', 'back-filled: asked for afterwards'],
  ] as const)('says that it was %s', async (origin, words) => {
    const facts = await factsOf({ document: { ...document, origin } });
    expect(facts.Origin).toBe(words);
  });

  it.each([
    ['signed', 'github, signed'],
    ['unverified', 'github, origin not proven'],
    [
      'late',
      'github, sender proven, but told late and not confirmed by the API',
    ],
  ] as const)('says that it is %s', async (verification, words) => {
    // Somebody else may have proven more than whom it first came from.
    const facts = await factsOf({ verification });
    expect(facts.Source).toBe(words);
  });

  it.each<[string, Partial<typeof mergedChange>, string[]]>([
    ['in time and proven', {}, []],
    [
      'of no proven origin',
      { verification: 'unverified' },
      ['Origin not proven'],
    ],
    [
      'late',
      { recordedAt: Instant.parse('2026-03-02T12:30:00.000Z') },
      ['Late'],
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
      'back-filled, which is late by intention',
      {
        document: { ...document, origin: 'back-filled' },
        recordedAt: Instant.parse('2026-03-02T12:30:00.000Z'),
      },
      ['Back-filled'],
    ],
  ])(
    'marks evidence that is %s before it is opened',
    async (_, change, marks) => {
      server.use(
        http.get(`${ledgerUrl}/evidence/${id}`, () =>
          HttpResponse.json({ ...mergedChange, ...change }),
        ),
      );
      renderWithClient(<EvidenceDetail entityRef={ledger} id={id} />);
      await button('Change 7 merged by anna');
      const all = [
        'Origin not proven',
        'Late',
        'Late, not confirmed',
        'Back-filled',
      ];
      expect(all.filter(mark => screen.queryByText(mark))).toEqual(marks);
    },
  );

  it('says how late it was recorded, if by more than an hour', async () => {
    const facts = await factsOf({
      recordedAt: Instant.parse('2026-03-02T12:30:00.000Z'),
    });
    expect(facts.Late).toBe(
      'Happened 1 Mar 2026, 10:00 UTC, recorded 2 Mar 2026, 12:30 UTC (late by 1 d 2 h)',
    );
  });

  it('says nothing of an hour', async () => {
    const facts = await factsOf({
      recordedAt: Instant.parse('2026-03-01T11:00:00.000Z'),
    });
    expect(facts).not.toHaveProperty('Late');
    expect(facts).not.toHaveProperty('Redacted');
  });

  it('says how much was taken out, what, and by which rule', async () => {
    const redactions = [
      { pointer: '/sender/email', rule: 'personal-data' },
      { pointer: '/hook/config/secret', rule: 'github-token' },
    ];
    await factsOf({ document: { ...document, redactions } });
    await userEvent.click(
      screen.getByText('2 values were taken out before it was kept'),
    );
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
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
    renderWithClient(<EvidenceDetail entityRef={ledger} id={id} />);

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
    renderWithClient(<EvidenceDetail entityRef={ledger} id={id} />);
    const title = await screen.findByText("The evidence can't be read");
    expect(title.closest('[data-status="danger"]')).toHaveTextContent(
      'No such evidence.',
    );
  });
});
