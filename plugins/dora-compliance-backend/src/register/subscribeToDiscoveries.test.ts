import { mockServices } from '@backstage/backend-test-utils';
import type { EventsServiceSubscribeOptions } from '@backstage/plugin-events-node';
import type { DiscoveryReport } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at } from '../testing/samples';
import { subscribeToDiscoveries } from './subscribeToDiscoveries';

/** Publishes a discovery; returns what was stored and logged. */
async function deliver(
  eventPayload: unknown,
  note: () => Promise<void> = async () => {},
) {
  const noted: DiscoveryReport[] = [];
  const logger = mockServices.logger.mock();
  let subscriber: EventsServiceSubscribeOptions | undefined;
  await subscribeToDiscoveries({
    events: {
      subscribe: async (one: EventsServiceSubscribeOptions) => {
        subscriber = one;
      },
    } as never,
    discoveries: {
      note: async (report: DiscoveryReport) => {
        await note();
        noted.push(report);
      },
    } as never,
    logger,
  });
  await subscriber?.onEvent({ topic: 'x', eventPayload });
  return { noted, warned: logger.warn.mock.calls.length };
}

const report = { source: 'github:x', state: 'complete', at: at(0) };

it('notes a report', async () => {
  expect(await deliver({ ...report, pipelines: 3 })).toMatchObject({
    noted: [{ pipelines: 3 }],
    warned: 0,
  });
});

it.each([
  ['no integer of a database', { pipelines: 2 ** 31 }],
  ['a source with NUL', { source: 'a\0b' }],
  ['a source of 10,000 characters', { source: 'x'.repeat(10_000) }],
  ['the year 300000', { at: '+300000-01-01T00:00:00.000Z' }],
])('refuses %s', async (_, change) => {
  expect(await deliver({ ...report, ...change })).toEqual({
    noted: [],
    warned: 1,
  });
});

it('throws nothing into the events service', async () => {
  const failing = async () => {
    throw new Error('no connection');
  };
  expect(await deliver(report, failing)).toEqual({ noted: [], warned: 1 });
});
