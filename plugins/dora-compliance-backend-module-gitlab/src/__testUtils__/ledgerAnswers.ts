import { sha } from './payloads';

type Json = Record<string, unknown>;

const CI = `---
image: ruby:3.4
build:
  image: registry.bank.example:5000/ci/node@sha256:${'ab'.repeat(32)}
  tags: [vault]
deploy:
  environment: { name: production }
`;

const maintainers = {
  access_level: 40,
  access_level_description: 'Maintainers',
  user_id: null,
  group_id: null,
};

function jobNamed(name: string, id: number): Json {
  return {
    id,
    name,
    status: 'success',
    ref: 'main',
    web_url: `https://gitlab.bank.example/bank/ledger/-/jobs/${id}`,
    finished_at: '2026-03-30T10:00:00.000Z',
    commit: { id: sha('f') },
  };
}

/** What the settings of `bank/ledger` are answered with, by their path. */
export const ledgerAnswers: Readonly<Record<string, unknown>> = {
  '/protected_branches': [
    {
      id: 1,
      name: 'main',
      push_access_levels: [
        { access_level: 0, access_level_description: 'No one' },
      ],
      merge_access_levels: [maintainers],
      allow_force_push: false,
      code_owner_approval_required: true,
    },
    {
      id: 2,
      name: 'release/*',
      push_access_levels: [maintainers],
      merge_access_levels: [maintainers],
      allow_force_push: true,
      code_owner_approval_required: false,
    },
    {
      id: 3,
      name: 'old',
      push_access_levels: [],
      allow_force_push: false,
      code_owner_approval_required: false,
    },
  ],
  '/approval_rules': [
    {
      id: 1,
      rule_type: 'any_approver',
      approvals_required: 1,
      applies_to_all_protected_branches: false,
      protected_branches: [],
    },
    {
      id: 2,
      rule_type: 'regular',
      approvals_required: 2,
      applies_to_all_protected_branches: false,
      protected_branches: [{ id: 1, name: 'main' }],
    },
    {
      id: 3,
      rule_type: 'report_approver',
      approvals_required: 7,
      applies_to_all_protected_branches: true,
      protected_branches: [],
    },
  ],
  '/approvals': {
    reset_approvals_on_push: true,
    disable_overriding_approvers_per_merge_request: true,
    merge_requests_author_approval: false,
    merge_requests_disable_committers_approval: true,
  },
  '/push_rule': { id: 1, reject_unsigned_commits: true },
  '/environments': [
    { id: 9, name: 'blue', tier: 'production', state: 'available' },
    { id: 10, name: 'test', tier: 'testing', state: 'available' },
    { id: 11, name: 'review', tier: 'development', state: 'available' },
  ],
  '/protected_environments': [
    {
      name: 'blue',
      deploy_access_levels: [maintainers],
      required_approval_count: 0,
      approval_rules: [
        { ...maintainers, required_approvals: 1 },
        {
          user_id: null,
          group_id: 7,
          access_level: null,
          access_level_description: 'Operators',
          required_approvals: 2,
        },
      ],
    },
  ],
  '/members/all': [
    { id: 1, username: 'ann', state: 'active', access_level: 30 },
    { id: 2, username: 'bob', state: 'active', access_level: 50 },
    { id: 3, username: 'carl', state: 'blocked', access_level: 40 },
    {
      id: 4,
      username: 'project_30_bot_4ffca233d8298ea1',
      state: 'active',
      access_level: 20,
    },
  ],
  '/ci/lint': {
    valid: true,
    merged_yaml: CI,
    errors: [],
    warnings: [],
    includes: [
      { type: 'local', location: '/ci/build.yml' },
      {
        type: 'file',
        location: '/scan.yml',
        extra: { project: 'bank/ci', ref: sha('c') },
      },
      {
        type: 'component',
        location: 'gitlab.bank.example/bank/deploy@1.2.0',
        extra: {},
      },
      {
        type: 'remote',
        location: 'https://ci.example/all.yml',
        extra: {},
      },
    ],
  },
  '/repository/files/.gitlab-ci.yml': {
    file_path: '.gitlab-ci.yml',
    blob_id: sha('9'),
    encoding: 'base64',
    content: '',
  },
  '/runners': [{ id: 6 }, { id: 8 }],
  '/pipelines/31/jobs': [
    {
      ...jobNamed('semgrep-sast', 5),
      artifacts: [{ file_type: 'trace' }, { file_type: 'sast' }],
    },
    { ...jobNamed('test', 4), artifacts: [{ file_type: 'junit' }] },
    { ...jobNamed('lint', 3), artifacts: [] },
  ],
};
