import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { at } from '../../testing/samples';
import type { ReceivedDocument } from '../ReceivedDocument';
import { keepDelivery } from './receiveDelivery';

const source: EvidenceSource = {
  id: 'test',
  keepHeaders: [],
  authenticate: () => ({
    outcome: 'accepted',
    verification: 'authenticated',
    proof: 'secret',
  }),
  deliveryId: () => 'd1',
  normalise: () => ({ outcome: 'normalised', statements: [] }),
};

const unproven = { verification: 'unverified', proof: 'none' } as const;
const proven = { verification: 'authenticated', proof: 'secret' } as const;

/** A reception, and what it was given to keep. */
function receiving() {
  const kept: ReceivedDocument[] = [];
  const reception = {
    store: {
      receive: async (all: readonly ReceivedDocument[]) =>
        void kept.push(...all),
    },
    redaction: { personalData: [] },
    now: at(0),
  };
  return { kept, reception };
}

it('who proves nothing takes no id of those who do', async () => {
  const { kept, reception } = receiving();
  const delivery = { headers: {}, body: new TextEncoder().encode('{}') };
  await keepDelivery(source, delivery, unproven, reception as never);
  await keepDelivery(source, delivery, proven, reception as never);
  expect(kept.map(({ deliveryId }) => deliveryId)).toEqual([
    'unverified d1',
    'd1',
  ]);
});

it('a sender with a scope can not use up ids of others', async () => {
  const { kept, reception } = receiving();
  const delivery = {
    // It can't come in with a delivery.
    headers: { 'dora-scope': '["**"]' },
    body: new TextEncoder().encode('{}'),
  };
  for (const scope of [undefined, ['a'], ['b'], ['a']]) {
    const sender = { ...proven, ...(scope && { scope }) };
    await keepDelivery(source, delivery, sender, reception as never);
  }
  expect(kept.map(({ headers }) => headers)).toEqual([
    {},
    { 'dora-scope': '["a"]' },
    { 'dora-scope': '["b"]' },
    { 'dora-scope': '["a"]' },
  ]);
  const [all, a, b, again] = kept.map(({ deliveryId }) => deliveryId);
  expect(all).toBe('d1');
  expect(a).toMatch(/^scope [0-9a-f]{32} d1$/);
  expect(new Set([all, a, b]).size).toBe(3);
  expect(again).toBe(a);
});

it('who sends little is not kept waiting by who sends much', async () => {
  const kept: number[] = [];
  const reception = {
    store: {
      receive: async ([one]: readonly ReceivedDocument[]) =>
        void kept.push(one!.body.byteLength),
    },
    redaction: { personalData: ['email'] },
    now: at(0),
  };
  const buildBody = (length: number) =>
    new TextEncoder().encode(JSON.stringify({ a: 'eyJ-.@'.repeat(length) }));
  const deliver = (body: Uint8Array) =>
    keepDelivery(source, { headers: {}, body }, proven, reception as never);
  const [much, little] = [buildBody(200_000), buildBody(1)];
  await Promise.all([deliver(much), deliver(little), deliver(little)]);
  expect(kept).toEqual([little.byteLength, little.byteLength, much.byteLength]);
});
