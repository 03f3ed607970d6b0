import { z } from 'zod';
import { normaliseJson } from './normaliseJson';

const read = (text: string) =>
  normaliseJson('push', new TextEncoder().encode(text), payload => {
    z.object({
      repository: z.object({ url: z.string() }),
      size: z.number().min(1),
    }).parse(payload);
    return [];
  });

describe('normaliseJson', () => {
  it.each([
    ['{}', 'push: repository is missing; size is missing'],
    [
      '{"repository":{"url":1},"size":"x"}',
      'push: repository.url must be string, not number; size must be number, not string',
    ],
    ['[]', 'push: payload must be object, not array'],
  ])('says what is wrong with %s by the field', (text, said) => {
    const answer = read(text);
    expect(answer).toMatchObject({ outcome: 'rejected' });
    expect(JSON.stringify(answer)).toContain(said.split(': ')[1]);
  });

  it('takes what is right', () => {
    expect(read('{"repository":{"url":"x"},"size":1}')).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });
});
