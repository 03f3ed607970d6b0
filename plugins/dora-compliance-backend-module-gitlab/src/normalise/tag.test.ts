import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  annHere,
  commitSubject,
  ledger,
} from '../__testUtils__/expectedSubjects';
import { sha, tagPush, URL_OF_PROJECT } from '../__testUtils__/payloads';
import {
  answer,
  read,
  RECEIVED_AT,
  readTimes,
  timesOfDelivery,
} from '../__testUtils__/reading';

describe('tag_push', () => {
  it('tells that a tag was created', () => {
    expect(read(tagPush())).toEqual([
      {
        type: 'reference-changed',
        subjects: [
          ledger,
          { kind: 'tag', uri: `${URL_OF_PROJECT}/-/tags/v1.0.0` },
          commitSubject('c'),
        ],
        predicate: {
          reference: { kind: 'tag', name: 'v1.0.0' },
          action: 'created',
          after: sha('c'),
          changedBy: annHere,
          changedAt: RECEIVED_AT,
        },
        observedAt: RECEIVED_AT,
        sourceId: 'gitlab',
      },
    ]);
  });

  it('tells the commit of an annotated tag, never the tag itself', () => {
    const [statement] = read(tagPush({ after: sha('9') }));
    expect(statement?.predicate).toMatchObject({ after: sha('c') });
    expect(JSON.stringify(statement)).not.toContain(sha('9'));
  });

  it.each([
    ['moved', { before: sha('9') }, sha('c')],
    [
      'deleted',
      { before: sha('9'), after: sha('0'), checkout_sha: null },
      undefined,
    ],
    ['created', { checkout_sha: null }, undefined],
  ])('tells that one was %s', (action, fields, after) => {
    const [statement] = read(tagPush(fields));
    const told = statement?.predicate as
      | Statement<'reference-changed'>['predicate']
      | undefined;
    expect(told?.action).toBe(action);
    expect(told?.after).toBe(after);
    // What it was before may be the tag object, which is no commit.
    expect(told).not.toHaveProperty('before');
  });

  it('may have a name that is no part of an address as it is', () => {
    const [statement] = read(tagPush({ ref: 'refs/tags/a b/c?d#e\ud800' }));
    expect(statement?.subjects[1]?.uri).toBe(
      `${URL_OF_PROJECT}/-/tags/a%20b/c%3Fd%23e%EF%BF%BD`,
    );
  });

  it('of something else is a flaw', () => {
    expect(answer(tagPush({ ref: 'refs/heads/v1' }))).toMatchObject({
      statements: [],
      flaws: ['ref refs/heads/v1 is not a tag: the change was not read'],
    });
  });

  it('is of the time that was told, or else rejected', () => {
    expect(readTimes(tagPush())).toEqual(
      timesOfDelivery('time of the change of a tag'),
    );
  });
});
