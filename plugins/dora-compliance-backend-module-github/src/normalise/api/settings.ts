import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { GithubAnswers } from './GithubAnswers';
import { countedListShape } from './pages';

export const ActionsPermissions = z.looseObject({
  enabled: z.boolean(),
  allowed_actions: z.string().optional(),
  sha_pinning_required: z.boolean().optional(),
});

export const SelectedActions = z.looseObject({
  github_owned_allowed: z.boolean(),
  verified_allowed: z.boolean().optional(),
  patterns_allowed: z.array(z.string()).optional(),
});

export const TokenPermissions = z.looseObject({
  default_workflow_permissions: z.string(),
  can_approve_pull_request_reviews: z.boolean(),
});

/** Of a public repository: whose runs wait for an approval. */
export const ForkApproval = z.looseObject({ approval_policy: z.string() });

/** Of a private repository: what runs of forks get. */
export const ForkWorkflows = z.looseObject({
  run_workflows_from_fork_pull_requests: z.boolean(),
  send_write_tokens_to_workflows: z.boolean(),
  send_secrets_and_variables: z.boolean(),
  require_approval_for_fork_pr_workflows: z.boolean(),
});

/** What the repository lets its workflows do. */
export function readPipelineSettings(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  const at = (path: string) => new RegExp(`^/actions/permissions${path}$`);
  const actions = answers.one(at(''), ActionsPermissions);
  const token = answers.one(at('/workflow'), TokenPermissions);
  const forkPolicy =
    answers.one(at('/fork-pr-contributor-approval'), ForkApproval)
      ?.approval_policy ??
    describeForkSettings(
      answers.one(at('/fork-pr-workflows-private-repos'), ForkWorkflows),
    );
  return repository
    ? [
        answers.observation('pipeline-settings-observed', repository, {
          ...answers.completeness(),
          ...(actions && { enabled: actions.enabled }),
          ...(actions?.allowed_actions && {
            allowedActions: actions.allowed_actions,
          }),
          ...(actions?.sha_pinning_required !== undefined && {
            requiresPinnedActions: actions.sha_pinning_required,
          }),
          ...(token && {
            defaultTokenRights: token.default_workflow_permissions,
            mayApproveChanges: token.can_approve_pull_request_reviews,
          }),
          ...(forkPolicy && { forkPolicy }),
        }),
      ]
    : [];
}

/** Settings that are on, by their names; `none` when all are off. */
function describeForkSettings(
  settings: z.output<typeof ForkWorkflows> | undefined,
) {
  const on = Object.entries(settings ?? {})
    .filter(([, value]) => value === true)
    .map(([name]) => name);
  return settings && (on.sort().join(', ') || 'none');
}

export const LogRetention = z.looseObject({
  days: z.number().int().nonnegative(),
  maximum_allowed_days: z.number().int().nonnegative().optional(),
});

/** For how long logs and artifacts of runs are kept. */
export function readLogRetention(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  const path = /^\/actions\/permissions\/artifact-and-log-retention$/;
  const retention = answers.one(path, LogRetention);
  return repository
    ? [
        answers.observation('log-retention-observed', repository, {
          ...answers.completeness(),
          ...(retention && { days: retention.days }),
          ...(retention?.maximum_allowed_days !== undefined && {
            maximumDays: retention.maximum_allowed_days,
          }),
        }),
      ]
    : [];
}

const Runner = z.looseObject({
  id: z.number().int(),
  name: z.string(),
  os: z.string().optional(),
  status: z.string(),
  ephemeral: z.boolean().optional(),
  labels: z.array(z.looseObject({ name: z.string() })),
});

export const Runners = countedListShape('runners', Runner);

/** Groups of machines that an organization lets a repository use. */
export const RunnerGroups = countedListShape(
  'runner_groups',
  z.looseObject({ id: z.number().int() }),
);

/** Machines of one's own: of the repository alone, and of the organization. */
export function readRunners(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  const own = answers.list(/^\/actions\/runners$/, Runners);
  const shared = answers.list(
    /^org:\/actions\/runner-groups\/\d+\/runners$/,
    Runners,
  );
  return repository
    ? [
        answers.observation('runners-observed', repository, {
          ...answers.completeness(),
          // Only members of the organization can fork a private repository.
          reachableFromForks: !repository.private,
          runners: [
            ...own.map(runner => toRunner(runner, false)),
            ...shared.map(runner => toRunner(runner, true)),
          ],
        }),
      ]
    : [];
}

function toRunner(
  { id, name, os, status, ephemeral, labels }: z.output<typeof Runner>,
  shared: boolean,
) {
  return {
    id: String(id),
    name,
    ...(os && { os }),
    labels: labels.map(label => label.name),
    online: status === 'online',
    ...(ephemeral !== undefined && { ephemeral }),
    shared,
  };
}
