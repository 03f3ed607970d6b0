import { type Body, example, userBody } from './examples';
import { alice, bob } from './FakeRepository';

/** Settings of the repository, each as an answer of GitHub. */
export class FakeSettings {
  /** Undefined when the branch has no classic protection. */
  protection: Body | undefined = example(
    'repos__get-branch-protection.get.200.default',
  );
  rules: Body[] = [
    {
      type: 'pull_request',
      ruleset_source_type: 'Repository',
      ruleset_source: 'bank/ledger',
      ruleset_id: 42,
      parameters: {
        required_approving_review_count: 3,
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_review_thread_resolution: false,
      },
    },
    {
      type: 'non_fast_forward',
      ruleset_source_type: 'Repository',
      ruleset_source: 'bank/ledger',
      ruleset_id: 42,
    },
  ];
  rulesets = new Map<number, Body>([
    [42, example('repos__get-repo-ruleset.get.200.default')],
  ]);
  environments: Body[] = [environmentBody('production')];
  branchPolicies: Body[] = [{ id: 1, node_id: 'B1', name: 'main' }];
  branches: Body[] = example('repos__list-branches.get.200.default');
  collaborators: Body[] = [
    collaboratorBody(alice, 'admin', { admin: true, maintain: true }),
    collaboratorBody(bob, 'write', {}),
  ];
  outsiders: Body[] = [collaboratorBody(userBody('carol', 105), 'write', {})];
  teams: Body[] = [
    { id: 1, slug: 'ledger-team', name: 'Ledger', permission: 'push' },
  ];
  runners: Body[] = [
    {
      id: 5,
      name: 'vault-1',
      os: 'linux',
      status: 'online',
      busy: false,
      ephemeral: true,
      labels: [{ id: 1, name: 'self-hosted', type: 'read-only' }],
    },
  ];
  runnerGroups: Body[] = [
    { id: 1, name: 'Default', visibility: 'all', default: true },
    { id: 2, name: 'Vaults', visibility: 'selected', default: false },
  ];
  /** By their group. */
  sharedRunners = new Map<number, Body[]>([
    [1, []],
    [
      2,
      [
        {
          id: 9,
          name: 'shared-1',
          os: 'linux',
          status: 'offline',
          busy: false,
          labels: [{ id: 1, name: 'self-hosted', type: 'read-only' }],
        },
      ],
    ],
  ]);
  permissions: Body = example(
    'actions__get-github-actions-permissions-repository.get.200.default',
  );
  selected: Body = example(
    'actions__get-allowed-actions-repository.get.200.default',
  );
  token: Body = example(
    'actions__get-github-actions-default-workflow-permissions-repository.get.200.default',
  );
  forks: Body = example(
    'actions__get-fork-pr-contributor-approval-permissions-repository.get.200.default',
  );
  privateForks: Body = example(
    'actions__get-private-repo-fork-pr-workflows-settings-repository.get.200.default',
  );
  retention: Body = example(
    'actions__get-artifact-and-log-retention-settings-repository.get.200.default',
  );
  sbom: Body = example('dependency-graph__export-sbom.get.200.default');
  /** Undefined when nothing was ever scanned. */
  analyses: Body[] | undefined;
  releases: Body[] = [];
  /** Attestations by digest. */
  attestations = new Map<string, Body[]>();
}

export function environmentBody(name: string, changes: Body = {}): Body {
  const [environment] = example('repos__get-all-environments.get.200.default')
    .environments as Body[];
  return { ...environment, name, can_admins_bypass: false, ...changes };
}

function collaboratorBody(user: Body, role: string, rights: Body): Body {
  const permissions = {
    pull: true,
    triage: true,
    push: true,
    maintain: false,
    admin: false,
    ...rights,
  };
  return { ...user, role_name: role, permissions };
}
