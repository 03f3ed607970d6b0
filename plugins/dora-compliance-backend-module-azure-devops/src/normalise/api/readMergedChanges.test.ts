import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as make from '../../__testUtils__/azureObjects';
import {
  collectedDocument,
  buildList,
  readDocument,
} from '../../__testUtils__/collectedDocument';

const path = 'git/repositories/ledger/pullrequests/5';
const pull = make.pullRequest(5, '2026-03-02T11:59:00Z');
const answers = {
  [path]: pull,
  [`${path}/commits`]: buildList(
    make.commit(make.sha(50), 'Anna'),
    make.commit(make.sha(49), 'Zoe'),
  ),
  [`${path}/iterations`]: buildList(
    make.iteration(1, '2026-03-01T08:00:00Z', make.sha(50), 'Elsa'),
  ),
  [`${path}/threads`]: buildList(make.voteThread('2026-03-01T09:00:00Z', 10)),
};

const listTypes = (statements: readonly Statement[]) =>
  statements.map(({ type }) => type);

describe('the document of a merged change', () => {
  it('tells who merged, wrote, pushed and approved', () => {
    const { statements, flaws } = readDocument(
      collectedDocument('merged-changes', answers),
    );
    expect(flaws).toEqual([]);
    expect(statements).toMatchObject([
      {
        type: 'change-merged',
        predicate: { mergedBy: { name: 'Cora' }, commitCount: 2 },
      },
      {
        type: 'change-commits-observed',
        predicate: {
          complete: true,
          headCommit: make.sha(50),
          merge: { isMadeByHost: true },
          commits: [
            // An account of the document has this address.
            { author: { login: 'anna@bank.example', kind: 'human' } },
            { author: { name: 'Zoe', kind: 'unknown' } },
          ],
        },
      },
      {
        type: 'change-updated',
        predicate: { pushedBy: { name: 'Elsa' }, headCommit: make.sha(50) },
        observedAt: '2026-03-01T08:00:00.000Z',
      },
      {
        type: 'change-reviewed',
        predicate: { reviewer: { name: 'Ben' }, decision: 'approved' },
        observedAt: '2026-03-01T09:00:00.000Z',
      },
    ]);
    const [, observed] = statements;
    const zoe = (observed as Statement<'change-commits-observed'>).predicate
      .commits[1]?.author;
    expect(zoe).not.toHaveProperty('login');
  });

  it('tells a change that was aimed at another branch, which is no push', () => {
    const retarget = {
      ...make.iteration(2, '2026-03-01T08:30:00Z', make.sha(50), 'Cora'),
      reason: 'retarget',
      oldTargetRefName: 'refs/heads/develop',
      newTargetRefName: 'refs/heads/main',
    };
    const first = make.iteration(1, '2026-03-01T08:00:00Z', make.sha(50));
    const { statements, flaws } = readDocument(
      collectedDocument('merged-changes', {
        ...answers,
        [`${path}/iterations`]: buildList(first, retarget),
      }),
    );
    expect(flaws).toEqual([]);
    expect(statements.slice(2, 4)).toMatchObject([
      { type: 'change-updated', predicate: { pushedBy: { name: 'Anna' } } },
      {
        type: 'change-state-changed',
        predicate: {
          action: 'retargeted',
          changedBy: { name: 'Cora' },
          changedAt: '2026-03-01T08:30:00.000Z',
          headCommit: make.sha(50),
          targetBranch: 'main',
          previousTargetBranch: 'develop',
        },
      },
    ]);
    const untold = { ...retarget, newTargetRefName: null };
    const { statements: others } = readDocument(
      collectedDocument('merged-changes', {
        ...answers,
        [`${path}/iterations`]: buildList(untold),
      }),
    );
    expect(others[2]?.predicate).not.toHaveProperty('targetBranch');
  });

  it('tells the fork that a change comes from', () => {
    const forkSource = { repository: { ...make.repository, name: 'mine' } };
    const { statements } = readDocument(
      collectedDocument('merged-changes', {
        ...answers,
        [path]: { ...pull, forkSource },
      }),
    );
    const sourceRepository = {
      url: 'https://dev.azure.com/bank/payments/_git/mine',
      fork: true,
    };
    expect(statements[0]).toMatchObject({ predicate: { sourceRepository } });
    expect(statements[2]).toMatchObject({ predicate: { sourceRepository } });
  });

  it('tells that commits are missing', () => {
    const { statements } = readDocument(
      collectedDocument(
        'merged-changes',
        { ...answers, [`${path}/commits`]: null },
        'Azure DevOps answered 404',
      ),
    );
    expect(statements[0]?.predicate).not.toHaveProperty('commitCount');
    expect(statements[1]).toMatchObject({
      type: 'change-commits-observed',
      predicate: { complete: false, problem: 'Azure DevOps answered 404' },
    });
  });

  it('names a commit that can not be read', () => {
    const { statements, flaws } = readDocument(
      collectedDocument('merged-changes', {
        ...answers,
        [`${path}/commits`]: buildList({ commitId: 7 }),
      }),
    );
    expect(flaws).toEqual([expect.stringContaining('value.0: commitId')]);
    expect(statements[1]).toMatchObject({
      predicate: { complete: false, commits: [] },
    });
  });

  it('is nothing without the change, or of one that is open', () => {
    expect(
      listTypes(
        readDocument(
          collectedDocument('merged-changes', {
            'git/repositories/ledger/pullrequests': buildList(pull),
          }),
        ).statements,
      ),
    ).toEqual([]);
    const open = { ...answers, [path]: { ...pull, status: 'active' } };
    expect(
      readDocument(collectedDocument('merged-changes', open)).statements,
    ).toEqual([]);
  });

  it('is rejected when the change has another shape', () => {
    expect(() =>
      readDocument(
        collectedDocument('merged-changes', { ...answers, [path]: {} }),
      ),
    ).toThrow(/^merged-changes: repository /);
  });
});
