import { repositoryBody, userBody } from './bodies';
import { secretBody } from './documentedCredentials';
import {
  approvalBody,
  commitBody,
  deploymentBody,
  pullBody,
  reviewBody,
  runBody,
  statusBody,
} from './documentedHistory';
import {
  actionsSettings,
  branchRules,
  environmentAnswer,
  organizationAnswer,
  protectionAnswer,
  rulesetAnswer,
} from './documentedSettings';
import { analysisBody, releaseBody, sbomAnswer } from './documentedSupplyChain';

/** Answers by the name of their operation, in the shapes GitHub documents. */
const answers: Record<string, () => unknown> = {
  ...Object.fromEntries(
    Object.entries(actionsSettings).map(([name, body]) => [
      name,
      () => structuredClone(body),
    ]),
  ),
  'actions__get-reviews-for-run': () => [approvalBody()],
  'actions__get-workflow-run-attempt': runBody,
  'actions__list-workflow-runs-for-repo': () => ({
    total_count: 1,
    workflow_runs: [runBody()],
  }),
  'actions__list-environment-secrets': () => ({
    total_count: 1,
    secrets: [secretBody('DEPLOY_TOKEN', 4)],
  }),
  'code-scanning__list-recent-analyses': () => [
    analysisBody(20, 'CodeQL'),
    analysisBody(21, 'Semgrep'),
  ],
  'dependency-graph__export-sbom': sbomAnswer,
  orgs__get: organizationAnswer,
  'orgs__list-members': () => [userBody('alice', 101)],
  pulls__get: pullBody,
  pulls__list: () => [pullBody()],
  'pulls__list-commits': () => [commitBody()],
  'pulls__list-reviews': () => [reviewBody()],
  repos__get: () => repositoryBody('bank/ledger', 77),
  'repos__codeowners-errors': () => ({
    errors: [
      { line: 3, column: 1, kind: 'Invalid pattern', path: 'CODEOWNERS' },
    ],
  }),
  'repos__get-all-environments': () => ({
    total_count: 1,
    environments: [environmentAnswer()],
  }),
  'repos__get-branch-protection': protectionAnswer,
  'repos__get-branch-rules': branchRules,
  'repos__get-repo-ruleset': rulesetAnswer,
  'repos__list-attestations': () => ({
    attestations: [
      { repository_id: 77, bundle_url: 'https://elsewhere.example/1' },
    ],
  }),
  'repos__list-branches': () => [
    {
      name: 'main',
      commit: {
        sha: '1f'.repeat(20),
        url: 'https://github.example/api/v3/repos/bank/ledger/commits/1',
      },
      protected: true,
    },
  ],
  'repos__list-collaborators': () => [
    {
      ...userBody('alice', 101),
      role_name: 'write',
      permissions: {
        pull: true,
        triage: true,
        push: true,
        maintain: false,
        admin: false,
      },
    },
  ],
  'repos__list-deployment-branch-policies': () => ({
    total_count: 2,
    branch_policies: [
      { id: 1, node_id: 'GBP_1', name: 'release/*' },
      { id: 2, node_id: 'GBP_2', name: 'main' },
    ],
  }),
  'repos__list-deployment-statuses': () => [statusBody()],
  'repos__list-deployments': () => [deploymentBody()],
  'repos__list-releases': () => [releaseBody()],
};

/** What GitHub answers to an operation, e.g. `pulls__get`. */
export function documentedAnswer(name: string): any {
  const answer = answers[name];
  if (!answer) {
    throw new Error(`No answer to ${name} is written down`);
  }
  return answer();
}
