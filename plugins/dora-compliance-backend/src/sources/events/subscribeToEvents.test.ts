import { mockServices } from '@backstage/backend-test-utils';
import type { EventsServiceSubscribeOptions } from '@backstage/plugin-events-node';
import type { Verification } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { at } from '../../testing/samples';
import type { ReceivedDocument } from '../../ledger/ReceivedDocument';
import { subscribeToEvents } from './subscribeToEvents';

const MEBIBYTE = 1024 * 1024;

const createSource = (verification: Verification): EvidenceSource => ({
  id: 'test',
  keepHeaders: ['x-kept'],
  authenticate: () => ({
    outcome: 'accepted',
    verification: 'authenticated',
    proof: 'secret',
  }),
  deliveryId: () => undefined,
  normalise: () => ({ outcome: 'normalised', statements: [] }),
  events: {
    topics: ['test'],
    verification,
    toDelivery: ({ eventPayload, metadata }) => ({
      headers: metadata as Record<string, string>,
      body: new TextEncoder().encode(JSON.stringify(eventPayload)),
    }),
  },
});

/** Publishes events to a source; answers what was kept and refused. */
async function subscribed(
  receive?: () => Promise<void>,
  verification: Verification = 'unverified',
) {
  const kept: ReceivedDocument[] = [];
  const refused: unknown[][] = [];
  const received: string[] = [];
  // Not the service of Backstage, which itself writes each payload to its log.
  const subscribers: EventsServiceSubscribeOptions[] = [];
  const events = {
    subscribe: async (one: EventsServiceSubscribeOptions) =>
      void subscribers.push(one),
  };
  await subscribeToEvents({
    sources: [createSource(verification)],
    events: events as never,
    store: {
      receive: async (all: readonly ReceivedDocument[]) => {
        await receive?.();
        kept.push(...all);
      },
    } as never,
    redaction: { personalData: [] },
    logger: mockServices.logger.mock(),
    now: () => at(0),
    onReceived: id => received.push(id),
    onRefused: (...told) => refused.push(told),
  });
  const publish = async (eventPayload: unknown, metadata: object = {}) => {
    const event = { topic: 'test', eventPayload, metadata };
    for (const { onEvent } of subscribers) {
      await onEvent(event as never);
    }
  };
  return { kept, refused, received, publish };
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) {
    value = [value];
  }
  return value;
}

/** Says itself twice, each time twice, and so on: 2^40 times in all. */
function doubled(): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < 40; level += 1) {
    value = [value, value];
  }
  return value;
}

const endless: Record<string, unknown> = {};
endless.self = endless;

const ofJson = (toJSON: () => unknown) => ({ toJSON });

describe('the events service', () => {
  it('feeds a source', async () => {
    const { kept, received, publish, refused } = await subscribed();
    await publish({ a: 1 }, { 'x-kept': 'y' });
    expect(kept).toMatchObject([
      { headers: { 'x-kept': 'y' }, document: { verification: 'unverified' } },
    ]);
    expect(received).toEqual(['test']);
    expect(refused).toEqual([]);
  });

  it.each<[string, unknown, object, string]>([
    ['20 MB', 'x'.repeat(20 * MEBIBYTE), {}, 'body-too-large'],
    ['a name of 6 MB', { ['x'.repeat(6 * MEBIBYTE)]: 1 }, {}, 'body-too-large'],
    [
      '3 million characters of two bytes',
      'é'.repeat(3_000_000),
      {},
      'body-too-large',
    ],
    ['bytes', { bytes: Buffer.alloc(20 * MEBIBYTE) }, {}, 'body-too-large'],
    ['a million of millions', doubled(), {}, 'body-too-large'],
    ['101 levels', nested(101), {}, 'body-too-deep'],
    ['3,000 levels', nested(3_000), {}, 'body-too-deep'],
    ['a million levels', nested(1_000_000), {}, 'body-too-deep'],
    ['a loop', endless, {}, 'body-too-deep'],
    ['levels that appear late', ofJson(() => nested(200)), {}, 'body-too-deep'],
    ['nothing', undefined, {}, 'body-not-json'],
    ['a BigInt', { n: 1n }, {}, 'body-not-json'],
    [
      'what throws',
      ofJson(() => {
        throw new Error('no');
      }),
      {},
      'body-not-json',
    ],
    ['metadata that is none', {}, null as never, 'body-not-json'],
    [
      'a header of 20 KB',
      {},
      { 'x-kept': 'x'.repeat(20_000) },
      'headers-too-large',
    ],
  ])(
    'does not have %s kept, and counts it',
    async (_, payload, metadata, code) => {
      const { kept, refused, received, publish } = await subscribed();
      await publish(payload, metadata);
      // Compared by numbers: a difference of 20 MB is not to be printed.
      expect({ kept: kept.length, received, refused }).toEqual({
        kept: 0,
        received: [],
        refused: [['test', code, false]],
      });
      // The next one is taken.
      await publish({ a: 1 }, { 'x-kept': 'y' });
      expect(kept.length).toBe(1);
    },
  );

  it('takes 100 levels and 5 MiB', async () => {
    const { kept, publish } = await subscribed();
    await publish(nested(100));
    await publish('x'.repeat(5 * MEBIBYTE - 2));
    expect(kept.length).toBe(2);
  });

  it('counts as lost what the database does not take', async () => {
    const { refused, publish } = await subscribed(async () => {
      throw new Error('no connection');
    });
    await publish({ a: 1 });
    expect(refused).toEqual([['test', 'store-unavailable', true]]);
  });

  it('counts as lost what a proven sender says in vain', async () => {
    const { refused, publish } = await subscribed(undefined, 'authenticated');
    await publish(nested(101));
    await publish('x'.repeat(6 * MEBIBYTE));
    expect(refused).toEqual([
      ['test', 'body-too-deep', true],
      ['test', 'body-too-large', true],
    ]);
  });
});
