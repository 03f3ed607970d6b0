import { hash } from 'node:crypto';
import * as fc from 'fast-check';
import { decodeBody, dictionaryFrom, encodeBody } from './encodeBody';

const text = (value: string) => Buffer.from(value);
const payload = (n: number) =>
  text(
    JSON.stringify({
      n,
      // As urls and ids of a repository are: different, and in each payload.
      repository: Array.from({ length: 40 }, (_, at) =>
        hash('sha256', `bank ${at}`),
      ),
    }),
  );

describe('encodeBody', () => {
  it('gives back any bytes, with any dictionary or none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        fc.option(fc.uint8Array({ maxLength: 2000 }), { nil: undefined }),
        fc.nat({ max: 20 }),
        async (part, shared, times) => {
          const body = Buffer.concat(Array.from({ length: times }, () => part));
          const dictionary = shared && { number: 7, bytes: shared };
          const kept = await encodeBody(body, dictionary);
          expect(kept.body.length).toBeLessThanOrEqual(body.length);
          const bytes = kept.dictionary === null ? undefined : shared;
          expect(decodeBody(kept, body.length, bytes)).toEqual(body);
        },
      ),
    );
  });

  it('gives back bodies of every size that a limit is near, and their dictionaries', async () => {
    const parts = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 500 }),
      fc.nat(255).map(byte => new Uint8Array(400).fill(byte)),
      fc.json().map(value => text(value)),
    );
    const size = fc.oneof(
      fc.nat(140),
      fc.integer({ min: 32 * 1024 - 2, max: 32 * 1024 + 2 }),
      fc.integer({ min: 64 * 1024 - 2, max: 64 * 1024 + 2 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(parts, { minLength: 1, maxLength: 20 }),
        size,
        fc.constantFrom('none', 'itself', 'longer', 'end', 'other'),
        async (all, length, kind) => {
          const body = Buffer.alloc(length, Buffer.concat(all));
          const bytes = {
            none: undefined,
            itself: dictionaryFrom(body),
            longer: Buffer.concat([text('{"before":'), body, body]),
            end: body.subarray(length / 2),
            other: dictionaryFrom(all[0]!),
          }[kind];
          const kept = await encodeBody(body, bytes && { number: 1, bytes });
          const shared = kept.dictionary === null ? undefined : bytes;
          expect(decodeBody(kept, length, shared)?.equals(body)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives back large bodies, which are compressed off the event loop', async () => {
    const body = text(`["${'text '.repeat(100_000)}"]`);
    const kept = await encodeBody(body, { number: 1, bytes: payload(1) });
    expect(kept).toMatchObject({ encoding: 'zstd', dictionary: 1 });
    expect(decodeBody(kept, body.length, payload(1))).toEqual(body);
  });

  it('keeps little of what a dictionary has', async () => {
    const alone = await encodeBody(payload(2));
    const shared = await encodeBody(payload(2), {
      number: 1,
      bytes: dictionaryFrom(payload(1)),
    });
    expect(alone.encoding).toBe('zstd');
    expect(shared.body.length).toBeLessThan(alone.body.length / 2);
  });

  it('leaves small bodies and random bytes as they are', async () => {
    expect(await encodeBody(text('{}'))).toEqual({
      body: text('{}'),
      encoding: null,
      dictionary: null,
    });
    const random = Buffer.concat(
      Array.from({ length: 10 }, (_, n) => hash('sha256', `${n}`, 'buffer')),
    );
    expect((await encodeBody(random)).encoding).toBeNull();
  });
});

describe('decodeBody', () => {
  const damaged = async (change: (body: Buffer) => Buffer) => {
    const kept = await encodeBody(payload(1));
    return decodeBody({ ...kept, body: change(kept.body) }, payload(1).length);
  };

  it('tells nothing of bytes that are not compressed', async () => {
    expect(await damaged(() => text('{"x":2}'))).toBeUndefined();
    expect(await damaged(body => body.subarray(0, 20))).toBeUndefined();
  });

  it('reads no more bytes than there were', async () => {
    const bomb = await encodeBody(Buffer.alloc(1_000_000, 'a'));
    expect(decodeBody(bomb, 100)).toBeUndefined();
  });

  it('gives other bytes with another dictionary, or none', async () => {
    const kept = await encodeBody(payload(2), {
      number: 1,
      bytes: payload(1),
    });
    const size = payload(2).length;
    const altered = text(payload(1).toString().replace('6a0155c4', 'tampered'));
    const found = decodeBody(kept, size, altered);
    expect(found?.toString()).toContain('tampered');
    expect(decodeBody(kept, size)).toBeUndefined();
  });
});
