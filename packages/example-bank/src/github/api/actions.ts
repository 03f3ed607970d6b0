/** GitHub keeps its logs for a shorter time than the bank requires. */
const SHORT_LOGS = 'statement-renderer';

/** Settings of GitHub Actions, by their paths below the repository. */
export function findActionsSetting(service: string, path: string): unknown {
  return {
    'actions/permissions': {
      enabled: true,
      allowed_actions: 'selected',
      sha_pinning_required: false,
    },
    'actions/permissions/selected-actions': {
      github_owned_allowed: true,
      verified_allowed: true,
      patterns_allowed: [],
    },
    'actions/permissions/workflow': {
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false,
    },
    'actions/permissions/fork-pr-workflows-private-repos': {
      run_workflows_from_fork_pull_requests: false,
      send_write_tokens_to_workflows: false,
      send_secrets_and_variables: false,
      require_approval_for_fork_pr_workflows: true,
    },
    'actions/permissions/artifact-and-log-retention': {
      days: service === SHORT_LOGS ? 90 : 400,
      maximum_allowed_days: 400,
    },
    'actions/runners': { total_count: 0, runners: [] },
  }[path];
}

/** The machines that the organization lends to all repositories: new for each job. */
export const sharedRunners = {
  total_count: 1,
  runners: [
    {
      id: 1,
      name: 'linux-1',
      os: 'linux',
      status: 'online',
      busy: false,
      ephemeral: true,
      labels: [
        { id: 1, name: 'self-hosted', type: 'read-only' },
        { id: 2, name: 'linux', type: 'read-only' },
      ],
    },
  ],
};
