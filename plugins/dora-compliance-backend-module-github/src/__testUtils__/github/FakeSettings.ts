import { type Body, userBody } from './bodies';
import { documentedAnswer } from './documentedAnswers';
import {
  deployKeyBody,
  installationBody,
  secretBody,
} from './documentedCredentials';
import { environmentAnswer } from './documentedSettings';
import { alice, bob } from './FakeRepository';

/** Settings of the repository, each as an answer of GitHub. */
export class FakeSettings {
  /** Undefined when the branch has no classic protection. */
  protection: Body | undefined = documentedAnswer(
    'repos__get-branch-protection',
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
    [42, documentedAnswer('repos__get-repo-ruleset')],
  ]);
  environments: Body[] = [environmentBody('production')];
  branchPolicies: Body[] = [{ id: 1, node_id: 'B1', name: 'main' }];
  branches: Body[] = documentedAnswer('repos__list-branches');
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
  permissions: Body = documentedAnswer(
    'actions__get-github-actions-permissions-repository',
  );
  selected: Body = documentedAnswer('actions__get-allowed-actions-repository');
  token: Body = documentedAnswer(
    'actions__get-github-actions-default-workflow-permissions-repository',
  );
  forks: Body = documentedAnswer(
    'actions__get-fork-pr-contributor-approval-permissions-repository',
  );
  privateForks: Body = documentedAnswer(
    'actions__get-private-repo-fork-pr-workflows-settings-repository',
  );
  /** By the path of the list. */
  secrets = new Map<string, Body[]>([
    ['/actions/secrets', [secretBody('SIGNING_KEY', 2)]],
    ['/actions/organization-secrets', [secretBody('REGISTRY_TOKEN', 3)]],
    ['/environments/production/secrets', [secretBody('DEPLOY_TOKEN', 4)]],
  ]);
  deployKeys: Body[] = [deployKeyBody(1), deployKeyBody(2)];
  installations: Body[] = [installationBody(7, 'renovate')];
  owners: Body[] = [userBody('alice', 101), userBody('bob', 102)];
  membersWithoutTwoFactor: Body[] = [userBody('bob', 102)];
  outsidersWithoutTwoFactor: Body[] = [];
  ownersErrors: Body[] = [];
  organization: Body = documentedAnswer('orgs__get');
  retention: Body = documentedAnswer(
    'actions__get-artifact-and-log-retention-settings-repository',
  );
  sbom: Body = documentedAnswer('dependency-graph__export-sbom');
  /** Undefined when nothing was ever scanned. */
  analyses: Body[] | undefined;
  releases: Body[] = [];
  /** Attestations by digest. */
  attestations = new Map<string, Body[]>();
}

export function environmentBody(name: string, changes: Body = {}): Body {
  return { ...environmentAnswer(), name, can_admins_bypass: false, ...changes };
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
