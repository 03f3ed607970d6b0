import {
  type Instant,
  parseStatement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { example } from '../__testUtils__/github/examples';
import { normalise } from '../__testUtils__/github/rounds';

const repository = example('repos__get.get.200.default-response');
const pull = example('pulls__get.get.200.default');

/** Answers of GitHub's documentation, by part and by what was asked. */
const parts: [part: string, answers: Record<string, string>, says: string[]][] =
  [
    [
      'runs',
      {
        '/actions/runs': 'actions__list-workflow-runs-for-repo.get.200.default',
        '/actions/runs/30433642/attempts/1':
          'actions__get-workflow-run-attempt.get.200.default',
        '/actions/runs/30433642/approvals':
          'actions__get-reviews-for-run.get.200.default',
      },
      [],
    ],
    [
      'deployments',
      {
        '/deployments': 'repos__list-deployments.get.200.default',
        '/deployments/1/statuses':
          'repos__list-deployment-statuses.get.200.default',
      },
      ['deployment-requested', 'service-deployed'],
    ],
    [
      'merged-changes',
      {
        '/pulls': 'pulls__list.get.200.default',
        '/pulls/1347': 'pulls__get.get.200.default',
        '/pulls/1347/commits': 'pulls__list-commits.get.200.default',
        '/pulls/1347/reviews': 'pulls__list-reviews.get.200.default',
      },
      ['change-merged', 'change-commits-observed', 'change-reviewed'],
    ],
    [
      'environments',
      {
        '/environments': 'repos__get-all-environments.get.200.default',
        '/environments/staging/deployment-branch-policies':
          'repos__list-deployment-branch-policies.get.200.default',
      },
      ['environment-protection-observed'],
    ],
    [
      'branch-protection',
      {
        '/branches/master/protection':
          'repos__get-branch-protection.get.200.default',
        '/rules/branches/master': 'repos__get-branch-rules.get.200.default',
        '/rulesets/42': 'repos__get-repo-ruleset.get.200.default',
      },
      ['branch-protection-observed'],
    ],
    [
      'pipeline-settings',
      {
        '/actions/permissions':
          'actions__get-github-actions-permissions-repository.get.200.default',
        '/actions/permissions/workflow':
          'actions__get-github-actions-default-workflow-permissions-repository.get.200.default',
        '/actions/permissions/fork-pr-contributor-approval':
          'actions__get-fork-pr-contributor-approval-permissions-repository.get.200.default',
      },
      ['pipeline-settings-observed'],
    ],
    [
      'log-retention',
      {
        '/actions/permissions/artifact-and-log-retention':
          'actions__get-artifact-and-log-retention-settings-repository.get.200.default',
      },
      ['log-retention-observed'],
    ],
    [
      'access',
      {
        '/collaborators?affiliation=all':
          'repos__list-collaborators.get.200.default',
      },
      ['repository-access-observed'],
    ],
    [
      'code-scanning',
      {
        '/code-scanning/analyses':
          'code-scanning__list-recent-analyses.get.200.default',
      },
      ['security-scan-finished', 'security-scan-finished'],
    ],
    [
      'sbom',
      {
        '/dependency-graph/sbom':
          'dependency-graph__export-sbom.get.200.default',
      },
      ['sbom'],
    ],
    [
      'attestations',
      {
        '/releases': 'repos__list-releases.get.200.default',
        [`/attestations/sha256:${'ab'.repeat(32)}`]:
          'repos__list-attestations.get.200.default',
      },
      [],
    ],
  ];

describe('the examples of GitHub’s documentation', () => {
  it.each(parts)('are understood as answers to %s', (part, answers, says) => {
    const read = normalise({
      part,
      target: repository.html_url,
      targetKind: 'repository',
      collectedAt: '2030-01-01T00:00:00.000Z' as Instant,
      complete: true,
      answers: [
        {
          request: 'GET /repos/octocat/Hello-World',
          status: 200,
          body: repository,
        },
        ...Object.entries(answers).map(([path, name]) => ({
          request: `GET /repos/octocat/Hello-World${path}`,
          status: 200,
          body: example(name),
        })),
      ],
    });
    expect(read).toEqual({
      outcome: 'normalised',
      statements: expect.any(Array),
    });
    const statements = read.outcome === 'normalised' ? read.statements : [];
    expect(statements.map(({ type }) => type)).toEqual(says);
    statements.forEach(parseStatement);
  });

  it('show fewer commits than the change has, which is not whole', () => {
    expect(pull.commits).toBe(3);
    const read = normalise({
      part: 'merged-changes',
      target: repository.html_url,
      targetKind: 'repository',
      collectedAt: '2030-01-01T00:00:00.000Z' as Instant,
      complete: true,
      answers: [
        { request: 'GET /repos/o/r', status: 200, body: repository },
        { request: 'GET /repos/o/r/pulls/1347', status: 200, body: pull },
      ],
    });
    const [, commits] = read.outcome === 'normalised' ? read.statements : [];
    expect(commits?.predicate).toMatchObject({
      complete: false,
      problem: 'GitHub does not list all 3 commits of pull request 1347',
    });
  });
});
