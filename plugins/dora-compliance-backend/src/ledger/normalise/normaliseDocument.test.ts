import type {
  EvidenceSource,
  Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { inEnglish } from '../../read/inEnglish';
import { received, statementOn } from '../../testing/samples';
import { normaliseDocument } from './normaliseDocument';

/** With sentences in place of reasons that are written as text. */
const inWords = (of: Normalised): Normalised =>
  of.outcome === 'rejected'
    ? { ...of, reason: inEnglish.text(of.reason) }
    : { ...of, ...(of.flaws && { flaws: of.flaws.map(inEnglish.text) }) };

const saying = (
  text: string,
  normalise: (payload: any) => Normalised,
): Normalised => {
  const source = {
    id: 'test',
    normalise: ({ body }: { body: Uint8Array }) =>
      normalise(JSON.parse(new TextDecoder().decode(body))),
  } as unknown as EvidenceSource;
  return inWords(
    normaliseDocument(new Map([['test', source]]), received(text)),
  );
};

const titled = (title: string) => {
  const { predicate, ...rest } = statementOn('a') as any;
  const change = { ...predicate.change, title };
  return { ...rest, predicate: { ...predicate, change } };
};

const ofTitle = ({ title }: { title: string }): Normalised => ({
  outcome: 'normalised',
  statements: [titled(title)],
});

describe('half of a surrogate pair', () => {
  it('is read as U+FFFD, and its place is a flaw', () => {
    expect(saying(String.raw`{"title":"a\ud83d"}`, ofTitle)).toEqual({
      outcome: 'normalised',
      statements: [titled('a\ufffd')],
      flaws: [
        expect.stringMatching(
          /^The document contains invalid Unicode .* at \/title\./,
        ),
      ],
    });
  });

  it('is no flaw where nothing is read', () => {
    const text = String.raw`{"title":"a","body":"\ud83d"}`;
    expect(saying(text, ofTitle)).not.toHaveProperty('flaws');
  });

  it('is told with a rejection', () => {
    const text = String.raw`{"title":"\ud83d"}`;
    expect(
      saying(text, () => ({ outcome: 'rejected', reason: 'no title' })),
    ).toEqual({
      outcome: 'rejected',
      reason: expect.stringMatching(
        /^no title\. The document contains .*\/title/,
      ),
    });
  });

  it('does not break a source that makes an address of it', () => {
    const answer = saying(String.raw`{"title":"\ud83d"}`, ({ title }) => ({
      outcome: 'normalised',
      statements: [titled(encodeURIComponent(title))],
    }));
    expect(answer.outcome).toBe('normalised');
  });

  it('does not hide that two names have become one', () => {
    const text = String.raw`{"\ud83d":1,"\ud83e":2}`;
    expect(saying(text, ofTitle)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('twice in one object'),
    });
  });

  it('that a source made by itself is replaced in the statement', () => {
    expect(
      saying('{"title":"\u{1f600}"}', ({ title }) =>
        ofTitle({ title: title[0] }),
      ),
    ).toEqual({
      outcome: 'normalised',
      statements: [titled('\ufffd')],
      flaws: [
        expect.stringMatching(
          /^Statement 1 of 1 \(change-updated\) contains invalid Unicode .* at \/predicate\/change\/title/,
        ),
      ],
    });
  });
});

describe('a statement that is none', () => {
  const bad = { ...statementOn('a'), predicate: {} as never };

  it('is a flaw that names the field, and costs no other', () => {
    const answer = saying('{}', () => ({
      outcome: 'normalised',
      statements: [statementOn('a'), bad],
      flaws: ['one'],
    }));
    expect(answer).toEqual({
      outcome: 'normalised',
      statements: [statementOn('a')],
      flaws: [
        'one',
        expect.stringMatching(
          /^Statement 2 of 2 \(change-updated\) can't be stored: change /,
        ),
      ],
    });
  });

  it('is a rejection where there is no other', () => {
    const answer = saying('{}', () => ({
      outcome: 'normalised',
      statements: [bad],
    }));
    expect(answer).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('Statement 1 of 1'),
    });
  });

  it('is counted where there are many', () => {
    const answer = saying('{}', () => ({
      outcome: 'normalised',
      statements: [statementOn('a'), ...Array(50).fill(bad)],
    }));
    expect(answer).toMatchObject({ flaws: { length: 21 } });
    expect((answer as any).flaws[20]).toContain('30 more');
  });
});
