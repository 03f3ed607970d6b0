import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { at } from '../testing/samples';
import type { ReceivedDocument } from './DocumentStore';
import { keepDelivery } from './receiveDelivery';

const source: EvidenceSource = {
  id: 'test',
  keepHeaders: [],
  authenticate: () => ({ outcome: 'accepted', verification: 'authenticated' }),
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
  await keepDelivery(source, delivery, 'unverified', reception as never);
  await keepDelivery(source, delivery, 'authenticated', reception as never);
  expect(kept.map(({ deliveryId }) => deliveryId)).toEqual([
    'unverified d1',
    'd1',
  ]);
});
