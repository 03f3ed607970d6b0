import request from 'supertest';
import {
  asset,
  deliver,
  type Server,
  waitUntilProcessed,
  start,
} from './__testUtils__/GithubBackend';

/** Reports something that happened, but not when. */
const body = JSON.stringify({
  action: 'deleted',
  rule: {
    id: 21796960,
    name: 'main',
    created_at: '2026-03-01T12:00:00Z',
    updated_at: '2026-03-01T12:00:00Z',
  },
  repository: {
    id: 186853002,
    name: 'Hello-World',
    full_name: 'Codertocat/Hello-World',
    html_url: 'https://github.com/Codertocat/Hello-World',
    default_branch: 'main',
    owner: { login: 'Codertocat', id: 21031067, type: 'User' },
  },
  sender: { login: 'Codertocat', id: 21031067, type: 'User' },
});

/** From 15 October 1582 to 1 January 1970, in steps of 100 nanoseconds. */
const EPOCH = 0x01b21dd213814000n;

/** A delivery id that reports a moment of the sender's choice. */
function idMadeAt(milliseconds: number): string {
  const time = (BigInt(milliseconds) * 10_000n + EPOCH)
    .toString(16)
    .padStart(15, '0');
  return `${time.slice(-8)}-${time.slice(-12, -8)}-1${time.slice(
    -15,
    -12,
  )}-8000-0e4f3503ccbe`;
}

const events = [
  'branch_protection_rule',
  'public',
  'repository',
  'member',
  'release',
  'team',
];

const observedTypes = async (server: Server) => {
  const { body: page } = await request(server)
    .get(`${asset}/evidence`)
    .query({ limit: 100 });
  return page.items
    .map(({ type }: { type: string }) => type)
    .filter((type: string) => type === 'settings-changed');
};

it('a captured delivery is evidence once, at the time it came, however often and under whatever name it is sent again', async () => {
  const backend = await start();
  const { server } = backend;
  const before = Date.now();
  await deliver(server, body, {
    'x-github-event': 'branch_protection_rule',
    'x-github-delivery': idMadeAt(before),
  });
  await waitUntilProcessed(server);
  for (let n = 0; n < 72; n += 1) {
    const answer = await deliver(server, body, {
      'x-github-event': events[n % events.length]!,
      // From a day in the future back to two days ago.
      'x-github-delivery': idMadeAt(before + (24 - n) * 3_600_000),
    });
    expect(answer.status).toBe(202);
  }
  await waitUntilProcessed(server);
  expect(await observedTypes(server)).toEqual(['settings-changed']);
  const { body: page } = await request(server)
    .get(`${asset}/evidence`)
    .query({ limit: 100 });
  const [kept] = page.items.filter(
    ({ type }: { type: string }) => type === 'settings-changed',
  );
  expect(kept).toMatchObject({ proof: 'signed-body' });
  expect(Date.parse(kept.observedAt)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(kept.observedAt)).toBeLessThanOrEqual(Date.now());
  await backend.stop();
}, 120_000);
