import { type Body, teamBody, userBody } from './bodies';

const WEB = 'https://github.example/bank/ledger';
const API = 'https://github.example/api/v3/repos/bank/ledger';
const AT = '2024-03-01T09:00:00Z';

/** An environment with reviewers, a wait and branches of its own. */
export function environmentAnswer(): Body {
  return {
    id: 8,
    node_id: 'EN_8',
    name: 'staging',
    url: `${API}/environments/staging`,
    html_url: `${WEB}/deployments/activity_log?environments_filter=staging`,
    created_at: AT,
    updated_at: AT,
    can_admins_bypass: true,
    protection_rules: [
      { id: 1, node_id: 'GA_1', type: 'wait_timer', wait_timer: 30 },
      {
        id: 2,
        node_id: 'GA_2',
        prevent_self_review: false,
        type: 'required_reviewers',
        reviewers: [
          { type: 'User', reviewer: userBody('octocat', 1) },
          { type: 'Team', reviewer: teamBody('justice-league', 1) },
        ],
      },
      { id: 3, node_id: 'GA_3', type: 'branch_policy' },
    ],
    deployment_branch_policy: {
      protected_branches: false,
      custom_branch_policies: true,
    },
  };
}

/** Classic protection of a branch. */
export function protectionAnswer(): Body {
  const url = `${API}/branches/main/protection`;
  return {
    url,
    required_status_checks: {
      url: `${url}/required_status_checks`,
      strict: true,
      contexts: ['continuous-integration/travis-ci'],
      contexts_url: `${url}/required_status_checks/contexts`,
      checks: [{ context: 'continuous-integration/travis-ci', app_id: null }],
    },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
    required_pull_request_reviews: {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: true,
      require_code_owner_reviews: true,
      required_approving_review_count: 2,
      require_last_push_approval: true,
    },
    required_linear_history: { enabled: true },
    allow_force_pushes: { enabled: true },
    allow_deletions: { enabled: true },
    required_conversation_resolution: { enabled: true },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
  };
}

/** Rules of rulesets that apply to a branch. */
export function branchRules(): Body[] {
  const source = {
    ruleset_source_type: 'Repository',
    ruleset_source: 'bank/ledger',
    ruleset_id: 42,
  };
  return [
    {
      type: 'commit_message_pattern',
      ...source,
      parameters: { operator: 'starts_with', pattern: 'LEDGER-' },
    },
    { type: 'non_fast_forward', ...source },
  ];
}

/** A ruleset by itself. */
export function rulesetAnswer(): Body {
  return {
    id: 42,
    name: 'Reviewed changes',
    target: 'branch',
    source_type: 'Repository',
    source: 'bank/ledger',
    enforcement: 'active',
    bypass_actors: [
      { actor_id: 234, actor_type: 'Team', bypass_mode: 'always' },
    ],
    conditions: {
      ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] },
    },
    rules: [{ type: 'non_fast_forward' }],
    node_id: 'RRS_42',
    _links: {
      self: { href: `${API}/rulesets/42` },
      html: { href: `${WEB}/rules/42` },
    },
    created_at: AT,
    updated_at: AT,
  };
}

/** Settings of GitHub Actions, by the operation that answers them. */
export const actionsSettings = {
  'actions__get-github-actions-permissions-repository': {
    enabled: true,
    allowed_actions: 'selected',
    selected_actions_url: `${API}/actions/permissions/selected-actions`,
    sha_pinning_required: true,
  },
  'actions__get-allowed-actions-repository': {
    github_owned_allowed: true,
    verified_allowed: false,
    patterns_allowed: ['monalisa/octocat@*', 'docker/*'],
  },
  'actions__get-github-actions-default-workflow-permissions-repository': {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: true,
  },
  'actions__get-fork-pr-contributor-approval-permissions-repository': {
    approval_policy: 'first_time_contributors',
  },
  'actions__get-private-repo-fork-pr-workflows-settings-repository': {
    run_workflows_from_fork_pull_requests: true,
    send_write_tokens_to_workflows: false,
    send_secrets_and_variables: false,
    require_approval_for_fork_pr_workflows: true,
  },
  'actions__get-artifact-and-log-retention-settings-repository': {
    days: 90,
    maximum_allowed_days: 365,
  },
};

/** An organization as its owners see it. */
export function organizationAnswer(): Body {
  return {
    login: 'bank',
    id: 100,
    node_id: 'O_100',
    url: 'https://github.example/api/v3/orgs/bank',
    html_url: 'https://github.example/bank',
    description: null,
    type: 'Organization',
    default_repository_permission: 'read',
    members_can_create_repositories: true,
    members_can_create_public_repositories: false,
    members_can_create_private_repositories: true,
    members_can_fork_private_repositories: false,
    members_can_change_repo_visibility: false,
    members_can_delete_repositories: false,
    members_can_invite_outside_collaborators: true,
    two_factor_requirement_enabled: true,
    web_commit_signoff_required: false,
  };
}
