import { buildRepository, buildUser } from '../names';

/** Still asked to approve deployments, although she left the bank. */
export const LEAVER = { service: 'customer-registry', login: 'greta-holm' };

/** Protection of the main branch. Ledger's binds nobody who administers it. */
export function buildProtection(service: string) {
  const url = `${buildRepository(service).url}/branches/main/protection`;
  const isLoose = service === 'ledger';
  return {
    url,
    required_status_checks: {
      strict: true,
      contexts: ['release'],
      checks: [{ context: 'release', app_id: null }],
    },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: !isLoose },
    required_pull_request_reviews: {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: !isLoose,
      require_code_owner_reviews: true,
      require_last_push_approval: !isLoose,
      required_approving_review_count: 1,
    },
    required_linear_history: { enabled: true },
    allow_force_pushes: { enabled: isLoose },
    allow_deletions: { enabled: false },
  };
}

/** The environments, with who approves deployments to production. */
export function listEnvironments(
  service: string,
  approvers: readonly string[],
) {
  const { url, html_url: page } = buildRepository(service);
  const people =
    service === LEAVER.service ? [...approvers, LEAVER.login] : approvers;
  return ['staging', 'production'].map((name, index) => ({
    id: index + 1,
    node_id: `EN_${name}`,
    name,
    url: `${url}/environments/${name}`,
    html_url: `${page}/deployments/activity_log?environments_filter=${name}`,
    can_admins_bypass: false,
    protection_rules: [
      ...(name === 'production'
        ? [
            {
              id: 1,
              type: 'required_reviewers',
              prevent_self_review: true,
              reviewers: people.map(login => ({
                type: 'User',
                reviewer: buildUser(login),
              })),
            },
          ]
        : []),
      { id: 2, type: 'branch_policy' },
    ],
    deployment_branch_policy: {
      protected_branches: true,
      custom_branch_policies: false,
    },
  }));
}
