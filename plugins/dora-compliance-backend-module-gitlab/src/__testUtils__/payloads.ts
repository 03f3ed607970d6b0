/** Payloads of webhooks, written by hand in the shapes of GitLab's documentation. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Payload = any;

/** A commit id of one digit. */
export const sha = (digit: string) => digit.repeat(40);

export const URL_OF_PROJECT = 'https://gitlab.bank.example/bank/ledger';

const ann = {
  id: 1,
  name: 'Ann Teller',
  username: 'ann',
  avatar_url: null,
  email: '[REDACTED]',
};

export const bob = { ...ann, id: 2, name: 'Bob Clerk', username: 'bob' };

export function project(fields: Payload = {}) {
  return {
    id: 30,
    name: 'Ledger',
    description: '',
    web_url: URL_OF_PROJECT,
    avatar_url: null,
    git_ssh_url: 'git@gitlab.bank.example:bank/ledger.git',
    git_http_url: `${URL_OF_PROJECT}.git`,
    namespace: 'Bank',
    visibility_level: 0,
    path_with_namespace: 'bank/ledger',
    default_branch: 'main',
    ci_config_path: null,
    ...fields,
  };
}

export function repository() {
  return {
    name: 'Ledger',
    url: 'git@gitlab.bank.example:bank/ledger.git',
    description: '',
    homepage: URL_OF_PROJECT,
  };
}

export function commit(digit: string, fields: Payload = {}) {
  return {
    id: sha(digit),
    message: `Book ${digit}\n`,
    title: `Book ${digit}`,
    timestamp: '2026-03-02T10:00:00+02:00',
    url: `${URL_OF_PROJECT}/-/commit/${sha(digit)}`,
    author: { name: 'Ann Teller', email: 'ann@bank.example' },
    added: [],
    modified: ['ledger.ts'],
    removed: [],
    ...fields,
  };
}

/** A push by Ann of two commits to the default branch. */
export function push(fields: Payload = {}) {
  return {
    object_kind: 'push',
    event_name: 'push',
    before: sha('a'),
    after: sha('c'),
    ref: 'refs/heads/main',
    ref_protected: true,
    checkout_sha: sha('c'),
    user_id: 1,
    user_name: 'Ann Teller',
    user_username: 'ann',
    user_email: '',
    user_avatar: null,
    project_id: 30,
    project: project(),
    commits: [
      commit('b', { timestamp: '2026-03-01T10:00:00+02:00' }),
      commit('c'),
    ],
    total_commits_count: 2,
    repository: repository(),
    ...fields,
  };
}

/** A tag by Ann. */
export function tagPush(fields: Payload = {}) {
  return {
    ...push(),
    object_kind: 'tag_push',
    event_name: 'tag_push',
    before: sha('0'),
    after: sha('c'),
    ref: 'refs/tags/v1.0.0',
    checkout_sha: sha('c'),
    commits: [],
    total_commits_count: 0,
    ...fields,
  };
}

/** Bob does something to a change of Ann. */
export function mergeRequest(attributes: Payload = {}, rest: Payload = {}) {
  return {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user: bob,
    project: project(),
    repository: repository(),
    object_attributes: {
      id: 99,
      iid: 7,
      target_branch: 'main',
      source_branch: 'interest',
      source_project_id: 30,
      target_project_id: 30,
      author_id: 1,
      title: 'Round interest',
      created_at: '2026-03-02 09:00:00 UTC',
      updated_at: '2026-03-02 11:00:00 UTC',
      state: 'opened',
      merge_commit_sha: null,
      url: `${URL_OF_PROJECT}/-/merge_requests/7`,
      source: project(),
      target: project(),
      last_commit: commit('c'),
      action: 'open',
      ...attributes,
    },
    labels: [],
    changes: {
      updated_at: {
        previous: '2026-03-02 10:00:00 UTC',
        current: '2026-03-02 11:00:00 UTC',
      },
    },
    assignees: [],
    reviewers: [],
    ...rest,
  };
}

