import { setImmediate } from 'node:timers/promises';
import { MAX_BODY_SIZE } from '../receive/deliveryFault';
import { hostileJson } from './__testUtils__/hostileTexts';
import { redact, redactInTurns } from './redact';
import { RedactionTooCostly, RedactionWork } from './RedactionWork';

/** Redacts a text; counts characters that were read, also between pauses. */
function counted(text: string, personalData: readonly string[]) {
  const work = new RedactionWork(text.length);
  const steps = redactInTurns(text, { personalData }, work);
  let longest = 0;
  let before = 0;
  let step = steps.next();
  while (!step.done) {
    longest = Math.max(longest, work.done - before);
    before = work.done;
    step = steps.next();
  }
  longest = Math.max(longest, work.done - before);
  return { ...step.value, done: work.done, limit: work.limit, longest };
}

describe('the work of redaction', () => {
  it.each(Object.entries(hostileJson))(
    'grows no faster than the text: %s',
    (_, make) => {
      const small = make(MAX_BODY_SIZE / 16);
      for (const [personalData, size] of [
        [[], MAX_BODY_SIZE / 4],
        // Which reads all that is read without, and more.
        [['email'], MAX_BODY_SIZE - 1024],
      ] as const) {
        const large = make(size);
        const few = counted(small, personalData);
        const many = counted(large, personalData);
        JSON.parse(many.text);
        expect(many.redactions.length).toBeLessThan(10_100);
        // Where one secret is longer than a piece it is looked for in views
        // that grow: that many characters more, or none.
        const times = large.length / small.length;
        expect(many.done).toBeLessThan(
          1.1 * times * few.done + 4 * large.length,
        );
        // Half of the limit is never reached, whatever is sent.
        expect(many.done).toBeLessThan(many.limit / 2);
        // Without a pause a text is read as a whole a few times at most: to find where
        // a value ends, or the last letter of one secret.
        expect(many.longest).toBeLessThan(3 * large.length);
      }
    },
  );

  it('ends with an error where it takes more than the length allows', () => {
    const text = JSON.stringify({ a: 'glpat- Bearer token= '.repeat(20_000) });
    const work = new RedactionWork(text.length, { each: 2 });
    const steps = redactInTurns(text, { personalData: [] }, work);
    expect(() => [...steps]).toThrow(RedactionTooCostly);
    expect(work.done).toBeLessThan(2.2 * text.length + 100_000);
  });
});

it('the event loop turns while a body of 5 MiB is redacted', async () => {
  const text = hostileJson['many "eyJ-."']!(MAX_BODY_SIZE - 1024);
  let isOver = false;
  const redacted = redact(text, { personalData: ['email'] }).finally(() => {
    isOver = true;
  });
  let turns = 0;
  while (!isOver) {
    await setImmediate();
    turns += 1;
  }
  const { done, ...atOnce } = counted(text, ['email']);
  expect(await redacted).toEqual({
    text: atOnce.text,
    redactions: atOnce.redactions,
  });
  // At least once for so many characters that were read.
  expect(turns).toBeGreaterThan(done / 200_000);
});
