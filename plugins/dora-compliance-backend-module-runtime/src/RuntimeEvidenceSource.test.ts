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
import { gives } from './gives';

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
  gives,
  deliveries: [list([pod()]), pod(), application(), list([application()])].map(
    payload => source.prepare!(delivery(payload)),
  ),
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

describe('a delivery', () => {
  const kept = (headers: Record<string, string>, payload: unknown = pod()) => {
    const { body } = delivery(payload);
    return source.prepare!({ headers, body });
  };
  const at = (time: string) => ({ 'x-runtime-observed-at': time });

  it('is kept with the headers of its sender, and nothing else is changed', () => {
    const { headers, body } = kept({
      'content-type': 'application/json',
      'x-runtime-cluster': 'eu "1"',
      ...at('2026-03-31T12:00:00Z'),
    });
    expect(headers).toEqual({ 'content-type': 'application/json' });
    expect(JSON.parse(new TextDecoder().decode(body))).toEqual({
      'x-runtime-cluster': 'eu "1"',
      'x-runtime-observed-at': '2026-03-31T12:00:00Z',
      document: JSON.parse(JSON.stringify(pod())),
    });
  });

  it('has other bytes at another time, although the cluster prints the same', () => {
    const [one, other, again] = ['12:00:00Z', '13:00:00Z', '12:00:00Z'].map(
      time => kept(at(`2026-03-31T${time}`)).body,
    );
    expect(other).not.toEqual(one);
    expect(again).toEqual(one);
  });

  it('is kept byte for byte without these headers, or if it is no JSON', () => {
    const plain = delivery(pod(), at(''));
    expect(source.prepare!(plain)).toBe(plain);
    // What would be JSON only in another object.
    for (const text of ['{', '', '{},"x-runtime-cluster":"eu"']) {
      const bad = { headers: at('x'), body: new TextEncoder().encode(text) };
      expect(source.prepare!(bad)).toBe(bad);
    }
  });

  it('may begin with a byte order mark', () => {
    const { body } = delivery(list([pod()]));
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...body);
    expect(
      source.normalise(
        source.prepare!({
          headers: at('2026-03-31T12:00:00Z'),
          body: marked,
        }),
      ),
    ).toMatchObject({ statements: [{ type: 'environment-observed' }] });
  });

  it('without a time is of the time of its receipt', () => {
    const { body } = delivery(list([pod()]));
    expect(source.normalise({ headers: {}, body, receivedAt })).toMatchObject({
      statements: [{ observedAt: receivedAt }],
    });
  });
});
