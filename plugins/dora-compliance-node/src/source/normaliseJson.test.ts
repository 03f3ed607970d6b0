import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { normaliseJson } from './normaliseJson';

const read = (text: string) =>
  normaliseJson('push', new TextEncoder().encode(text), payload => {
    z.object({
      repository: z.object({ url: z.string() }),
      size: z.number().min(1),
      at: z.union([z.string(), z.number()]).optional(),
      by: z.union([z.object({ id: z.string() }), z.string()]).optional(),
    }).parse(payload);
    return [];
  });

describe('normaliseJson', () => {
  it('gives each reader what the body says, whatever another changed', () => {
    const body = new TextEncoder().encode('{"items":[1,2]}');
    const seen: unknown[] = [];
    for (let reader = 0; reader < 2; reader++) {
      normaliseJson('push', body, payload => {
        const { items } = payload as { items: number[] };
        seen.push([...items]);
        items.pop();
        return [];
      });
    }
    expect(seen).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it.each([
    ['{}', 'push: repository is missing; size is missing'],
    [
      '{"repository":{"url":1},"size":"x"}',
      'push: repository.url must be string, not number; size must be number, not string',
    ],
    [
      '{"repository":{"url":"x"},"size":1,"at":true,"by":4}',
      'push: at must be string or number, not boolean; by must be object or string, not number',
    ],
    ['[]', 'push: payload must be object, not array'],
  ])('says what is wrong with %s by the field', (text, said) => {
    const answer = read(text);
    expect(answer).toMatchObject({ outcome: 'rejected' });
    expect(JSON.stringify(answer)).toContain(said.split(': ')[1]);
  });

  it('says that what may be several things is missing', () => {
    const answer = normaliseJson('push', new TextEncoder().encode('{}'), it => {
      z.object({ at: z.union([z.string(), z.number()]) }).parse(it);
      return [];
    });
    expect(answer).toEqual({
      outcome: 'rejected',
      reason: 'push: at is missing',
    });
  });

  it('refuses an address with a NUL', () => {
    const statement = {
      type: 'commits-pushed',
      subjects: [{ kind: 'repository', uri: 'https://x/a\0b' }],
    } as unknown as Statement;
    const body = new TextEncoder().encode('{}');
    for (const reading of [
      [statement],
      { statements: [statement], flaws: [] },
    ]) {
      expect(normaliseJson('push', body, () => reading)).toEqual({
        outcome: 'rejected',
        reason:
          'push: the address of the repository (commits-pushed) has a NUL',
      });
    }
  });

  it('takes what is right', () => {
    expect(read('{"repository":{"url":"x"},"size":1}')).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });
});
