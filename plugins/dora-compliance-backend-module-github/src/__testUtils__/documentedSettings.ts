import { around, organizationOnly } from './around';
import { readPayload } from './payloads';

/** Rules of branches. */
export function rulesets() {
  const ruleset = {
    id: 42,
    name: 'Reviewed changes',
    target: 'branch',
    source_type: 'Repository',
    source: 'Octocoders/Hello-World',
    enforcement: 'active',
    bypass_actors: [
      { actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' },
    ],
    node_id: 'RRS_lACqUmVwb3NpdG9yeQ',
    _links: {
      self: {
        href: 'https://api.github.com/repos/Octocoders/Hello-World/rulesets/42',
      },
      html: { href: 'https://github.com/Octocoders/Hello-World/rules/42' },
    },
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [{ type: 'deletion' }],
    created_at: '2023-05-01T10:00:00.000Z',
    updated_at: '2023-05-01T10:00:00.000Z',
  };
  return {
    'repository_ruleset.created': {
      action: 'created',
      repository_ruleset: ruleset,
      ...around(),
    },
    'repository_ruleset.edited': {
      action: 'edited',
      repository_ruleset: ruleset,
      changes: {
        name: { from: 'Old name' },
        enforcement: { from: 'evaluate' },
        rules: { added: [], deleted: [{ type: 'pull_request' }], updated: [] },
      },
      ...around(),
    },
    'repository_ruleset.deleted': {
      action: 'deleted',
      repository_ruleset: {
        ...ruleset,
        source_type: 'Organization',
        source: 'Octocoders',
      },
      ...organizationOnly(),
    },
    'branch_protection_configuration.disabled': {
      action: 'disabled',
      ...around(),
    },
    'branch_protection_configuration.enabled': {
      action: 'enabled',
      ...around(),
    },
  };
}

/** Who has access. */
export function people() {
  const { team } = readPayload('team.created.2.json');
  const { member } = readPayload('member.added.0.json');
  const removal = readPayload('organization.member_added.0.json');
  const { repository, organization, sender } = around();
  const membership = { scope: 'team', member, team, ...organizationOnly() };
  return {
    'membership.added': { ...membership, action: 'added' },
    'membership.removed': {
      ...membership,
      action: 'removed',
      team: { id: team.id, name: team.name, deleted: true },
    },
    'member.added': {
      action: 'added',
      member,
      changes: { permission: { to: 'write' }, role_name: { to: 'maintain' } },
      ...around(),
    },
    'member.removed': { action: 'removed', member, ...around() },
    team_add: { team, repository, organization, sender },
    'team.edited': {
      action: 'edited',
      changes: {
        repository: {
          permissions: { from: { admin: false, push: false, pull: true } },
        },
      },
      team,
      repository: {
        ...repository,
        permissions: { pull: true, push: true, admin: false },
      },
      organization,
      sender,
    },
    'organization.member_removed': { ...removal, action: 'member_removed' },
  };
}

/** What became of a repository. */
export function repositories() {
  const feature = { status: 'enabled' };
  return {
    'repository.archived': { action: 'archived', ...around() },
    'repository.unarchived': { action: 'unarchived', ...around() },
    'repository.deleted': { action: 'deleted', ...around() },
    repository_import: { status: 'success', ...around() },
    security_and_analysis: {
      changes: {
        from: {
          security_and_analysis: {
            secret_scanning: feature,
            advanced_security: feature,
          },
        },
      },
      ...around(),
    },
  };
}
