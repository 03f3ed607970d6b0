import { createHmac } from 'node:crypto';
import type {
  Duration,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { authenticateSigned } from './authenticateSigned';
import { authenticateSignedOrToken } from './authenticateSignedOrToken';

const body = new TextEncoder().encode('{}');
const now = '2026-01-01T00:00:00.000Z' as Instant;
const seconds = Date.parse(now) / 1000;
const mac = (
  encoding: 'base64' | 'hex',
  secret = 'ours',
  time?: number | string,
) =>
  createHmac('sha256', secret)
    .update(time === undefined ? '' : `${time}:`)
    .update(body)
    .digest(encoding);

const signed = { header: 'x-signature', secrets: ['ours'] };
const timed = {
  ...signed,
  timestamp: { header: 'x-time', tolerance: 'PT5M' as Duration },
};
const judge = (
  headers: Record<string, string>,
  form: Parameters<typeof authenticateSigned>[2] = signed,
) => {
  const answer = authenticateSigned({ headers, body }, now, form);
  return answer.outcome === 'accepted' ? answer.proof : answer.code;
};

it.each([
  [mac('hex'), {}, 'signed-body'],
  [mac('hex').toUpperCase(), {}, 'signed-body'],
  [mac('base64'), { encoding: 'base64' as const }, 'signed-body'],
  [
    `v1=${mac('hex', 'no')}, v1=${mac('hex')}`,
    { prefix: 'v1=' },
    'signed-body',
  ],
  [`v0=${mac('hex')}`, { prefix: 'v1=' }, 'signature-invalid'],
  [mac('hex', 'no'), {}, 'signature-invalid'],
  [mac('hex').slice(2), {}, 'signature-invalid'],
  ['', {}, 'signature-missing'],
])('judges %s', (header, form, expected) => {
  expect(judge({ 'x-signature': header }, { ...signed, ...form })).toBe(
    expected,
  );
});

it.each([
  [seconds, 'signed-delivery'],
  [seconds - 300, 'signed-delivery'],
  [seconds + 301, 'signature-stale'],
  ['soon', 'signature-stale'],
])('judges the time %s', (time, expected) => {
  expect(
    judge(
      { 'x-signature': mac('hex', 'ours', time), 'x-time': String(time) },
      timed,
    ),
  ).toBe(expected);
});

it('takes no signature of the body alone for one of a time', () => {
  const headers = { 'x-signature': mac('hex'), 'x-time': String(seconds) };
  expect(judge(headers, timed)).toBe('signature-invalid');
  // Without a header for it, no time is signed.
  expect(judge(headers)).toBe('signed-body');
});

it('refuses everything if it has no secret', () => {
  const none = { ...signed, secrets: [] };
  expect(judge({ 'x-signature': mac('hex') }, none)).toBe('signature-invalid');
});

it.each([
  ['a signature', { 'x-signature': mac('hex') }, ['token'], 'signed-body'],
  [
    'a wrong signature and the token',
    { 'x-signature': mac('hex', 'no'), token: 'token' },
    ['token'],
    'signature-invalid',
  ],
  ['the token', { token: 'token' }, ['token'], 'secret'],
  ['a wrong token', { token: 'no' }, ['token'], 'token-invalid'],
  ['the token, but none is known', { token: 'token' }, [], 'signature-missing'],
])('with %s', (_, headers: Record<string, string>, tokens, expected) => {
  const answer = authenticateSignedOrToken({ headers, body }, now, {
    signed,
    token: { given: headers.token, secrets: tokens },
  });
  expect(answer.outcome === 'accepted' ? answer.proof : answer.code).toBe(
    expected,
  );
});

it('ignores signatures if only tokens are known', () => {
  const answer = authenticateSignedOrToken(
    { headers: { 'x-signature': 'anything' }, body },
    now,
    {
      signed: { ...signed, secrets: [] },
      token: { given: 'token', secrets: ['token'] },
    },
  );
  expect(answer).toMatchObject({ outcome: 'accepted', proof: 'secret' });
});
