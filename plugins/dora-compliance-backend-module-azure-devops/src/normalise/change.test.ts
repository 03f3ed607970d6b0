import * as make from '../__testUtils__/azureObjects';
import {
  account,
  change,
  commit,
  ledger,
} from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a pull request', () => {
  it('that is created is updated by its author', () => {
    const open = { status: 'active', closedDate: undefined };
    expect(readEvent(sample.pullRequestEvent('created', 'x', open))).toEqual([
      {
        type: 'change-updated',
        subjects: [ledger, change, commit(50)],
        predicate: {
          change: { number: '5', title: 'change 5', url: change.uri },
          pushedBy: account('Anna'),
          headCommit: make.sha(50),
        },
        observedAt: '2026-03-01T08:00:00.589Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each(['merged', 'updated'])('that is %s was completed', kind => {
    const [merged, ...others] = readEvent(
      sample.pullRequestEvent(
        kind,
        'Cora marked the pull request as completed',
      ),
    );
    expect(others).toEqual([]);
    expect(merged).toMatchObject({
      type: 'change-merged',
      subjects: [ledger, change, {}, {}],
      predicate: {
        author: account('Anna'),
        mergedBy: { login: 'cora@bank.example' },
        mergedAt: '2026-03-02T11:59:00.366Z',
        headCommit: make.sha(50),
        mergeCommit: make.sha(51),
        targetBranch: 'main',
      },
      observedAt: '2026-03-02T11:59:00.366Z',
    });
  });

  it.each([
    ['Risk: wrong amounts', ['risk']],
    [`Risk: ${'wrong amounts '.repeat(30)}`, undefined],
    [undefined, undefined],
  ])('with the description %j has the headings %j', (description, headings) => {
    const [merged] = readEvent(
      sample.pullRequestEvent('merged', 'completed', { description }),
    );
    const { predicate } = merged as { predicate: { headings?: string[] } };
    expect(predicate.headings).toEqual(headings);
  });

  it('is not merged by the attempt to merge it', () => {
    const open = { status: 'active', closedDate: undefined };
    expect(readEvent(sample.pullRequestEvent('merged', 'x', open))).toEqual([]);
    expect(
      readEvent(
        sample.pullRequestEvent('merged', 'x', { mergeStatus: 'conflicts' }),
      ),
    ).toEqual([]);
  });

  it('that does not tell when it was closed is rejected', () => {
    expect(
      normaliseEvent(
        sample.pullRequestEvent('merged', 'x', { closedDate: undefined }),
      ),
    ).toEqual({
      outcome: 'rejected',
      reason:
        'Azure DevOps: git.pullrequest.merged: closedDate or lastMergeCommit is missing',
    });
  });

  it.each(['failure', 'rejectedByPolicy', 'conflicts'])(
    'is not merged by a merge that ended with %s',
    mergeStatus => {
      expect(
        readEvent(sample.pullRequestEvent('merged', 'x', { mergeStatus })),
      ).toEqual([]);
    },
  );

  it('tells the fork it comes from, and else nothing of it', () => {
    const own = { ...make.repository, name: 'my-ledger' };
    const readSources = (forkSource?: object | null) =>
      ['created', 'merged'].map(kind => {
        const [statement] = readEvent(
          sample.pullRequestEvent(kind, 'x', { forkSource }),
        );
        return (statement?.predicate as { sourceRepository?: object })
          .sourceRepository;
      });
    const url = 'https://dev.azure.com/bank/payments/_git/my-ledger';
    expect(readSources({ name: 'refs/heads/x', repository: own })).toEqual([
      { url, fork: true },
      { url, fork: true },
    ]);
    expect(readSources({ repository: null })).toEqual([
      { fork: true },
      { fork: true },
    ]);
    expect(readSources({ repository: { name: 'gone' } })).toEqual([
      { fork: true },
      { fork: true },
    ]);
    expect(readSources()).toEqual([undefined, undefined]);
    expect(readSources(null)).toEqual([undefined, undefined]);
  });
});

describe('an update of a pull request', () => {
  it.each([
    ['Ben approved pull request 5 (x) in ledger', 10, 'approved'],
    ['Ben has approved pull request 5 (x) in ledger', 10, 'approved'],
    [
      'Ben has approved and left suggestions on pull request 5 (x)',
      5,
      'approved',
    ],
    [
      'Ben is waiting for the author on pull request 5 (x)',
      -5,
      'changes-requested',
    ],
    ['Ben rejected pull request 5 (x)', -10, 'changes-requested'],
    ['Ben voted on pull request 5 (x)', 0, 'dismissed'],
    ['Ben voted on pull request 5 (x)', 10, 'approved'],
  ])('of which it is said "%s"', (text, vote, decision) => {
    const reviewers = [
      { ...make.person('Ben'), vote },
      { ...make.person('Elsa'), vote: 10 },
    ];
    expect(readEvent(sample.updateEvent(text, { reviewers }))).toMatchObject([
      {
        type: 'change-reviewed',
        subjects: [ledger, change, {}],
        predicate: {
          reviewId: `${make.person('Ben').id}:${make.sha(50)}`,
          reviewer: { login: 'ben@bank.example', kind: 'human' },
          decision,
          commit: make.sha(50),
          submittedAt: '2026-03-02T12:00:00.123Z',
        },
      },
    ]);
  });

  it.each([
    ['nobody of that name', [make.person('Elsa')]],
    ['somebody who did not', [make.person('Ben')]],
    [
      'two of that name',
      [
        { ...make.person('Ben'), vote: 10 },
        { ...make.person('Elsa'), displayName: 'Ben', vote: 10 },
      ],
    ],
    [
      'a group',
      [
        {
          ...make.person('Team'),
          displayName: 'Ben',
          vote: 10,
          isContainer: true,
        },
      ],
    ],
  ])('is not approved by %s', (_, reviewers) => {
    expect(
      normaliseEvent(
        sample.updateEvent('Ben approved pull request 5 (x)', { reviewers }),
      ),
    ).toMatchObject({
      statements: [],
      flaws: [expect.stringContaining('message.text names Ben')],
    });
  });

  it('keeps earlier votes off a push', () => {
    const reviewers = [{ ...make.person('Ben'), vote: 10 }];
    const [pushed, ...others] = readEvent(
      sample.updateEvent(
        'Ben updated the source branch of pull request 5 (x) in ledger',
        { reviewers },
      ),
    );
    expect(others).toEqual([]);
    expect(pushed).toMatchObject({
      type: 'change-updated',
      predicate: { pushedBy: { login: 'ben@bank.example' } },
      observedAt: '2026-03-02T12:00:00.123Z',
    });
  });

  it('makes up no account for who pushed', () => {
    const text = 'Zoe updated the source branch of pull request 5 (x)';
    expect(
      readEvent(sample.updateEvent(text, { reviewers: [] }))[0],
    ).toMatchObject({
      predicate: {
        pushedBy: { system: 'dev.azure.com', name: 'Zoe', kind: 'unknown' },
      },
    });
  });
});
