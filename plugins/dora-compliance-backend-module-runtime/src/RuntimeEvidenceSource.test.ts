import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  application,
  delivery,
  list,
  options,
  pod,
} from './__testUtils__/documents';
import { createRuntimeEvidenceSource } from './RuntimeEvidenceSource';

const source = createRuntimeEvidenceSource(options);
const receivedAt = '2026-03-31T12:00:05.000Z' as Instant;

const carrying =
  (authorization: string) =>
  ({ headers, body }: Delivery): Delivery => ({
    headers: { ...headers, authorization },
    body,
  });

evidenceSourceContract('Runtime', {
  create: () => createRuntimeEvidenceSource(options),
  deliveries: [
    delivery(list([pod()])),
    delivery(pod()),
    delivery(application()),
    delivery(list([application()])),
  ],
  signs: [carrying('Bearer old'), carrying('Bearer new')],
  forge: carrying('Bearer guessed'),
  proves: 'sender',
});

it('binds a delivery to the scope of its token', () => {
  const bound = createRuntimeEvidenceSource({
    ...options,
    webhookTokens: [{ secret: 'ours', scope: ['component:default/ledger'] }],
  });
  expect(
    bound.authenticate(carrying('Bearer ours')(delivery(pod())), receivedAt),
  ).toMatchObject({ outcome: 'accepted', scope: ['component:default/ledger'] });
});

describe('the id of a delivery', () => {
  const readId = (headers: Record<string, string>, payload: unknown = pod()) =>
    source.deliveryId(delivery(payload, headers));
  const at = (time: string) => ({ 'x-runtime-observed-at': time });

  it('is the same if it is sent again, and differs for another reading', () => {
    const ids = [
      readId({}),
      readId(at('2026-03-31T13:00:00Z')),
      readId({ 'x-runtime-cluster': 'eu' }),
      readId({}, list([pod()])),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(readId({})).toBe(ids[0]);
  });

  it('is none without a time: equal bytes are one reading', () => {
    expect(readId(at(''))).toBeUndefined();
  });
});
