import * as make from '../../__testUtils__/azureObjects';
import {
  collectedDocument,
  buildList,
  readDocument,
} from '../../__testUtils__/collectedDocument';

const REVIEWERS = 'fa4e907d-c16b-4a4c-9dfa-4906e5d171dd';
const REQUIRED = 'fd2167ab-b0be-447a-8ec8-39368250530e';
const BUILD = '0609b952-1397-4640-95ec-e00a01b2c241';
const STATUS = 'cbdc66da-9728-4af8-aada-9a5a32e4a226';
const REPOSITORY = 'git/repositories/ledger';
const POLICIES = 'policy/configurations';

const main = { refName: 'refs/heads/main', matchKind: 'Exact' };
const review = (scope: object, more: object = {}) =>
  make.policy(1, REVIEWERS, {
    minimumApproverCount: 1,
    creatorVoteCounts: true,
    scope: [scope],
    ...more,
  });

function observe(policies: object[], protectedBranches: string[] = []) {
  return readDocument(
    collectedDocument('branch-protection', {
      [REPOSITORY]: make.repository,
      [POLICIES]: buildList(...policies),
    }),
    protectedBranches,
  ).statements.map(({ predicate }) => predicate);
}

describe('what policies demand of a branch', () => {
  it.each([
    ['exactly', main, true],
    ['in this repository', { ...main, repositoryId: make.REPOSITORY }, true],
    ['in another repository', { ...main, repositoryId: make.PROJECT }, false],
    ['by a prefix', { refName: 'refs/heads/', matchKind: 'Prefix' }, true],
    ['by another', { refName: 'refs/heads/rel', matchKind: 'prefix' }, false],
    ['as the default', { matchKind: 'DefaultBranch' }, true],
    ['of another name', { ...main, refName: 'refs/heads/mainly' }, false],
    ['of no name', { repositoryId: make.REPOSITORY }, false],
  ])('is found %s', (_, scope, applies) => {
    expect(observe([review(scope)])).toMatchObject([
      {
        complete: true,
        branch: 'main',
        protected: applies,
        changesRequired: applies,
        requiredApprovals: applies ? 1 : 0,
      },
    ]);
  });

  it('is the sum of all that block', () => {
    expect(
      observe([
        review(main),
        review(main, {
          minimumApproverCount: 2,
          creatorVoteCounts: false,
          blockLastPusherVote: true,
          requireVoteOnLastIteration: true,
        }),
        make.policy(2, REQUIRED, { requiredReviewerIds: ['x'], scope: [main] }),
        make.policy(3, BUILD, { buildDefinitionId: 5, scope: [main] }),
        make.policy(4, BUILD, { displayName: 'tests', scope: [main] }),
        make.policy(5, STATUS, {
          statusGenre: 'scan',
          statusName: 'secrets',
          scope: [main],
        }),
      ]),
    ).toEqual([
      {
        complete: true,
        branch: 'main',
        protected: true,
        changesRequired: true,
        allowsDeletion: false,
        requiredApprovals: 2,
        dismissesStaleApprovals: true,
        requiresApprovalOfLastPush: true,
        forbidsSelfApproval: true,
        requiresCodeOwners: true,
        requiredChecks: ['build definition 5', 'tests', 'scan/secrets'],
      },
    ]);
  });

  it('is nothing where policies only warn, are off or deleted', () => {
    const warns = { ...review(main), isBlocking: false };
    const off = { ...review(main), isEnabled: false };
    const deleted = { ...review(main), isDeleted: true };
    const [protection] = observe([warns, off, deleted]);
    expect(protection).toMatchObject({
      protected: true,
      changesRequired: false,
      requiredApprovals: 0,
      forbidsSelfApproval: false,
    });
    expect(protection).not.toHaveProperty('allowsDeletion');
    expect(observe([off, deleted])).toMatchObject([{ protected: false }]);
  });

  it('says nothing of who may bypass them or rewrite history', () => {
    const [protection] = observe([review(main)]);
    expect(protection).not.toHaveProperty('bypass');
    expect(protection).not.toHaveProperty('allowsForcePush');
    expect(protection).not.toHaveProperty('enforcedForAdmins');
  });

  it('covers the configured branches too', () => {
    expect(observe([review(main)], ['release', 'main'])).toMatchObject([
      { branch: 'main', protected: true },
      { branch: 'release', protected: false },
    ]);
  });

  it('is not complete where policies are missing or odd', () => {
    const odd = readDocument(
      collectedDocument('branch-protection', {
        [REPOSITORY]: make.repository,
        [POLICIES]: buildList(review(main), { id: 'x' }),
      }),
    );
    expect(odd.flaws).toEqual([expect.stringContaining('value.1: ')]);
    expect(odd.statements).toMatchObject([{ predicate: { complete: false } }]);
    const missing = readDocument(
      collectedDocument(
        'branch-protection',
        { [REPOSITORY]: make.repository, [POLICIES]: null },
        'refused',
      ),
    );
    expect(missing.statements).toMatchObject([
      { predicate: { complete: false, problem: 'refused' } },
    ]);
  });
});
