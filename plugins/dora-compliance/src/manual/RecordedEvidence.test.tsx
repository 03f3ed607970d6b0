import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { fault } from '../__testUtils__/fault';
import { ledgerUrl, review } from '../__testUtils__/ledgerViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { RecordedEvidence } from './RecordedEvidence';

const server = setupServer();
registerMswTestHooks(server);

const url = `${ledgerUrl}/manual-evidence`;
const drill = {
  ...review,
  type: 'drill-completed',
  title: 'Restore drill of 2026-11-20 succeeded',
  sourceId: 'people',
  predicate: {},
};
const stored = { id: review.id, recordedAt: '2026-11-30T12:00:00.000Z' };

function answer(items: object[] = [drill]) {
  const sent: unknown[] = [];
  const keep = async ({ request }: { request: Request }) => {
    sent.push(await request.json());
    return HttpResponse.json(stored);
  };
  server.use(
    http.get(`${ledgerUrl}/evidence`, () => HttpResponse.json({ items })),
    http.post(url, keep),
    http.post(`${url}/confirmations`, keep),
  );
  return sent;
}

const open = () =>
  renderForLedger(
    <RecordedEvidence
      entityRef="component:default/ledger"
      reads={[{ type: 'change-merged' }, { type: 'drill-completed' }]}
    />,
  );

async function choose(dialog: HTMLElement, field: string, value: string) {
  await userEvent.click(
    within(dialog).getByRole('button', { name: new RegExp(`${field}\\b`) }),
  );
  await userEvent.click(await screen.findByRole('option', { name: value }));
}

describe('evidence that people record', () => {
  it('is recorded with the digests of files', async () => {
    const sent = answer([]);
    open();
    expect(
      await screen.findByText('Nothing was recorded about this asset yet.'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Record evidence' }),
    );
    const dialog = await screen.findByRole('dialog');
    const record = within(dialog).getByRole('button', { name: 'Record' });
    await userEvent.click(record);
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Still to be filled in: Done on, Kind, and Outcome.',
    );
    expect(sent).toEqual([]);
    await choose(dialog, 'Kind', 'Restore from a backup');
    await choose(dialog, 'Outcome', 'Succeeded');
    await userEvent.type(
      within(dialog).getByLabelText(/^Done on/),
      '2026-11-20',
    );
    const file = new File(['minutes'], 'minutes.pdf');
    file.arrayBuffer = async () =>
      new TextEncoder().encode('minutes').buffer as ArrayBuffer;
    await userEvent.upload(within(dialog).getByLabelText('Add files'), file);
    expect(await within(dialog).findByText('minutes.pdf')).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getByLabelText('Separate from the system itself'),
    );
    await userEvent.click(record);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([
      {
        type: 'drill-completed',
        performedOn: '2026-11-20',
        documents: [{ title: 'minutes.pdf', digest: computeDigest('minutes') }],
        content: { kind: 'restore', outcome: 'succeeded', segregated: true },
      },
    ]);
    expect(await screen.findByText(/^Recorded\./)).toBeInTheDocument();
  });

  it('is confirmed by a second person', async () => {
    const sent = answer();
    open();
    expect(
      await screen.findByText(/nobody else confirmed it/),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Confirm: Restore drill/ }),
    );
    await waitFor(() =>
      expect(sent).toEqual([{ evidence: drill.id, decision: 'approved' }]),
    );
  });

  const confirmedBy = (login: string) => {
    const recordedBy = { system: 'backstage', login: 'user:default/anna' };
    answer([
      {
        ...drill,
        id: computeDigest('confirmed'),
        type: 'evidence-confirmed',
        title: 'Evidence approved by beatriz',
        predicate: {
          evidence: drill.id,
          decision: 'approved',
          confirmedBy: { system: 'backstage', login },
        },
      },
      { ...drill, predicate: { recordedBy } },
    ]);
  };

  it('names who recorded it, and offers only the contrary to who confirmed it', async () => {
    confirmedBy('user:default/test');
    open();
    const title = await screen.findByText(/^Restore drill/);
    expect(title.closest('li')).toHaveTextContent(
      /by anna .* · confirmed by test .* ago/,
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /^Confirm: Restore drill/ }),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('button', { name: /^Refuse: Restore drill/ }),
    ).toBeInTheDocument();
  });

  it('can be confirmed by another person too, as controls can ask for one who had no hand in a change', async () => {
    confirmedBy('user:default/beatriz');
    open();
    expect(
      await screen.findByRole('button', { name: /^Confirm: Restore drill/ }),
    ).toBeInTheDocument();
  });

  it('offers nothing to who recorded it', async () => {
    const recordedBy = { system: 'backstage', login: 'user:default/test' };
    answer([{ ...drill, predicate: { recordedBy } }]);
    open();
    expect(await screen.findByText(/^Restore drill/)).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /: Restore drill/ }),
      ).not.toBeInTheDocument(),
    );
  });

  it('says why it could not be confirmed', async () => {
    answer();
    server.use(
      http.post(`${url}/confirmations`, () => fault('confirmed-by-recorder')),
    );
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Refuse: Restore drill/ }),
    );
    expect(
      await screen.findByText(/Nobody can confirm evidence that they recorded/),
    ).toBeInTheDocument();
  });

  it('of other types is not shown', async () => {
    answer([{ ...drill, type: 'framework-reviewed', title: 'Another' }]);
    open();
    expect(
      await screen.findByText('Nothing was recorded about this asset yet.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Another')).not.toBeInTheDocument();
  });
});
