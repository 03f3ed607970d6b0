import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectorContext } from './EvidenceCollector';
import { readFrom } from './readFrom';

const day = (n: number) => `2026-03-0${n}T00:00:00.000Z` as Instant;

function context(lookBackTo?: Instant): CollectorContext {
  return {
    now: () => day(9),
    signal: new AbortController().signal,
    cache: { get: async () => undefined, set: async () => {} },
    ...(lookBackTo && { lookBackTo }),
  };
}

it.each([
  ['as far as the collector wants', undefined, day(6)],
  ['further when it must', day(2), day(2)],
  ['no less when it need not', day(8), day(6)],
])('reads back %s', (_, lookBackTo, from) => {
  expect(readFrom(context(lookBackTo), 'P3D')).toBe(from);
});
