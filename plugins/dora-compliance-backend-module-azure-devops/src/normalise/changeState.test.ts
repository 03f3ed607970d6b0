import * as make from '../__testUtils__/azureObjects';
import { change, commit, ledger } from '../__testUtils__/expectedSubjects';
import { readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a pull request', () => {
  it.each([
    ['Cora abandoned pull request 5 (x) in ledger'],
    ['Cora marked the pull request as abandoned'],
  ])('that is given up: %s', text => {
    const abandoned = { status: 'abandoned' };
    expect(
      readEvent(sample.pullRequestEvent('updated', text, abandoned)),
    ).toEqual([
      {
        type: 'change-state-changed',
        subjects: [ledger, change, commit(50)],
        predicate: {
          change: { number: '5', title: 'change 5', url: change.uri },
          action: 'closed',
          changedBy: expect.objectContaining({ login: 'cora@bank.example' }),
          changedAt: '2026-03-02T11:59:00.366Z',
          headCommit: make.sha(50),
          targetBranch: 'main',
        },
        observedAt: '2026-03-02T11:59:00.366Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('that is given up may be told by its event alone', () => {
    const told = { status: 'abandoned', closedBy: null, closedDate: null };
    const text = 'Ben abandoned pull request 5 (x) in ledger';
    expect(
      readEvent(sample.pullRequestEvent('updated', text, told)),
    ).toMatchObject([
      {
        predicate: {
          action: 'closed',
          changedBy: { login: 'ben@bank.example' },
          changedAt: '2026-03-02T12:00:00.123Z',
        },
      },
    ]);
  });

  it.each([
    ['Ben reactivated pull request 5 (x) in ledger', 'reopened'],
    ['Ben marked the pull request as active', 'reopened'],
    ['Ben changed the target branch of pull request 5 (x)', 'retargeted'],
    ['Ben has retargeted pull request 5 (x) in ledger', 'retargeted'],
  ])('whose state changed: %s', (text, action) => {
    const [state, ...others] = readEvent(
      sample.updateEvent(text, {
        reviewers: [make.person('Ben')],
        targetRefName: 'refs/heads/release',
      }),
    );
    expect(others).toEqual([]);
    expect(state).toMatchObject({
      type: 'change-state-changed',
      predicate: {
        action,
        changedBy: { login: 'ben@bank.example' },
        changedAt: '2026-03-02T12:00:00.123Z',
        targetBranch: 'release',
      },
    });
    expect(state?.predicate).not.toHaveProperty('previousTargetBranch');
  });
});
