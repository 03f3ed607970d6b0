import { PageBlueprint } from '@backstage/frontend-plugin-api';
import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import plugin from '../../alpha';
import { answerEverything } from '../../__testUtils__/answerEverything';
import { failure } from '../../__testUtils__/fault';
import { backendUrl } from '../../__testUtils__/ledgerViews';

const server = setupServer();
registerMswTestHooks(server);
beforeEach(() => answerEverything(server));

const tryUrl = `${backendUrl}/api/dora-compliance/controls/try`;
const controlId = 'chg-02-independent-approval';

const told = (status: string) => ({
  status,
  reason: { code: 'x', params: {}, sentence: `It is ${status}.` },
});
const tried = (name: string, before: string, after: string) => ({
  entityRef: `component:default/${name}`,
  title: name,
  before: told(before),
  after: told(after),
});
const page = (items: object[], nextCursor?: string) =>
  HttpResponse.json({
    controlId,
    asOf: '2026-03-01T10:00:00.000Z',
    items,
    ...(nextCursor && { nextCursor }),
  });

const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    loader: async () => <></>,
  },
});

async function open() {
  renderTestApp({
    extensions: [entityPage],
    features: [plugin],
    config: { backend: { baseUrl: backendUrl } },
    initialRouteEntries: [`/controls/${controlId}`],
  });
  // The first test also loads the modules of the page.
  await screen.findByText('What if it changed?', {}, { timeout: 20_000 });
}

const press = () =>
  userEvent.click(screen.getByRole('button', { name: 'Try it' }));

describe('what if a control changed', () => {
  it('says for another value of a parameter whose status would change, of all pages', async () => {
    const asked: unknown[] = [];
    server.use(
      http.post(tryUrl, async ({ request }) => {
        asked.push(await request.json());
        return request.url.includes('cursor=2')
          ? page([tried('vault', 'satisfied', 'satisfied')])
          : page([tried('ledger', 'satisfied', 'not-satisfied')], '2');
      }),
    );
    await open();
    const value = screen.getByRole('textbox', { name: 'Important' });
    await userEvent.clear(value);
    await userEvent.type(value, 'P14D');
    expect(value).toHaveAccessibleDescription('14 days');
    await press();
    expect(
      await screen.findByText('2 assets were looked at. Nothing was recorded.'),
    ).toHaveAttribute('role', 'status');
    const affected = screen.getByRole('list', {
      name: 'Assets whose status would change',
    });
    expect(
      within(affected)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['ledgerSatisfiedNot satisfiedIt is not-satisfied.']);
    expect(
      screen.getByRole('list', { name: 'Changes of statuses' }),
    ).toHaveTextContent('1 assetSatisfiedNot satisfied');
    const request = {
      controlId,
      parameters: { longestWait: { important: 'P14D' } },
    };
    expect(asked).toEqual([request, request]);
  });

  it('gives the block for the configuration once it was tried, with a reason and the approval that it needs', async () => {
    server.use(
      http.post(tryUrl, () =>
        HttpResponse.json({
          controlId,
          asOf: '2026-03-01T10:00:00.000Z',
          items: [],
          needsApproval: true,
        }),
      ),
    );
    await open();
    const write = async (name: string | RegExp, text: string) => {
      const field = screen.getByRole('textbox', { name });
      await userEvent.clear(field);
      await userEvent.type(field, text);
    };
    await write('Important', 'P90D');
    await write(/^Reason/, 'The board decided it.');
    expect(screen.getByText(/^Try another value/)).toBeVisible();
    await press();
    expect(
      await screen.findByText(/^At least one value is not stricter/),
    ).toBeVisible();
    await write(/^Approved by/, 'The board');
    await userEvent.type(screen.getByLabelText(/^Approved on/), '2026-03-01');
    expect(
      screen.getByRole('button', {
        name: 'Copy the block for app-config.yaml',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: /^For app-config/ }),
    ).toHaveTextContent(
      `doraCompliance: controls: ${controlId}: parameters: longestWait: important: "P90D" rationale: "The board decided it." approvedBy: "The board" approvedOn: "2026-03-01"`,
    );
  });

  it('no longer says who is affected once another value is written', async () => {
    server.use(
      http.post(tryUrl, () =>
        page([tried('ledger', 'satisfied', 'not-satisfied')]),
      ),
    );
    await open();
    await press();
    const ledger = await screen.findByRole('link', { name: 'ledger' });
    await userEvent.type(screen.getByRole('textbox', { name: /^Reason/ }), 'x');
    expect(ledger).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Important' }),
      '0',
    );
    expect(ledger).not.toBeInTheDocument();
  });

  it('names the line and the field of what is wrong in a file', async () => {
    const problem = 'control.yaml:3: titel is not known; remove it';
    server.use(
      http.post(tryUrl, async ({ request }) => {
        expect(await request.json()).toEqual({ control: 'titel: x' });
        return failure(400, {
          name: 'InputError',
          message: problem,
          code: 'control-invalid',
        });
      }),
    );
    await open();
    await userEvent.click(screen.getByRole('radio', { name: 'The file' }));
    expect(screen.getByRole('button', { name: 'Try it' })).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /^control\.yaml/ }),
      'titel: x',
    );
    await press();
    const title = await screen.findByText('The change can not be used');
    expect(title.closest('[data-status="danger"]')).toHaveTextContent(problem);
  });

  it('says that no status would change', async () => {
    server.use(
      http.post(tryUrl, () =>
        page([tried('ledger', 'satisfied', 'satisfied')]),
      ),
    );
    await open();
    await press();
    expect(await screen.findByText('No status would change.')).toBeVisible();
  });

  it('says that the reader may not read the whole catalog', async () => {
    server.use(
      http.post(tryUrl, () =>
        failure(403, { name: 'NotAllowedError', message: 'Not allowed' }),
      ),
    );
    await open();
    await press();
    expect(await screen.findByText('No permission')).toBeVisible();
  });

  it('is tried again after a fault', async () => {
    server.use(
      http.post(
        tryUrl,
        () => failure(500, { name: 'Error', message: 'No database' }),
        { once: true },
      ),
      http.post(tryUrl, () =>
        page([tried('ledger', 'satisfied', 'satisfied')]),
      ),
    );
    await open();
    await press();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('No status would change.')).toBeVisible();
  });

  it('says how far it is, and can be stopped', async () => {
    let pages = 0;
    let release: () => void = () => {};
    server.use(
      http.post(tryUrl, async () => {
        pages += 1;
        if (pages > 1) {
          await new Promise<void>(resolve => {
            release = resolve;
          });
        }
        return page([tried('ledger', 'satisfied', 'not-assessed')], 'next');
      }),
    );
    await open();
    await press();
    expect(
      await screen.findByText('1 asset was looked at so far…'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText('Stopped after 1 asset.')).toBeVisible();
    release();
    expect(screen.queryByText(/Nothing was recorded\.$/)).toBeNull();
  });
});
