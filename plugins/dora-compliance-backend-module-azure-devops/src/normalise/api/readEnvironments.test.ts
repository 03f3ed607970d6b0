import * as make from '../../__testUtils__/azureObjects';
import {
  collectedDocument,
  buildList,
  readDocument,
} from '../../__testUtils__/collectedDocument';

const APPROVAL = '8c6f20a7-a545-4486-9777-f762fafe0d4d';
const TASK = 'fe1de3ee-a436-41b4-bb20-f6eb4cb879a7';
const ENVIRONMENT = 'distributedtask/environments/1';
const CHECKS = 'pipelines/checks/configurations';
const environment = { id: 1, name: 'live' };

function observe(checks: unknown, of: object = environment) {
  return readDocument(
    collectedDocument('environments', { [ENVIRONMENT]: of, [CHECKS]: checks }),
  );
}

describe('the protection of an environment', () => {
  it('is none where there are no checks', () => {
    expect(observe(buildList()).statements).toEqual([
      {
        type: 'environment-protection-observed',
        subjects: [
          {
            kind: 'repository',
            uri: 'https://dev.azure.com/bank/payments/_git/ledger',
          },
          {
            kind: 'environment',
            uri: 'https://dev.azure.com/bank/payments/_environments/1',
          },
        ],
        predicate: {
          complete: true,
          environment: { name: 'live', production: true },
          reviewers: [],
          requiredApprovals: 0,
        },
        observedAt: '2026-03-03T00:00:00.000Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('asks all who are named when no number is', () => {
    const approvers = [
      make.person('Ben'),
      { ...make.person('Team'), isContainer: true },
      { displayName: null, id: '3b3db741-9d03-4e32-a7c0-6c3dfc2013c1' },
    ];
    const { statements } = observe(
      buildList(
        make.check(1, APPROVAL, { approvers, minRequiredApprovers: 0 }),
      ),
      { ...environment, name: 'test', project: { id: make.PROJECT } },
    );
    expect(statements).toMatchObject([
      {
        subjects: [{}, { uri: `${make.BASE}/${make.PROJECT}/_environments/1` }],
        predicate: {
          environment: { production: false },
          reviewers: [
            { kind: 'user', name: 'Ben' },
            { kind: 'group', name: 'Team' },
            { kind: 'user', name: '3b3db741-9d03-4e32-a7c0-6c3dfc2013c1' },
          ],
          requiredApprovals: 3,
          preventsSelfReview: false,
        },
      },
    ]);
  });

  it('takes no check that is switched off', () => {
    const check = make.check(1, APPROVAL, { approvers: [make.person('Ben')] });
    expect(
      observe(buildList({ ...check, isDisabled: true })).statements,
    ).toMatchObject([{ predicate: { reviewers: [], requiredApprovals: 0 } }]);
  });

  it.each([
    ['refs/heads/main, refs/heads/release/*', ['main', 'release/*']],
    ['*', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('lets through the branches "%s"', (allowedBranches, branches) => {
    const settings = {
      definitionRef: { name: 'evaluatebranchProtection' },
      inputs: { allowedBranches },
    };
    const [statement] = observe(
      buildList(make.check(2, TASK, settings)),
    ).statements;
    expect((statement?.predicate as { branches?: string[] }).branches).toEqual(
      branches,
    );
  });

  it('is not complete where the settings of a check are not told', () => {
    expect(
      observe(buildList(make.check(9, APPROVAL))).statements,
    ).toMatchObject([
      {
        predicate: {
          complete: false,
          problem: 'the settings of check 9 are not told',
        },
      },
    ]);
  });

  it('is nothing without the environment', () => {
    expect(
      readDocument(
        collectedDocument('environments', {
          'distributedtask/environments': buildList(environment),
        }),
      ).statements,
    ).toEqual([]);
  });
});
