import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { guides } from '../page/guides';
import { failure } from '../__testUtils__/fault';
import {
  inventory,
  inventoryUrl,
  summary,
} from '../__testUtils__/inventoryViews';
import {
  answerInventory,
  renderInventory,
} from '../__testUtils__/renderInventory';

const server = setupServer();
registerMswTestHooks(server);

const address = () =>
  decodeURIComponent(screen.getByLabelText('Address').textContent ?? '');
const loaded = () => screen.findByText('1,234 ICT assets');

describe('the ICT inventory', () => {
  it('says that it is loading', async () => {
    answerInventory(server);
    server.use(
      http.get(inventoryUrl, () => delay('infinite')),
      http.get(`${inventoryUrl}/summary`, () => delay('infinite')),
    );
    renderInventory();
    expect(
      (await screen.findAllByRole('status', { name: 'Loading' })).length,
    ).toBeGreaterThan(0);
  });

  it('shows the gravest first, a page at a time', async () => {
    const asked = answerInventory(server);
    renderInventory();
    await loaded();
    expect(asked.pages).toEqual(['?sort=criticality&limit=25']);
    expect(screen.getByText('Page 1 of 50')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
  });

  it('resumes at the end of the page, and says so in its address', async () => {
    const asked = answerInventory(server);
    renderInventory();
    await loaded();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await waitFor(() => expect(asked.pages).toHaveLength(2));
    expect(asked.pages[1]).toBe(
      '?sort=criticality&limit=25&cursor=after-gateway',
    );
    expect(address()).toBe('cursor=after-gateway&page=2');
    expect(asked.summaries).toHaveLength(1);
  });

  it('shows what its address says, all of it', async () => {
    const asked = answerInventory(server);
    renderInventory(
      '?owner=group:default/payments&missing=location,support&search=led&sort=-missing&limit=50&cursor=here&page=4',
    );
    await loaded();
    expect(asked.pages).toEqual([
      '?owner=group:default/payments&missing=location,support&search=led&sort=-missing&limit=50&cursor=here',
    ]);
    expect(asked.summaries).toEqual([
      '?owner=group:default/payments&missing=location,support&search=led',
    ]);
    expect(screen.getByText('Page 4 of 25')).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('led');
  });

  it('is not put out by an address nobody wrote', async () => {
    const asked = answerInventory(server);
    renderInventory('?sort=shoesize&limit=9999&page=-3&colour=red');
    await loaded();
    expect(asked.pages).toEqual(['?sort=criticality&limit=25']);
  });

  it('begins with the first page again when it is filtered', async () => {
    const asked = answerInventory(server);
    renderInventory('?cursor=here&page=4');
    await loaded();
    await userEvent.click(screen.getByRole('button', { name: /^Location/ }));
    await waitFor(() => expect(asked.pages).toHaveLength(2));
    expect(asked.pages[1]).toBe('?missing=location&sort=criticality&limit=25');
    expect(address()).toBe('missing=location');
  });

  it('says that none matches, with a way out', async () => {
    const asked = answerInventory(server);
    server.use(
      http.get(inventoryUrl, ({ request }) =>
        request.url.includes('search')
          ? HttpResponse.json({ items: [] })
          : undefined,
      ),
    );
    renderInventory('?search=zzz');
    await screen.findByText('No ICT asset matches the filters');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all assets' }),
    );
    await loaded();
    expect(address()).toBe('');
    expect(asked.pages).toHaveLength(1);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('says that there is none at all, and how they get there', async () => {
    answerInventory(server);
    server.use(
      http.get(inventoryUrl, () => HttpResponse.json({ items: [] })),
      http.get(`${inventoryUrl}/summary`, () =>
        HttpResponse.json({ ...summary, total: 0 }),
      ),
    );
    renderInventory();
    expect(
      await screen.findByText('The inventory has no ICT assets yet'),
    ).toHaveAttribute('role', 'status');
    expect(
      screen.getByRole('link', { name: /How to describe ICT assets/ }),
    ).toHaveAttribute('href', guides.record);
    // Nothing can be searched, exported or counted.
    expect(screen.queryByText(/Show all/)).not.toBeInTheDocument();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    expect(screen.queryByText('Complete records')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Export/ })).toBeNull();
  });

  it('says in words that it may not be seen', async () => {
    answerInventory(server);
    server.use(
      http.get(inventoryUrl, () =>
        failure(403, { name: 'NotAllowedError', message: 'Not allowed.' }),
      ),
    );
    renderInventory();
    const title = await screen.findByText('No permission');
    expect(title.closest('[data-status="info"]')).toHaveTextContent(
      /Your account may not read this.*ask the administrators.*Not allowed/,
    );
  });

  it('says what went wrong, and tries again when asked', async () => {
    answerInventory(server);
    server.use(
      http.get(
        inventoryUrl,
        () => failure(503, { name: 'Error', message: 'The disk is full' }),
        { once: true },
      ),
    );
    renderInventory();
    await screen.findByText('The ICT inventory could not be loaded');
    expect(screen.getByText('The disk is full')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await loaded();
  });

  it('keeps the list when only the completeness is not to be had', async () => {
    answerInventory(server);
    server.use(
      http.get(`${inventoryUrl}/summary`, () =>
        failure(503, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    renderInventory();
    await screen.findByText(
      'The completeness of the records could not be loaded',
    );
    expect(screen.getByText(inventory.items[0]!.title)).toBeInTheDocument();
  });

  it('has the emptiest field first', async () => {
    answerInventory(server);
    const complete = { support: 7, exposure: 30, location: 20 };
    server.use(
      http.get(`${inventoryUrl}/summary`, () =>
        HttpResponse.json({
          ...summary,
          fields: summary.fields.map(field => ({
            ...field,
            ...{
              complete: complete[field.field as keyof typeof complete] ?? 1234,
            },
          })),
        }),
      ),
    );
    renderInventory();
    const tiles = await screen.findAllByRole('button', { name: /of 1,234$/ });
    expect(tiles.map(tile => tile.textContent)).toEqual([
      'Complete records200 of 1,234',
      'End of support7 of 1,234',
      'Location20 of 1,234',
      'Exposure to external networks30 of 1,234',
    ]);
  });

  it('says how complete each of the nine fields is, gaps first', async () => {
    answerInventory(server);
    renderInventory();
    await loaded();
    const region = await screen.findByRole('region', {
      name: 'Completeness of the records',
    });
    const tiles = () =>
      within(region)
        .getAllByRole('button')
        .map(tile => tile.textContent);
    expect(tiles()).toEqual([
      'Complete records200 of 1,234',
      'Location1,000 of 1,234',
      'Show 8 complete fields',
    ]);
    await userEvent.click(
      within(region).getByRole('button', { name: /^Show 8/ }),
    );
    expect(tiles()).toEqual([
      'Complete records200 of 1,234',
      'Location1,000 of 1,234',
      'Unique identifier1,234 of 1,234',
      'Classification1,234 of 1,234',
      'Owner1,234 of 1,234',
      'Business functions supported1,234 of 1,234',
      'RTO and RPO1,234 of 1,234',
      'Exposure to external networks1,234 of 1,234',
      'Links and interdependencies1,234 of 1,234',
      'End of support1,234 of 1,234',
      'Hide 8 complete fields',
    ]);
  });
});
