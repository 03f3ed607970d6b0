import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { at } from '../testing/samples';
import type { ReceivedDocument } from './DocumentStore';
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

it('who proves nothing takes no id of those who do', async () => {
  const kept: ReceivedDocument[] = [];
  const reception = {
    store: {
      receive: async (all: readonly ReceivedDocument[]) =>
        void kept.push(...all),
    },
    redaction: { personalData: [] },
    now: at(0),
  };
  const delivery = { headers: {}, body: new TextEncoder().encode('{}') };
  const unproven = { verification: 'unverified', proof: 'none' } as const;
  const proven = { verification: 'authenticated', proof: 'secret' } as const;
  await keepDelivery(source, delivery, unproven, reception as never);
  await keepDelivery(source, delivery, proven, reception as never);
  expect(kept.map(({ deliveryId }) => deliveryId)).toEqual([
    'unverified d1',
    'd1',
  ]);
});
