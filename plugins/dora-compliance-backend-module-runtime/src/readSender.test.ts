import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readSender } from './readSender';

const receivedAt = '2026-03-31T12:00:05.000Z' as Instant;

const readWith = (headers: Record<string, unknown>, at?: Instant) =>
  readSender(headers, at);

it.each([
  ['2026-03-31T12:00:00Z', '2026-03-31T12:00:00.000Z'],
  ['2026-03-31T14:00:00+02:00', '2026-03-31T12:00:00.000Z'],
  // A clock that is ahead.
  ['2026-03-31T12:30:00Z', receivedAt],
])('takes the time %s as %s', (told, observedAt) => {
  const sender = readWith({ 'x-runtime-observed-at': told }, receivedAt);
  expect(sender).toEqual({ observedAt });
});

it('takes the time of receipt if the sender gives none', () => {
  expect(readWith({ 'x-runtime-cluster': ' eu ' }, receivedAt)).toEqual({
    observedAt: receivedAt,
    cluster: 'eu',
  });
});

it.each([
  [{}, 'x-runtime-observed-at is missing: send the time'],
  [
    { 'x-runtime-observed-at': 'yesterday' },
    'x-runtime-observed-at is no time',
  ],
  [{ 'x-runtime-observed-at': '12' }, 'x-runtime-observed-at is no time'],
  [{ 'x-runtime-cluster': 'e\u00fc' }, 'x-runtime-cluster must be a name'],
  [{ 'x-runtime-cluster': 7 }, 'x-runtime-cluster must be text, not number'],
  [{ 'x-runtime-cluster': 'x'.repeat(201) }, 'x-runtime-cluster must be'],
])('rejects %j, and names the header', (headers, message) => {
  expect(() => readWith(headers)).toThrow(message);
});
