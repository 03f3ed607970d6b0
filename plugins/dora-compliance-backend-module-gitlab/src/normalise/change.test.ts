import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  bob,
  commit,
  mergeRequest as change,
  type Payload,
  project,
  repository,
  sha,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import {
  answer,
  read,
  RECEIVED_AT,
  sent,
  SENT_AT,
  typesOf,
  withoutTime,
} from '../__testUtils__/reading';

const UPDATED_AT = '2026-03-02T11:00:00.000Z';
const system = 'gitlab.bank.example';
const bobHere = { system, login: 'bob', id: '2', kind: 'unknown' };

describe('a merge request', () => {
  it('that was merged', () => {
    const merge = { action: 'merge', state: 'merged' };
    expect(read(change({ ...merge, merge_commit_sha: sha('f') }))).toEqual([
      {
        type: 'change-merged',
        subjects: [
          { kind: 'repository', uri: URL_OF_PROJECT },
          { kind: 'change', uri: `${URL_OF_PROJECT}/-/merge_requests/7` },
          { kind: 'commit', digest: `gitCommit:${sha('c')}` },
          { kind: 'commit', digest: `gitCommit:${sha('f')}` },
        ],
        predicate: {
          change: {
            number: '7',
            title: 'Round interest',
            url: `${URL_OF_PROJECT}/-/merge_requests/7`,
          },
          author: { system, id: '1', kind: 'unknown' },
          mergedBy: bobHere,
          mergedAt: UPDATED_AT,
          headCommit: sha('c'),
          mergeCommit: sha('f'),
          targetBranch: 'main',
          sourceRepository: { url: URL_OF_PROJECT, fork: false },
        },
        observedAt: UPDATED_AT,
        sourceId: 'gitlab',
      },
    ]);
  });

  it('that was merged without a merge commit', () => {
    const [statement] = read(change({ action: 'merge' }));
    expect(statement?.predicate).toMatchObject({ mergeCommit: sha('c') });
    expect(statement?.subjects).toHaveLength(3);
  });

  it('that was squashed arrives by that commit', () => {
    const squash = { action: 'merge', squash_commit_sha: sha('e') };
    expect(read(change(squash))[0]?.predicate).toMatchObject({
      headCommit: sha('c'),
      mergeCommit: sha('e'),
    });
  });

  it.each(['merged_at', 'actioned_at'])(
    'is merged at %s, not when it was last updated',
    field => {
      const at = '2026-03-01 00:00:00 UTC';
      const [statement] = read(change({ action: 'merge', [field]: at }));
      expect(statement?.observedAt).toBe('2026-03-01T00:00:00.000Z');
    },
  );

  it('names its author where somebody else of the event has that number', () => {
    const authorOf = (rest: Payload) =>
      (
        read(
          change({ action: 'merge', author_id: 9 }, rest),
        )[0] as Statement<'change-merged'>
      ).predicate.author;
    expect(authorOf({})).toEqual({ system, id: '9', kind: 'unknown' });
    const reviewers = [{ id: 9, username: 'dan' }];
    expect(authorOf({ reviewers })).toMatchObject({ login: 'dan', id: '9' });
  });

  it.each([
    ['approved', 'approved'],
    ['approval', 'approved'],
    ['unapproved', 'dismissed'],
    ['unapproval', 'dismissed'],
  ])('%s is a review: %s', (action, decision) => {
    expect(read(change({ action }))).toMatchObject([
      {
        type: 'change-reviewed',
        predicate: {
          reviewId: `7/2/${sha('c')}`,
          reviewer: { login: 'bob' },
          decision,
          commit: sha('c'),
          submittedAt: UPDATED_AT,
        },
      },
    ]);
  });

  it('is not reviewed by whoever pushed when approvals are reset', () => {
    const reset = { system: true, system_action: 'approvals_reset_on_push' };
    expect(read(change({ action: 'unapproved', ...reset }))).toEqual([]);
  });

  it.each(['approved', 'unapproved'])(
    'is %s when that was sent, if it was not updated',
    action => {
      const payload = change({ action }, { changes: {} });
      expect(read(payload, sent)).toMatchObject([
        { observedAt: SENT_AT, predicate: { submittedAt: SENT_AT } },
      ]);
      expect(read(payload)[0]?.observedAt).toBe(RECEIVED_AT);
      expect(withoutTime(payload)).toMatchObject({
        statements: [],
        flaws: [expect.stringContaining('actioned_at')],
      });
      const [updated] = read(change({ action }), sent);
      expect(updated?.observedAt).toBe(UPDATED_AT);
    },
  );

  it.each(['ghost', 'ghost1'])(
    'reviewed by %s is by nobody known',
    username => {
      const user = { id: 1243277, username, name: 'Ghost User' };
      const [statement] = read(change({ action: 'approved' }, { user }));
      const { reviewer, reviewId } =
        statement?.predicate as Statement<'change-reviewed'>['predicate'];
      expect(reviewer).toEqual({ system, name: 'ghost', kind: 'unknown' });
      expect(reviewId).toMatch(/^7\/ghost\//);
    },
  );

  it.each(['open', 'update'])('without commits brings none by %s', action => {
    const payload = change({ action, oldrev: sha('a'), last_commit: null });
    expect(read(payload)).toEqual([]);
  });

  it.each(['merge', 'approved', 'unapproved'])(
    'is not said to be %s without its commit',
    action => {
      expect(answer(change({ action, last_commit: null }))).toEqual({
        outcome: 'normalised',
        statements: [],
        flaws: [expect.stringContaining('last_commit')],
      });
    },
  );

  it('is not said to be approved in time when it was afterwards', () => {
    const late = { action: 'approved', state: 'merged' };
    expect(withoutTime(change(late))).toMatchObject({
      statements: [],
      flaws: [expect.stringContaining('actioned_at')],
    });
    expect(read(change(late), sent)[0]?.observedAt).toBe(SENT_AT);
    const told = { ...late, actioned_at: '2026-03-05 00:00:00 UTC' };
    expect(read(change(told))[0]?.observedAt).toBe('2026-03-05T00:00:00.000Z');
  });

  it.each([
    [{ action: 'open' }, ['change-updated']],
    [{ action: 'update', oldrev: sha('a') }, ['change-updated']],
    [{ action: 'update' }, []],
    [{ action: 'reopen' }, ['change-state-changed']],
    [{ action: 'close' }, ['change-state-changed']],
  ])('with %j is %j', (attributes, expected) => {
    expect(typesOf(read(change(attributes)))).toEqual(expected);
  });

  it.each([undefined, null, 'something new'])(
    'whose event has the action %s is a flaw',
    action => {
      expect(answer(change({ action }))).toEqual({
        outcome: 'normalised',
        statements: [],
        flaws: [expect.stringContaining('object_attributes.action')],
      });
    },
  );
});

describe('the state of a merge request', () => {
  it.each([
    ['close', 'closed'],
    ['reopen', 'reopened'],
  ])('changes by %s', (action, told) => {
    expect(read(change({ action }))).toMatchObject([
      {
        type: 'change-state-changed',
        subjects: [
          { kind: 'repository' },
          { kind: 'change', uri: `${URL_OF_PROJECT}/-/merge_requests/7` },
          { kind: 'commit', digest: `gitCommit:${sha('c')}` },
        ],
        predicate: {
          action: told,
          changedBy: bobHere,
          changedAt: UPDATED_AT,
          headCommit: sha('c'),
          targetBranch: 'main',
        },
        observedAt: UPDATED_AT,
      },
    ]);
  });

  it('is told of a change without commits, too', () => {
    const [closed] = read(change({ action: 'close', last_commit: null }));
    expect(closed?.subjects).toHaveLength(2);
    expect(closed?.predicate).not.toHaveProperty('headCommit');
  });

  const aimedAt = (previous: unknown, current = 'main') =>
    change(
      { action: 'update', target_branch: current },
      { changes: { target_branch: { previous, current } } },
    );

  it('tells the branch before when it was retargeted', () => {
    expect(read(aimedAt('release/2', 'main'))).toMatchObject([
      {
        type: 'change-state-changed',
        predicate: {
          action: 'retargeted',
          targetBranch: 'main',
          previousTargetBranch: 'release/2',
        },
      },
    ]);
    expect(read(aimedAt('main'))).toEqual([]);
    expect(read(aimedAt(null))).toEqual([]);
  });

  it('may change together with its commits', () => {
    const payload = aimedAt('release/2');
    payload.object_attributes.oldrev = sha('a');
    expect(typesOf(read(payload))).toEqual([
      'change-updated',
      'change-state-changed',
    ]);
  });
});

describe('a merge train', () => {
  const train = { auto_merge_strategy: 'merge_train' };
  const later = { auto_merge_strategy: 'add_to_merge_train_when_checks_pass' };
  const switched = (current: boolean, now: Payload, before: Payload = {}) =>
    change(
      { action: 'update', merge_params: now },
      {
        changes: {
          merge_when_pipeline_succeeds: { previous: !current, current },
          merge_params: { previous: before, current: now },
        },
      },
    );

  it.each([
    ['is entered', switched(true, train), ['queued']],
    ['is left', switched(false, {}, train), ['dequeued']],
    ['is to be entered later', switched(true, later), []],
    ['is not to be entered later', switched(false, {}, later), []],
    ['is not told of', switched(true, null, null), []],
  ])('%s', (_, payload, actions) => {
    expect(read(payload).map(({ predicate }) => predicate)).toEqual(
      actions.map(action => expect.objectContaining({ action })),
    );
  });
});

describe('the project that the commits of a merge request come from', () => {
  const fork = 'https://gitlab.bank.example/mallory/ledger';
  const sourceOf = (attributes: Payload) =>
    read(change({ action: 'open', ...attributes })).map(
      ({ predicate }) =>
        (predicate as Statement<'change-updated'>['predicate'])
          .sourceRepository,
    );

  it.each([
    [
      'another one',
      { source_project_id: 31, source: project({ id: 31, web_url: fork }) },
      { url: fork, fork: true },
    ],
    [
      'the same one',
      { source_project_id: 30 },
      { url: URL_OF_PROJECT, fork: false },
    ],
    [
      'one that was deleted',
      { source_project_id: null, source: null },
      { fork: true },
    ],
    [
      'another one, by its address alone',
      { source_project_id: undefined, source: { web_url: fork } },
      { url: fork, fork: true },
    ],
    [
      'the same one, in other letters',
      {
        source_project_id: undefined,
        source: { web_url: URL_OF_PROJECT.toUpperCase() },
      },
      { url: URL_OF_PROJECT.toUpperCase(), fork: false },
    ],
    [
      'not told',
      { source_project_id: undefined, source: undefined },
      undefined,
    ],
  ])('is %s', (_, attributes, expected) => {
    expect(sourceOf(attributes)).toEqual([expected]);
    const merged = read(change({ action: 'merge', ...attributes }));
    expect(merged[0]?.predicate).toEqual(
      expect.objectContaining(expected ? { sourceRepository: expected } : {}),
    );
  });
});

describe('a merge request of an older version', () => {
  const older = (target: Payload, rest: Payload = {}) =>
    change(
      { action: 'merge', url: undefined, target, ...rest },
      {
        project: undefined,
        repository: undefined,
        user: { name: 'Bob Clerk', username: 'bob', avatar_url: null },
      },
    );
  const repositoryOf = (payload: Payload) => read(payload)[0]?.subjects[0]?.uri;

  it('names its project as the target', () => {
    const [statement] = read(older(project()));
    expect(statement).toMatchObject({
      type: 'change-merged',
      subjects: [
        { uri: URL_OF_PROJECT },
        { uri: `${URL_OF_PROJECT}/-/merge_requests/7` },
        {},
      ],
      predicate: { mergedBy: { login: 'bob' } },
    });
  });

  it.each([
    ['homepage', URL_OF_PROJECT],
    ['http_url', `${URL_OF_PROJECT}.git`],
    ['git_http_url', `${URL_OF_PROJECT}.git`],
    ['url', `${URL_OF_PROJECT}.git`],
  ])('finds its address as %s', (field, value) => {
    const ssh = 'git@gitlab.bank.example:bank/ledger.git';
    expect(repositoryOf(older({ name: 'x', url: ssh, [field]: value }))).toBe(
      URL_OF_PROJECT,
    );
  });

  it('names its project as the repository', () => {
    const payload = { ...older(null), repository: repository() };
    expect(repositoryOf(payload)).toBe(URL_OF_PROJECT);
  });

  it('is rejected when nothing names its project', () => {
    expect(answer(older({ name: 'x' }))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('project '),
    });
  });
});

it('leaves the time that a commit claims alone', () => {
  const forged = commit('c', { timestamp: '1999-01-01T00:00:00Z' });
  for (const action of ['open', 'merge', 'close', 'approved']) {
    const payload = change({ action, last_commit: forged }, { user: bob });
    expect(read(payload)[0]?.observedAt).toBe(UPDATED_AT);
  }
});
