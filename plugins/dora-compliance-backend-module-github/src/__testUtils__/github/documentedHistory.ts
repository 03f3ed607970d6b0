import { type Body, repositoryBody, userBody } from './bodies';

const WEB = 'https://github.example/bank/ledger';
const API = 'https://github.example/api/v3/repos/bank/ledger';
const AT = '2024-03-01T09:00:00Z';
const HEAD = '1f'.repeat(20);

const alice = userBody('alice', 101);
const bob = userBody('bob', 102);
const ledger = repositoryBody('bank/ledger', 77);

/** A run of a workflow. */
export function runBody(): Body {
  const url = `${API}/actions/runs/30`;
  return {
    id: 30,
    node_id: 'WFR_30',
    name: 'Build',
    display_title: 'Post interest daily',
    path: '.github/workflows/build.yml',
    head_branch: 'main',
    head_sha: HEAD,
    run_number: 12,
    run_attempt: 1,
    event: 'push',
    status: 'queued',
    conclusion: null,
    workflow_id: 5,
    check_suite_id: 6,
    check_suite_node_id: 'CS_6',
    url,
    html_url: `${WEB}/actions/runs/30`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${API}/check-suites/6`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${API}/actions/workflows/5`,
    pull_requests: [],
    actor: alice,
    triggering_actor: alice,
    created_at: AT,
    updated_at: AT,
    run_started_at: AT,
    head_commit: {
      id: HEAD,
      tree_id: '2e'.repeat(20),
      message: 'Post interest daily',
      timestamp: AT,
      author: { name: 'Alice', email: 'alice@bank.example' },
      committer: { name: 'Alice', email: 'alice@bank.example' },
    },
    repository: ledger,
    head_repository: ledger,
  };
}

/** A decision on the deployments of a run. */
export function approvalBody(): Body {
  return {
    state: 'approved',
    comment: 'Checked against the plan.',
    environments: [
      {
        id: 8,
        node_id: 'EN_8',
        name: 'staging',
        url: `${API}/environments/staging`,
        html_url: `${WEB}/deployments/staging`,
        created_at: AT,
        updated_at: AT,
      },
    ],
    user: bob,
  };
}

/** A pull request that was merged. */
export function pullBody(): Body {
  const url = `${API}/pulls/1347`;
  const issue = `${API}/issues/1347`;
  const page = `${WEB}/pull/1347`;
  const side = (ref: string, sha: string) => ({
    label: `bank:${ref}`,
    ref,
    sha,
    user: userBody('bank', 100, 'Organization'),
    repo: ledger,
  });
  return {
    url,
    id: 1000,
    node_id: 'PR_1000',
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    comments_url: `${issue}/comments`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${API}/pulls/comments{/number}`,
    statuses_url: `${API}/statuses/${HEAD}`,
    number: 1347,
    state: 'closed',
    locked: false,
    title: 'Post interest daily',
    body: null,
    user: alice,
    author_association: 'MEMBER',
    assignee: null,
    labels: [],
    milestone: null,
    auto_merge: null,
    requested_reviewers: [],
    requested_teams: [],
    head: side('interest', HEAD),
    base: side('main', '3d'.repeat(20)),
    draft: false,
    merged: true,
    merged_by: bob,
    merge_commit_sha: '4c'.repeat(20),
    mergeable: null,
    mergeable_state: 'unknown',
    rebaseable: null,
    maintainer_can_modify: false,
    comments: 0,
    review_comments: 0,
    commits: 3,
    additions: 10,
    deletions: 2,
    changed_files: 1,
    created_at: AT,
    updated_at: AT,
    closed_at: AT,
    merged_at: AT,
    _links: pullLinks(),
  };
}

function pullLinks(): Body {
  const url = `${API}/pulls/1347`;
  const issue = `${API}/issues/1347`;
  const links = {
    html: `${WEB}/pull/1347`,
    self: url,
    issue,
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    review_comment: `${API}/pulls/comments{/number}`,
    review_comments: `${url}/comments`,
    statuses: `${API}/statuses/${HEAD}`,
  };
  return Object.fromEntries(
    Object.entries(links).map(([name, href]) => [name, { href }]),
  );
}

/** A review of that pull request. */
export function reviewBody(): Body {
  const page = `${WEB}/pull/1347#pullrequestreview-80`;
  return {
    id: 80,
    node_id: 'PRR_80',
    user: bob,
    body: '',
    state: 'APPROVED',
    html_url: page,
    pull_request_url: `${API}/pulls/1347`,
    author_association: 'MEMBER',
    _links: {
      html: { href: page },
      pull_request: { href: `${API}/pulls/1347` },
    },
    submitted_at: AT,
    commit_id: HEAD,
  };
}

/** A commit as lists show it. */
export function commitBody(): Body {
  const person = { name: 'Alice', email: 'alice@bank.example', date: AT };
  return {
    url: `${API}/commits/${HEAD}`,
    sha: HEAD,
    node_id: 'C_1',
    html_url: `${WEB}/commit/${HEAD}`,
    comments_url: `${API}/commits/${HEAD}/comments`,
    commit: {
      url: `${API}/git/commits/${HEAD}`,
      author: person,
      committer: person,
      message: 'Post interest daily',
      tree: { url: `${API}/git/trees/1`, sha: '2e'.repeat(20) },
      comment_count: 0,
      verification: {
        verified: false,
        reason: 'unsigned',
        signature: null,
        payload: null,
        verified_at: null,
      },
    },
    author: alice,
    committer: alice,
    parents: [],
  };
}

/** A deployment to production. */
export function deploymentBody(): Body {
  const url = `${API}/deployments/1`;
  return {
    url,
    id: 1,
    node_id: 'DE_1',
    sha: HEAD,
    ref: 'main',
    task: 'deploy',
    payload: {},
    original_environment: 'production',
    environment: 'production',
    description: null,
    creator: alice,
    created_at: AT,
    updated_at: AT,
    statuses_url: `${url}/statuses`,
    repository_url: API,
    transient_environment: false,
    production_environment: true,
  };
}

/** That it went well. */
export function statusBody(): Body {
  return {
    url: `${API}/deployments/1/statuses/2`,
    id: 2,
    node_id: 'DES_2',
    state: 'success',
    creator: alice,
    description: '',
    environment: 'production',
    target_url: 'https://ledger.example/deployments/1',
    created_at: AT,
    updated_at: AT,
    deployment_url: `${API}/deployments/1`,
    repository_url: API,
    environment_url: 'https://ledger.example',
    log_url: 'https://ledger.example/deployments/1',
  };
}
