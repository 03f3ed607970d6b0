import { registerMswTestHooks } from '@backstage/test-utils';
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
      About:
        'change: https://github.com/bank/ledger/pull/7commit: gitCommit:abc123',
      'Evidence id': id,
    });

    await userEvent.click(line);
    expect(screen.queryByText('Type')).not.toBeInTheDocument();
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
