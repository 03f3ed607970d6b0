import { bobHere, commitSubject } from '../__testUtils__/expectedSubjects';
import {
  mergeRequest as change,
  type Payload,
  sha,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import { read, listTypes } from '../__testUtils__/reading';

const UPDATED_AT = '2026-03-02T11:00:00.000Z';

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
          commitSubject('c'),
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

  it('covers a change without commits, too', () => {
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
    expect(listTypes(read(payload))).toEqual([
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
    ['is not reported', switched(true, null, null), []],
  ])('%s', (_, payload, actions) => {
    expect(read(payload).map(({ predicate }) => predicate)).toEqual(
      actions.map(action => expect.objectContaining({ action })),
    );
  });
});
