import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { AssetRecordView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { fault } from '../__testUtils__/fault';
import { ledgerUrl } from '../__testUtils__/ledgerViews';
import { record } from '../__testUtils__/recordViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { AssetCard } from './AssetCard';

const server = setupServer();
registerMswTestHooks(server);

async function open(change: Partial<AssetRecordView> = {}) {
  server.use(
    http.get(`${ledgerUrl}/record`, () =>
      HttpResponse.json({ ...record, ...change }),
    ),
  );
  renderForLedger(<AssetCard />);
  await screen.findByText(/fields? (is|are) missing|record is complete/);
}

describe('AssetCard', () => {
  it('has the nine fields with values, or where to add them', async () => {
    await open();
    const facts = screen
      .getAllByRole('term')
      .map(term => [term.textContent, term.nextElementSibling?.textContent]);
    expect(facts).toEqual([
      ['Unique identifier (i)', 'The id'],
      ['Location (ii)', 'The location'],
      ['Classification (iii)', 'The classification'],
      ['Owner (iv)', 'The owner'],
      ['Business functions supported (v)', 'Transfers'],
      ['RTO and RPO (vi)', 'Missing. Add spec.dora.continuity'],
      ['Exposure to external networks (vii)', 'The exposure'],
      ['Links and interdependencies (viii)', 'The links'],
      ['End of support (ix)', 'Missing. Add spec.dora.support'],
    ]);
    expect(screen.getByText('2 of 9 fields are missing')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Edit the entity/ }),
    ).toHaveAttribute('href', record.asset.editUrl);
  });

  it('puts values into words, with links to the entities they name', async () => {
    const { asset, fields } = record;
    await open({
      asset: {
        ...asset,
        ownerRef: 'group:default/core',
        declared: { continuity: { rto: 'PT2H30M', rpo: 'PT0S' } },
      },
      fields: fields.map(field => ({ ...field, value: 'as kept' })),
    });
    expect(screen.getByText('RTO 2 hr 30 min, RPO 0 sec')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'core' })).toHaveAttribute(
      'href',
      expect.stringContaining('group/core'),
    );
    expect(screen.getByText('The record is complete')).toBeInTheDocument();
  });

  it('says which value is wrong and what is allowed', async () => {
    await open();
    expect(
      screen.getByText(
        'spec.dora.continuity.rto is "two hours"; it must be an ISO 8601 duration of at most a year, such as PT2H.',
      ),
    ).toBeInTheDocument();
  });

  it('says how critical it is and why, and that it was declared less', async () => {
    await open();
    const path = screen.getByRole('list', {
      name: 'Where the criticality comes from',
    });
    expect(
      within(path)
        .getAllByRole('listitem')
        .map(step => step.textContent),
    ).toEqual(['Transfers', '→ is supported byledger']);
    expect(
      screen.getByText(
        /^Declared: Standard\. Inherited from .*: Critical or important\./,
      ),
    ).toBeInTheDocument();
  });

  it('says what would classify it when nothing does', async () => {
    await open({
      because: [],
      criticality: { because: [], functions: [] },
    });
    expect(screen.getByText('Unclassified')).toBeInTheDocument();
    expect(
      screen.getByText(
        /^Neither this asset nor anything that uses it is classified/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^Declared/)).not.toBeInTheDocument();
  });

  it('says when it was reviewed and by whom', async () => {
    await open();
    expect(
      screen.getByText('Review overdue since Feb 11, 2026'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'anna' })).toHaveAttribute(
      'href',
      '/catalog/default/user/anna',
    );
  });

  it('offers a review only to those who may', async () => {
    await open({ mayReview: false });
    expect(screen.queryByRole('button', { name: /Review/ })).toBeNull();
  });

  it('says what a pipeline can deploy, and whose that is', async () => {
    await open({
      deploys: [
        {
          entityRef: 'component:default/gateway',
          title: 'gateway',
          ownerRef: 'group:default/payments',
        },
        { entityRef: 'component:default/rates', title: 'rates' },
      ],
    });
    expect(
      screen
        .getAllByRole('listitem')
        .map(item => item.textContent)
        .slice(2),
    ).toEqual([
      'gateway owned by payments',
      'rates without an owner that you may read',
    ]);
  });

  it('says that the asset is not in the inventory', async () => {
    server.use(http.get(`${ledgerUrl}/record`, () => fault('asset-unknown')));
    renderForLedger(<AssetCard />);
    expect(await screen.findByText('Not in the inventory')).toBeInTheDocument();
  });
});

const changed = {
  ...record,
  digest: computeDigest('another record'),
  fields: record.fields.map(field =>
    field.field === 'location' ? { ...field, value: 'Frankfurt' } : field,
  ),
};

