// Before everything that asks how wide the screen is.
import { narrow, wide } from '../__testUtils__/screenWidth';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { failure } from '../__testUtils__/fault';
import {
  bareItem,
  inventory,
  inventoryUrl,
  ledgerItem,
} from '../__testUtils__/inventoryViews';
import {
  answerInventory,
  renderInventory,
} from '../__testUtils__/renderInventory';

const server = setupServer();
registerMswTestHooks(server);

describe('an asset in the inventory', () => {
  afterEach(wide);

  it('is a line of a table on a wide screen', async () => {
    wide();
    answerInventory(server);
    renderInventory();
    await screen.findByRole('rowheader', { name: /^ledger/ });
    const [, ...rows] = screen.getAllByRole('row');
    expect(
      rows.map(row =>
        [...row.children].map(cell => cell.textContent).join(' | '),
      ),
    ).toEqual([
      'ledgercomponent · service | Critical or importantDeclared: Standard | Not satisfied1 not satisfied, 2 not assessed | PaymentsCore | Transfersand 1 more | Indirect | RTO 2 hrRPO 15 min | 2 missing1 wrong value | Overduesince Feb 11, 2026',
      'queueresource | Unclassified | Not scored yet | Not recorded | Not recorded | Not recorded | Not recorded | 1 missing | Never reviewed',
      'gatewaycomponent · service | Critical or important | Satisfied | PaymentsCore | Transfersand 1 more | Indirect | RTO 2 hrRPO 15 min |  Complete | Revieweddue May 2, 2027',
    ]);
  });

  it('is a card with four facts on a narrow screen, and has the others on demand', async () => {
    narrow();
    answerInventory(server);
    renderInventory();
    const list = await screen.findByRole('list', { name: 'ICT assets' });
    await within(list).findByRole('link', { name: 'ledger' });
    const [card] = within(list).getAllByRole('listitem');
    for (const text of [
      'component · service',
      'Declared: Standard',
      'Not satisfied',
      '2 missing',
      'since Feb 11, 2026',
    ]) {
      expect(within(card!).getByText(text)).toBeVisible();
    }
    const more = ['Transfers', 'RPO 15 min'].map(text =>
      within(card!).getByText(text),
    );
    more.forEach(fact => expect(fact).not.toBeVisible());
    await userEvent.click(within(card!).getByText('More about ledger'));
    more.forEach(fact => expect(fact).toBeVisible());
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('leads from the controls that ask for work to the Compliance tab', async () => {
    wide();
    answerInventory(server);
    renderInventory();
    expect(
      await screen.findByRole('link', {
        name: '1 not satisfied, 2 not assessed: controls of ledger',
      }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/compliance');
    expect(
      screen.queryByRole('link', { name: /controls of gateway/ }),
    ).toBeNull();
  });

  it('names the controls from which a critical library is exempt, and why', async () => {
    wide();
    answerInventory(server);
    const exemptFrom = [{ code: 'CHG-02', title: 'Independent approval' }];
    const library = { ...ledgerItem, type: 'library', exemptFrom };
    server.use(
      http.get(inventoryUrl, () =>
        HttpResponse.json({
          items: [library],
        }),
      ),
    );
    renderInventory();
    await userEvent.click(
      await screen.findByRole('button', {
        name: '1 control does not apply to ledger',
      }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'These controls do not apply to assets of type library: CHG-02 Independent approval.',
    );
  });

  it('says nothing of exemptions of assets that are less critical', async () => {
    wide();
    answerInventory(server);
    const exemptFrom = [{ code: 'CHG-02', title: 'Independent approval' }];
    server.use(
      http.get(inventoryUrl, () =>
        HttpResponse.json({
          items: [
            { ...bareItem, exemptFrom },
            {
              ...bareItem,
              entityRef: 'resource:default/tool',
              title: 'tool',
              criticality: 'important',
              exemptFrom,
            },
          ],
        }),
      ),
    );
    renderInventory();
    expect(await screen.findByText('queue')).toBeInTheDocument();
    expect(screen.getByText('tool')).toBeInTheDocument();
    expect(screen.queryByText(/does not apply/)).toBeNull();
  });

  it('leads to where what is missing is added', async () => {
    answerInventory(server);
    renderInventory();
    await userEvent.click(
      await screen.findByRole('button', {
        name: '2 missing in the record of ledger',
      }),
    );
    const what = within(await screen.findByRole('dialog'));
    expect(
      what
        .getAllByRole('term')
        .map(term => [term.textContent, term.nextElementSibling?.textContent]),
    ).toEqual([
      ['Location (ii)', 'spec.dora.location'],
      ['End of support (ix)', 'spec.dora.support'],
    ]);
    expect(what.getByText(/^1 value can't be read/)).toBeInTheDocument();
    expect(what.getByRole('link', { name: /Edit/ })).toHaveAttribute(
      'href',
      'https://github.com/bank/ledger/edit/main/catalog-info.yaml',
    );
  });

  it('says so when nobody knows where it is edited', async () => {
    answerInventory(server);
    server.use(
      http.get(inventoryUrl, () =>
        HttpResponse.json({ ...inventory, items: [bareItem] }),
      ),
    );
    renderInventory();
    await userEvent.click(
      await screen.findByRole('button', { name: /^1 missing/ }),
    );
    const what = within(await screen.findByRole('dialog'));
    expect(what.getByText('spec.owner')).toBeInTheDocument();
    expect(
      what.getByText(/does not know where this entity is edited/),
    ).toBeInTheDocument();
  });
});

const address = () =>
  decodeURIComponent(screen.getByLabelText('Address').textContent ?? '');

const openFilters = async () =>
  userEvent.click(await screen.findByRole('button', { name: /^Filters/ }));

const select = (label: string) =>
  screen.findByRole('button', { name: new RegExp(`${label}$`) });

describe('the filters of the inventory', () => {
  it('offer what there is, in words, with how many it would find', async () => {
    answerInventory(server);
    renderInventory();
    await screen.findByText('1,234 ICT assets');
    expect(screen.queryByText('Effective criticality')).toBeNull();
    await openFilters();
    await userEvent.click(await select('Effective criticality'));
    expect(
      within(await screen.findByRole('listbox'))
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual([
      'Critical or important (7)',
      'Standard (1)',
      'Unclassified (1)',
    ]);
  });

  it('offer compliance, with the worst first', async () => {
    const asked = answerInventory(server);
    renderInventory();
    await screen.findByText('1,234 ICT assets');
    await openFilters();
    await userEvent.click(await select('Compliance'));
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'With findings (3)',
      'With controls not assessed (12)',
    ]);
    await userEvent.click(options[0]!);
    await waitFor(() => expect(asked.summaries).toHaveLength(2));
    expect(address()).toBe('status=not-satisfied');
  });

  it('are applied at once, and kept in the address', async () => {
    const asked = answerInventory(server);
    renderInventory('?exposure=internet');
    await screen.findByText('1,234 ICT assets');
    await openFilters();
    await userEvent.click(await select('Owner'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Payments (40)' }),
    );
    await waitFor(() => expect(asked.summaries).toHaveLength(2));
    expect(asked.summaries[1]).toBe(
      '?owner=group:default/payments&exposure=internet',
    );
    expect(address()).toBe('owner=group:default/payments&exposure=internet');
  });

  it('keep what is chosen on offer when it finds nothing', async () => {
    answerInventory(server);
    renderInventory('?provider=resource:default/gone');
    expect(
      await screen.findAllByText('resource:default/gone'),
    ).not.toHaveLength(0);
  });

  it('are all cleared at once', async () => {
    const asked = answerInventory(server);
    renderInventory('?owner=group:default/payments&search=led');
    await screen.findByText('1,234 ICT assets');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(asked.pages).toHaveLength(2));
    expect(address()).toBe('');
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });

  it('search once typing pauses, not at every letter', async () => {
    const asked = answerInventory(server);
    renderInventory('?cursor=here&page=2');
    await screen.findByText('1,234 ICT assets');
    await userEvent.type(screen.getByRole('searchbox'), 'ledger');
    await waitFor(() => expect(asked.pages).toHaveLength(2));
    expect(asked.pages[1]).toBe('?search=ledger&sort=criticality&limit=25');
    expect(address()).toBe('search=ledger');
  });
});

const csv = '\uFEFFentity,title\ncomponent:default/ledger,Hauptbücher\n';

describe('the export', () => {
  it('saves exactly what is filtered, byte for byte, under the day', async () => {
    const saved = watchDownloads();
    answerInventory(server);
    let asked = '';
    server.use(
      http.get(`${inventoryUrl}/export`, ({ request }) => {
        asked = decodeURIComponent(new URL(request.url).search);
        return HttpResponse.arrayBuffer(new TextEncoder().encode(csv).buffer);
      }),
    );
    renderInventory(
      '?missing=location&sort=-title&limit=50&cursor=here&page=3',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export 1,234 as CSV' }),
    );
    await screen.findByRole('button', { name: 'Export 1,234 as CSV' });
    expect(asked).toBe('?missing=location&sort=-title');
    expect(saved).toHaveLength(1);
    expect(saved[0]!.name).toMatch(/^ict-inventory-\d{4}-\d\d-\d\d\.csv$/);
    const bytes = new Uint8Array(await saved[0]!.blob.arrayBuffer());
    expect(bytes).toEqual(new TextEncoder().encode(csv));
  });

  it('says why nothing could be exported', async () => {
    answerInventory(server);
    server.use(
      http.get(`${inventoryUrl}/export`, () =>
        failure(503, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    renderInventory();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export 1,234 as CSV' }),
    );
    const title = await screen.findByText('The export failed');
    expect(title.closest('[data-status="danger"]')).toHaveTextContent(
      'The disk is full',
    );
  });
});

/** What the browser was told to save; the test browser can save nothing. */
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
