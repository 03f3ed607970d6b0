import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  bobHere,
  commitSubject,
  ledger,
  SYSTEM,
} from '../__testUtils__/expectedSubjects';
import {
  bob,
  commit,
  mergeRequest as change,
  type Payload,
  sha,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import {
  answer,
  read,
  RECEIVED_AT,
  sent,
  SENT_AT,
  listTypes,
  withoutTime,
} from '../__testUtils__/reading';

const UPDATED_AT = '2026-03-02T11:00:00.000Z';

describe('a merge request', () => {
  it('tells which headings of its description have a text', () => {
    const [merged] = read(
      change({
        ...{ action: 'merge', state: 'merged', merge_commit_sha: sha('f') },
        description: '## Risk\nWrong amounts\n## Ticket\nn/a',
      }),
    );
    expect(merged?.predicate).toMatchObject({ headings: ['risk'] });
  });

  it('that was merged', () => {
    const merge = { action: 'merge', state: 'merged' };
    expect(read(change({ ...merge, merge_commit_sha: sha('f') }))).toEqual([
      {
        type: 'change-merged',
        subjects: [
          ledger,
          { kind: 'change', uri: `${URL_OF_PROJECT}/-/merge_requests/7` },
          commitSubject('c'),
          commitSubject('f'),
        ],
        predicate: {
          change: {
            number: '7',
            title: 'Round interest',
            url: `${URL_OF_PROJECT}/-/merge_requests/7`,
          },
          author: { system: SYSTEM, id: '1', kind: 'unknown' },
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
    const readAuthor = (rest: Payload) =>
      (
        read(
          change({ action: 'merge', author_id: 9 }, rest),
        )[0] as Statement<'change-merged'>
      ).predicate.author;
    expect(readAuthor({})).toEqual({
      system: SYSTEM,
      id: '9',
      kind: 'unknown',
    });
    const reviewers = [{ id: 9, username: 'dan' }];
    expect(readAuthor({ reviewers })).toMatchObject({ login: 'dan', id: '9' });
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
      expect(reviewer).toEqual({
        system: SYSTEM,
        name: 'ghost',
        kind: 'unknown',
      });
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

  it('of a push tell which commit was the last one before it', () => {
    const [pushed] = read(change({ action: 'update', oldrev: sha('a') }));
    expect(pushed?.predicate).toMatchObject({ before: sha('a') });
    const [opened] = read(change({ action: 'open' }));
    expect(opened?.predicate).not.toHaveProperty('before');
  });

  it.each([
    [{ action: 'open' }, ['change-updated']],
    [{ action: 'update', oldrev: sha('a') }, ['change-updated']],
    [{ action: 'update' }, []],
    [{ action: 'reopen' }, ['change-state-changed']],
    [{ action: 'close' }, ['change-state-changed']],
  ])('with %j is %j', (attributes, expected) => {
    expect(listTypes(read(change(attributes)))).toEqual(expected);
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

it('leaves the time that a commit claims alone', () => {
  const forged = commit('c', { timestamp: '1999-01-01T00:00:00Z' });
  for (const action of ['open', 'merge', 'close', 'approved']) {
    const payload = change({ action, last_commit: forged }, { user: bob });
    expect(read(payload)[0]?.observedAt).toBe(UPDATED_AT);
  }
});
