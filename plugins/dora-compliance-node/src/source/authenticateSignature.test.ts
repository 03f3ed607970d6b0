import { createHmac } from 'node:crypto';
import { authenticateSignature } from './authenticateSignature';

const body = Buffer.from('{"a":1}');
const sign = (key: string | Buffer, ...parts: Uint8Array[]) =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest();

const judge = (given: Uint8Array[]) =>
  authenticateSignature(body, {
    given,
    secrets: ['old', { secret: 'new', scope: ['ci.example/bank'] }],
    proof: 'signed-body',
  });

describe('authenticateSignature', () => {
  it('accepts what any of the secrets signed, for its scope', () => {
    expect(judge([sign('old', body)])).toEqual({
      outcome: 'accepted',
      verification: 'authenticated',
      proof: 'signed-body',
    });
    expect(judge([sign('new', body)])).toMatchObject({
      outcome: 'accepted',
      scope: ['ci.example/bank'],
    });
  });

  it('accepts one good signature among others', () => {
    const given = [Buffer.from('x'), sign('other', body), sign('old', body)];
    expect(judge(given).outcome).toBe('accepted');
  });

  it.each([
    ['none', []],
    ['an empty one', [new Uint8Array()]],
    ['one with another secret', [sign('other', body)]],
    ['one of other bytes', [sign('old', Buffer.from('{"a":2}'))]],
    ['the first half of one', [sign('old', body).subarray(0, 16)]],
  ])('refuses %s', (_, given) => {
    expect(judge(given)).toEqual({
      outcome: 'refused',
      code: 'signature-invalid',
    });
  });

  it('signs several parts one after the other, with a key of a secret', () => {
    const head = Buffer.from('id.1.');
    const key = Buffer.from('c2VjcmV0', 'base64');
    const options = {
      given: [sign(key, head, body)],
      secrets: ['whsec_c2VjcmV0'],
      proof: 'signed-delivery' as const,
      decodeKey: (secret: string) =>
        Buffer.from(secret.replace('whsec_', ''), 'base64'),
    };
    expect(authenticateSignature([head, body], options).outcome).toBe(
      'accepted',
    );
    expect(authenticateSignature([body, head], options).outcome).toBe(
      'refused',
    );
  });
});
