import { registerMswTestHooks } from '@backstage/test-utils';
import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { documentBytes, ledger } from '../__testUtils__/mergedChange';
import { ledgerUrl, renderWithClient } from '../__testUtils__/renderWithClient';
import { RawDocument } from './RawDocument';

const server = setupServer();
registerMswTestHooks(server);

const digest = computeDigest(documentBytes);
const changed = new TextEncoder().encode(
  new TextDecoder().decode(documentBytes).replace('7', '8'),
);

/** Asks for the document of `digest` and is given `bytes`. */
function renderGiven(bytes: Uint8Array, asked = digest) {
  server.use(
    http.get(`${ledgerUrl}/documents/${asked}`, () =>
      HttpResponse.arrayBuffer(new Uint8Array(bytes).buffer),
    ),
  );
  renderWithClient(<RawDocument entityRef={ledger} digest={asked} />);
}

const alertWith = async (title: string) =>
  (await screen.findByText(title)).closest('[data-status]');

describe('RawDocument', () => {
  it('says that the bytes match the digest', async () => {
    renderGiven(documentBytes);
    expect(await alertWith('The bytes match the digest')).toHaveAttribute(
      'data-status',
      'success',
    );
    expect(screen.queryByText(/do not match/)).not.toBeInTheDocument();
  });

  it.each([
    ['one byte differs', changed],
    ['a byte is missing', documentBytes.slice(0, -1)],
    ['there is nothing', new Uint8Array()],
    [
      'only the white space differs',
      new TextEncoder().encode(
        JSON.stringify(
          JSON.parse(new TextDecoder().decode(documentBytes)),
          null,
          1,
        ),
      ),
    ],
  ])('warns against a document when %s', async (_, bytes) => {
    renderGiven(bytes);
    const alert = await alertWith('The bytes do not match the digest');
    expect(alert).toHaveAttribute('data-status', 'danger');
    expect(alert).toHaveTextContent(
      `The digest of the bytes is ${computeDigest(
        bytes,
      )}. Do not rely on this document.`,
    );
    expect(screen.queryByText('The bytes match the digest')).toBeNull();
  });

  it('is indented for reading', async () => {
    renderGiven(documentBytes);
    expect((await screen.findByLabelText('Raw document')).textContent).toBe(
      `{
  "action": "closed",
  "pull_request": {
    "number": 7,
    "title": "Café"
  }
}`,
    );
  });

  it('shows what is not JSON as it is', async () => {
    const text = new TextEncoder().encode('not JSON');
    renderGiven(text, computeDigest(text));
    expect(await screen.findByLabelText('Raw document')).toHaveTextContent(
      /^not JSON$/,
    );
    expect(screen.getByText('The bytes match the digest')).toBeInTheDocument();
  });

  it('offers the bytes as received, under the name of their digest', async () => {
    const saved = watchDownloads();
    renderGiven(documentBytes);
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Download as received (${documentBytes.byteLength} bytes)`,
      }),
    );
    expect(saved).toHaveLength(1);
    expect(saved[0]!.name).toBe(`${digest.replace(':', '-')}.json`);
    expect(
      computeDigest(new Uint8Array(await saved[0]!.blob.arrayBuffer())),
    ).toBe(digest);
  });

  it('says that the document cannot be read, and why', async () => {
    server.use(
      http.get(`${ledgerUrl}/documents/${digest}`, () =>
        HttpResponse.json(
          {
            error: {
              name: 'NotFoundError',
              message: 'No such document.',
              code: 'document-unknown',
            },
            response: { statusCode: 404 },
          },
          { status: 404 },
        ),
      ),
    );
    renderWithClient(<RawDocument entityRef={ledger} digest={digest} />);
    const alert = await alertWith('The document could not be loaded');
    expect(alert).toHaveAttribute('data-status', 'danger');
    expect(alert).toHaveTextContent('No such document.');
  });
});

/** What the browser was told to save; jsdom can save nothing. */
function watchDownloads() {
  const saved: Array<{ name: string; blob: Blob }> = [];
  let offered: Blob;
  URL.createObjectURL = blob => {
    offered = blob as Blob;
    return 'blob:offered';
  };
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: offered });
    });
  return saved;
}
