import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as make from '../__testUtils__/azureObjects';
import { commit, ledger } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a push', () => {
  it('to the default branch', () => {
    expect(readEvent(sample.pushEvent())).toMatchObject([
      {
        type: 'commits-pushed',
        subjects: [ledger, commit(9)],
        predicate: {
          branch: 'main',
          before: make.sha(8),
          after: make.sha(9),
          pushedBy: { login: 'anna@bank.example', kind: 'unknown' },
          commits: [
            {
              commit: make.sha(9),
              // The address is that of the account which pushed.
              author: { login: 'anna@bank.example' },
              coAuthors: [
                {
                  system: 'dev.azure.com',
                  name: 'Dora',
                  email: 'dora@home.example',
                  kind: 'unknown',
                },
              ],
              title: 'round amounts',
            },
          ],
        },
        observedAt: '2026-03-02T10:00:00.330Z',
      },
    ]);
  });

  it.each([
    ['newest', [9, 7, 6]],
    ['oldest', [6, 7, 9]],
  ])('lists its commits oldest first, if the %s comes first', (_, order) => {
    const commits = order.map(number => make.commit(make.sha(number), 'Anna'));
    const [pushed] = readEvent(sample.pushEvent({ commits }));
    const { predicate } = pushed as Statement<'commits-pushed'>;
    expect(predicate.commits.map(({ commit: id }) => id)).toEqual(
      [6, 7, 9].map(make.sha),
    );
  });

  it('makes up neither an account nor whether history was rewritten', () => {
    const commits = [make.commit(make.sha(9), 'Elsa')];
    const [pushed] = readEvent(sample.pushEvent({ commits }));
    const { predicate } = pushed as Statement<'commits-pushed'>;
    expect(predicate.commits[0]?.author).toEqual({
      system: 'dev.azure.com',
      name: 'Elsa',
      email: 'elsa@bank.example',
      kind: 'unknown',
    });
    expect(predicate).not.toHaveProperty('forced');
  });

  it('that happened on the first day of the calendar is rejected', () => {
    const date = '0001-01-01T00:00:00';
    expect(normaliseEvent(sample.pushEvent({ date }))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('date is not set'),
    });
  });

  it.each([
    ['Anna pushed 2 commits to ledger:main', ['commits has 1 of 2']],
    ['Anna pushed 1 commits to ledger:main', undefined],
    ['Anna pushed a commit to ledger:main', undefined],
    [null, undefined],
  ])('that says "%s" and lists one', (text, flaws) => {
    const event = { ...sample.pushEvent(), detailedMessage: { text } };
    const commitCount = flaws && 2;
    expect(normaliseEvent(event)).toEqual({
      outcome: 'normalised',
      statements: [
        expect.objectContaining({
          predicate: {
            ...readEvent(sample.pushEvent())[0]?.predicate,
            ...(commitCount && { commitCount }),
          },
        }),
      ],
      ...(flaws && { flaws }),
    });
  });

  it('tells that history was rewritten where it is told', () => {
    const event = sample.pushEvent() as any;
    event.resource.refUpdates[0].forced = true;
    expect(readEvent(event)[0]?.predicate).toMatchObject({ forced: true });
  });
});

describe('a push of branches', () => {
  const pushed = (...refUpdates: object[]) =>
    readEvent(sample.pushEvent({ refUpdates }));

  it.each([
    ['a new protected branch', 'release', 0],
    ['any other branch', 'topic/x', 8],
  ])('to %s', (_, branch, from) => {
    const [statement, ...others] = pushed(
      sample.refUpdate(`refs/heads/${branch}`, from, 9),
    );
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      type: 'commits-pushed',
      predicate: { branch, after: make.sha(9), commits: [{}] },
    });
    expect((statement?.predicate as { before?: string }).before).toBe(
      from ? make.sha(from) : undefined,
    );
  });

  it.each([
    ['refs/notes/commits', 8, 9],
    ['refs/pull/5/merge', 8, 9],
    ['refs/heads/', 8, 9],
    ['refs/heads/never', 0, 0],
  ])('to %s from %s to %s tells nothing', (name, from, to) => {
    expect(pushed(sample.refUpdate(name, from, to))).toEqual([]);
  });

  it('has all of its commits beside a deletion and a tag of the same', () => {
    const statements = pushed(
      sample.refUpdate('refs/heads/main', 8, 9),
      sample.refUpdate('refs/heads/topic', 7, 0),
      sample.refUpdate('refs/tags/v1', 0, 9),
    );
    expect(statements.map(({ type }) => type)).toEqual([
      'commits-pushed',
      'reference-changed',
      'reference-changed',
    ]);
    expect(statements[0]).toMatchObject({ predicate: { commits: [{}] } });
  });

  it('is not lost with an update that can not be read', () => {
    const refUpdates = [
      sample.refUpdate('refs/heads/main', 8, 9),
      {
        ...sample.refUpdate('refs/heads/topic', 8, 9),
        newObjectId: make.PROJECT,
      },
    ];
    expect(normaliseEvent(sample.pushEvent({ refUpdates }))).toMatchObject({
      statements: [{ predicate: { branch: 'main' } }],
      flaws: ['refUpdates.1: newObjectId must be the id of a commit'],
    });
  });

  it('of several branches gives each its newest commit, and says so', () => {
    const refUpdates = [
      sample.refUpdate('refs/heads/main', 8, 9),
      sample.refUpdate('refs/heads/feature', 8, 10),
    ];
    const commits = [9, 10, 11].map(id => make.commit(make.sha(id), 'Anna'));
    expect(
      normaliseEvent(sample.pushEvent({ refUpdates, commits })),
    ).toMatchObject({
      statements: [
        {
          predicate: { branch: 'main', commits: [{ commit: make.sha(9) }] },
        },
        {
          predicate: { branch: 'feature', commits: [{ commit: make.sha(10) }] },
        },
      ],
      flaws: [expect.stringMatching(/several branches/)],
    });
  });

  it('of a branch that begins at old commits lists none', () => {
    const text = 'Anna pushed 20 commits to ledger:topic';
    const event = sample.pushEvent({
      commits: undefined,
      refUpdates: [sample.refUpdate('refs/heads/topic', 0, 9)],
    });
    expect(readEvent({ ...event, detailedMessage: { text } })).toMatchObject([
      { predicate: { branch: 'topic', commits: [] } },
    ]);
  });
});
