import {
  type Instant,
  parseStatement,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { normalise } from './rounds';

/** Answers to an operation, by its name. */
type AnswerTo = (operation: string) => any;

/**
 * Operations by part and by what was asked, and what their answers say. RUN
 * and PULL stand for the numbers of the answers.
 */
export const answersByPart: [
  part: string,
  answers: Record<string, string>,
  says: string[],
][] = [
  [
    'runs',
    {
      '/actions/runs': 'actions__list-workflow-runs-for-repo',
      '/actions/runs/RUN/attempts/1': 'actions__get-workflow-run-attempt',
      '/actions/runs/RUN/approvals': 'actions__get-reviews-for-run',
    },
    [],
  ],
  [
    'deployments',
    {
      '/deployments': 'repos__list-deployments',
      '/deployments/1/statuses': 'repos__list-deployment-statuses',
    },
    ['deployment-requested', 'service-deployed'],
  ],
  [
    'merged-changes',
    {
      '/pulls': 'pulls__list',
      '/pulls/PULL': 'pulls__get',
      '/pulls/PULL/commits': 'pulls__list-commits',
      '/pulls/PULL/reviews': 'pulls__list-reviews',
    },
    ['change-merged', 'change-commits-observed', 'change-reviewed'],
  ],
  [
    'environments',
    {
      '/environments': 'repos__get-all-environments',
      '/environments/staging/deployment-branch-policies':
        'repos__list-deployment-branch-policies',
    },
    ['environment-protection-observed'],
  ],
  [
    'branch-protection',
    {
      '/branches/master/protection': 'repos__get-branch-protection',
      '/rules/branches/master': 'repos__get-branch-rules',
      '/rulesets/42': 'repos__get-repo-ruleset',
    },
    ['branch-protection-observed'],
  ],
  [
    'pipeline-settings',
    {
      '/actions/permissions':
        'actions__get-github-actions-permissions-repository',
      '/actions/permissions/workflow':
        'actions__get-github-actions-default-workflow-permissions-repository',
      '/actions/permissions/fork-pr-contributor-approval':
        'actions__get-fork-pr-contributor-approval-permissions-repository',
    },
    ['pipeline-settings-observed'],
  ],
  [
    'log-retention',
    {
      '/actions/permissions/artifact-and-log-retention':
        'actions__get-artifact-and-log-retention-settings-repository',
    },
    ['log-retention-observed'],
  ],
  [
    'organization',
    { '/orgs/bank/members?role=admin': 'orgs__list-members' },
    ['organization-settings-observed'],
  ],
  [
    'secrets',
    {
      '/environments': 'repos__get-all-environments',
      '/environments/staging/secrets': 'actions__list-environment-secrets',
    },
    ['secrets-observed'],
  ],
  [
    'code-owners',
    { '/codeowners/errors': 'repos__codeowners-errors' },
    ['code-owners-observed'],
  ],
  [
    'access',
    {
      '/collaborators?affiliation=all': 'repos__list-collaborators',
    },
    ['repository-access-observed'],
  ],
  [
    'code-scanning',
    {
      '/code-scanning/analyses': 'code-scanning__list-recent-analyses',
    },
    ['security-scan-finished', 'security-scan-finished'],
  ],
  [
    'sbom',
    {
      '/dependency-graph/sbom': 'dependency-graph__export-sbom',
    },
    ['sbom'],
  ],
  [
    'attestations',
    {
      '/releases': 'repos__list-releases',
      [`/attestations/sha256:${'ab'.repeat(32)}`]: 'repos__list-attestations',
    },
    [],
  ],
];

/** What a document says whose answers are those to some operations. */
export function readAnswers(
  part: string,
  answers: Record<string, string>,
  answerTo: AnswerTo,
) {
  const repository = answerTo('repos__get');
  const [run] = answerTo('actions__list-workflow-runs-for-repo').workflow_runs;
  const pull = answerTo('pulls__get');
  const at = `GET /repos/${repository.full_name}`;
  return normalise({
    part,
    target: repository.html_url,
    targetKind: 'repository',
    collectedAt: '2030-01-01T00:00:00.000Z' as Instant,
    complete: true,
    answers: [
      { request: at, status: 200, body: repository },
      ...Object.entries(answers).map(([path, operation]) => ({
        request: `${path.startsWith('/orgs/') ? 'GET ' : at}${path
          .replace('RUN', run.id)
          .replace('PULL', pull.number)}`,
        status: 200,
        body: answerTo(operation),
      })),
    ],
  });
}

/** The types of the statements that answers to a part become; all are valid. */
export function typesRead(...of: Parameters<typeof readAnswers>) {
  return statementsIn(...of).map(statement => parseStatement(statement).type);
}

/** The commits of a merged change of which not all are listed. */
export function unlistedCommits(answerTo: AnswerTo) {
  const answers = { '/pulls/PULL': 'pulls__get' };
  const [, commits] = statementsIn('merged-changes', answers, answerTo);
  return commits?.predicate;
}

function statementsIn(...of: Parameters<typeof readAnswers>): Statement[] {
  const read = readAnswers(...of);
  if (read.outcome === 'rejected') {
    throw new Error(read.reason);
  }
  return read.flaws ? [] : read.statements;
}
