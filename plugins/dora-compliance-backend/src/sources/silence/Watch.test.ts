import { mockServices } from '@backstage/backend-test-utils';
import { at } from '../../testing/samples';
import type { SilenceStore } from './SilenceStore';
import type { SourceKinds } from './sourceState';
import { Watch } from './Watch';

const polled: SourceKinds = { receives: false, collects: true };
const pushed: SourceKinds = { receives: true, collects: true };

it('names only the sources that can push as received from', async () => {
  const told: unknown[] = [];
  const store: SilenceStore = {
    recordSetups: async ({ receiving }) => {
      told.push(['start', receiving]);
    },
    recordHeartbeat: async ({ sourceIds, logs }) => {
      told.push(['beat', sourceIds, logs]);
      return undefined;
    },
    recordSilentCollectors: async ({ receiving }) => {
      told.push(['look', receiving]);
      return 0;
    },
    closeGaps: async () => 0,
    findGaps: async () => new Map(),
  };
  const watch = new Watch({
    store,
    kinds: new Map([
      ['polled', polled],
      ['off', { ...pushed, off: { isMisconfigured: true, reason: 'x' } }],
      ['pushed', pushed],
    ]),
    logged: ['pushed'],
    settings: { tolerance: 300_000, quietAfter: 1 },
    frequency: 1,
    closeGaps: async () => 0,
    tidy: async () => {},
    logger: mockServices.logger.mock(),
    now: () => at(0),
    onGap: () => {},
  });
  await watch.start();
  await watch.look();
  expect(told).toEqual([
    ['start', ['pushed']],
    ['beat', ['pushed'], { sourceIds: ['pushed'], after: 60_000 }],
    ['look', ['pushed']],
  ]);
});