/** Opens the dialog; the backend has `now`, and takes reviews of that only. */
async function openDialog(now = record) {
  const state = { record, reviews: [] as unknown[] };
  server.use(
    http.get(`${ledgerUrl}/record`, () => HttpResponse.json(state.record)),
    http.post(`${ledgerUrl}/reviews`, async ({ request }) => {
      const review = (await request.json()) as { digest: string };
      state.reviews.push(review);
      if (review.digest !== now.digest) {
        state.record = now;
        return fault('record-changed');
      }
      state.record = {
        ...now,
        review: { state: 'due', lastReview: '2026-11-25', dueOn: '2027-11-25' },
      };
      return HttpResponse.json(state.record);
    }),
  );
  renderForLedger(<AssetCard />);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Review record' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = () =>
    userEvent.click(dialog.getByRole('button', { name: 'Confirm review' }));
  return { state, dialog, confirm };
}

describe('ReviewDialog', () => {
  afterEach(() => jest.restoreAllMocks());

  it('shows what is confirmed', async () => {
    const { dialog } = await openDialog();
    expect(dialog.getByText('Review ledger')).toBeInTheDocument();
    expect(dialog.getByText('The location')).toBeInTheDocument();
    expect(dialog.getByText('Critical or important')).toBeInTheDocument();
  });

  it('confirms the record it showed, with a note', async () => {
    const { state, dialog, confirm } = await openDialog();
    await userEvent.type(dialog.getByRole('textbox'), ' Checked on site. ');
    await confirm();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(state.reviews).toEqual([
      { digest: record.digest, note: 'Checked on site.' },
    ]);
    expect(await screen.findByText('Reviewed')).toBeInTheDocument();
  });

  it('confirms nothing that has changed, and shows how it reads now', async () => {
    const { state, dialog, confirm } = await openDialog(changed);
    await confirm();
    expect(
      await dialog.findByText('The record has changed since you opened it'),
    ).toBeInTheDocument();
    expect(await dialog.findByText('Frankfurt')).toBeInTheDocument();

    await confirm();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(state.reviews).toEqual([
      { digest: record.digest },
      { digest: changed.digest },
    ]);
  });

  it('says why a review was not recorded, and keeps the note', async () => {
    const { dialog, confirm } = await openDialog();
    server.use(
      http.post(`${ledgerUrl}/reviews`, () => fault('review-by-machine')),
    );
    await userEvent.type(dialog.getByRole('textbox'), 'Checked');
    await confirm();
    const title = await dialog.findByText('The review was not recorded');
    expect(title.closest('[data-status="danger"]')).toHaveTextContent(
      'Only a person may review asset records.',
    );
    expect(dialog.getByRole('textbox')).toHaveValue('Checked');
  });

  it('is confirmed only after its end was in sight', async () => {
    const box = scrollBox();
    const { state, dialog, confirm } = await openDialog();
    const button = dialog.getByRole('button', { name: 'Confirm review' });
    expect(button).toBeDisabled();
    expect(dialog.getByRole('status')).toHaveTextContent(
      'The record continues below. Scroll to the end to confirm it.',
    );

    const region = dialog.getByRole('region', { name: 'Record of ledger' });
    box.top = 300;
    fireEvent.scroll(region);
    expect(button).toBeDisabled();

    box.top = 500;
    fireEvent.scroll(region);
    expect(button).toBeEnabled();
    expect(dialog.getByRole('status')).toBeEmptyDOMElement();
    box.top = 0;
    fireEvent.scroll(region);
    await confirm();
    await waitFor(() => expect(state.reviews).toHaveLength(1));
  });

  it('is read again from its top when it has changed', async () => {
    const box = scrollBox();
    const { dialog, confirm } = await openDialog(changed);
    box.top = 500;
    fireEvent.scroll(dialog.getByRole('region', { name: /^Record/ }));
    await confirm();
    await dialog.findByText('Frankfurt');
    expect(box.top).toBe(0);
    expect(
      dialog.getByRole('button', { name: 'Confirm review' }),
    ).toBeDisabled();
  });

  it('has no link that leaves it', async () => {
    const { dialog } = await openDialog();
    expect(dialog.getByText('Transfers')).toBeInTheDocument();
    expect(dialog.queryByRole('link')).toBeNull();
  });

  it('records nothing when it is cancelled', async () => {
    const { state, dialog } = await openDialog();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(state.reviews).toEqual([]);
  });
});

/** Gives boxes more than they show, 500 pixels; the test browser has no sizes. */
function scrollBox() {
  const box = { top: 0 };
  const of = Element.prototype;
  jest.spyOn(of, 'scrollHeight', 'get').mockReturnValue(900);
  jest.spyOn(of, 'clientHeight', 'get').mockReturnValue(400);
  jest.spyOn(of, 'scrollTop', 'get').mockImplementation(() => box.top);
  jest.spyOn(of, 'scrollTop', 'set').mockImplementation(top => {
    box.top = top;
  });
  return box;
}