/** A pipeline of the default branch that Ann's push started. */
export function pipeline(attributes: Payload = {}, rest: Payload = {}) {
  return {
    object_kind: 'pipeline',
    object_attributes: {
      id: 31,
      iid: 3,
      name: null,
      ref: 'main',
      tag: false,
      sha: sha('c'),
      before_sha: sha('a'),
      source: 'push',
      status: 'success',
      stages: ['build'],
      created_at: '2026-03-02 12:00:00 UTC',
      finished_at: '2026-03-02 12:03:00 UTC',
      duration: 180,
      variables: [],
      url: `${URL_OF_PROJECT}/-/pipelines/31`,
      ...attributes,
    },
    merge_request: null,
    user: ann,
    project: project(),
    commit: commit('c'),
    builds: [],
    ...rest,
  };
}

export function job(fields: Payload = {}) {
  return {
    object_kind: 'build',
    ref: 'main',
    tag: false,
    before_sha: sha('a'),
    sha: sha('c'),
    build_id: 380,
    build_name: 'deploy:live',
    build_stage: 'deploy',
    build_status: 'success',
    build_created_at: '2026-03-02T12:00:00.100Z',
    build_started_at: '2026-03-02T12:01:00.200Z',
    build_finished_at: '2026-03-02T12:02:00.300Z',
    build_duration: 60.1,
    build_allow_failure: false,
    build_failure_reason: 'unknown_failure',
    retries_count: 0,
    pipeline_id: 31,
    project_id: 30,
    project_name: 'Bank / Ledger',
    user: ann,
    commit: { id: 31, name: null, sha: sha('c'), status: 'running' },
    repository: repository(),
    project: project(),
    runner: {
      id: 12,
      description: 'vault-runner',
      runner_type: 'project_type',
      active: true,
      is_shared: false,
      tags: ['vault'],
    },
    environment: null,
    ...fields,
  };
}

export function deployment(fields: Payload = {}) {
  return {
    object_kind: 'deployment',
    status: 'success',
    status_changed_at: '2026-03-02 14:02:00 +0200',
    deployment_id: 15,
    deployable_id: 380,
    deployable_url: `${URL_OF_PROJECT}/-/jobs/380`,
    environment: 'staging',
    environment_tier: 'staging',
    environment_slug: 'staging',
    environment_external_url: null,
    project: project(),
    short_sha: sha('c').slice(0, 8),
    user: ann,
    user_url: 'https://gitlab.bank.example/ann',
    commit_url: `${URL_OF_PROJECT}/-/commit/${sha('c')}`,
    commit_title: 'Book c',
    ref: 'v1.0.0',
    ...fields,
  };
}

export function release(fields: Payload = {}) {
  return {
    id: 1,
    object_kind: 'release',
    action: 'create',
    tag: 'v1.0.0',
    name: 'One',
    description: '',
    created_at: '2026-03-02 13:00:00 UTC',
    released_at: '2026-03-02 13:00:00 UTC',
    project: project(),
    url: `${URL_OF_PROJECT}/-/releases/v1.0.0`,
    assets: {
      count: 1,
      links: [
        {
          id: 1,
          link_type: 'package',
          name: 'ledger.tgz',
          url: 'https://files.bank.example/ledger.tgz',
        },
      ],
      sources: [],
    },
    commit: commit('c'),
    ...fields,
  };
}

export function vulnerability(attributes: Payload = {}) {
  return {
    object_kind: 'vulnerability',
    object_attributes: {
      url: `${URL_OF_PROJECT}/-/security/vulnerabilities/1`,
      title: 'Parser hangs',
      state: 'confirmed',
      project_id: 30,
      severity: 'high',
      identifiers: [{ name: 'CVE-2026-0001', external_type: 'cve' }],
      report_type: 'dependency_scanning',
      dismissed_at: null,
      dismissed_by_id: null,
      resolved_by_id: null,
      created_at: '2026-01-08T00:46:14.413Z',
      updated_at: '2026-01-09T00:46:14.413Z',
      ...attributes,
    },
  };
}
