import type { GitLabIntegrationConfig } from '@backstage/integration';
import {
  FakeApi,
  type FakeAnswer,
  type FakeRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { credentialAnswers } from './credentialAnswers';
import { ledgerAnswers } from './ledgerAnswers';
import { narrowed } from './narrowed';
import { project, sha } from './payloads';

type Json = Record<string, unknown>;

/** Items a page holds, however many are asked for. */
const PER_PAGE = 2;

/** A GitLab that holds the project `bank/ledger`, for as long as a test runs. */
export class FakeGitlab {
  readonly host = 'gitlab.bank.example';
  readonly target = {
    kind: 'repository',
    uri: 'https://gitlab.bank.example/bank/ledger',
  } as const;
  /** Answers by what follows the project in the path; lists are paged. */
  readonly answers = new Map<string, unknown>();
  /** Commits by the range of revisions they are asked for, newest first. */
  readonly ranges = new Map<string, unknown[]>();
  /** Statuses other than 200, likewise. */
  readonly refusals = new Map<string, number>();
  /** How many more items there are than lists hold. */
  miscount = 0;
  project: Json = {
    ...project({ ci_config_path: '' }),
    builds_access_level: 'enabled',
    only_allow_merge_if_pipeline_succeeds: true,
    allow_pipeline_trigger_approve_deployment: false,
    ci_push_repository_for_job_token_allowed: false,
    ci_allow_fork_pipelines_to_run_in_parent_project: true,
    ci_delete_pipelines_in_seconds: 31_536_000,
    shared_with_groups: [
      { group_full_path: 'bank/audit', group_access_level: 20 },
    ],
  };
  api!: FakeApi;

  static async start(): Promise<FakeGitlab> {
    const gitlab = new FakeGitlab();
    gitlab.api = await FakeApi.start(request => gitlab.#answer(request));
    Object.entries({ ...ledgerAnswers, ...credentialAnswers }).forEach(
      ([path, body]) => gitlab.answers.set(path, body),
    );
    return gitlab;
  }

  get integration(): GitLabIntegrationConfig {
    return {
      host: this.host,
      baseUrl: `https://${this.host}`,
      apiBaseUrl: `${this.api.url}/api/v4`,
      token: 'secret',
    };
  }

  /** A merge request that Ann wrote and Bob approved and merged. */
  merge(iid: number, at: string, fields: Json = {}) {
    const path = `/merge_requests/${iid}`;
    const head = sha(`${iid % 10}`);
    const merged = {
      id: iid + 1000,
      iid,
      project_id: 30,
      source_project_id: 30,
      target_project_id: 30,
      source_branch: `change-${iid}`,
      created_at: minutesBefore(at, 30),
      title: `Change ${iid}`,
      state: 'merged',
      web_url: `${this.target.uri}/-/merge_requests/${iid}`,
      author: { id: 1, username: 'ann' },
      merge_user: { id: 2, username: 'bob' },
      merged_at: at,
      updated_at: at,
      sha: head,
      merge_commit_sha: sha('f'),
      squash_commit_sha: null,
      target_branch: 'main',
      ...fields,
    };
    this.#list('/merge_requests', merged);
    this.answers.set(path, merged);
    this.answers.set(`${path}/commits`, [
      { ...commitBy('ann', head), title: 'Two' },
      { ...commitBy('ann', sha('e')), title: 'One' },
      { ...commitBy('carl', sha('d')), title: 'Zero' },
    ]);
    this.answers.set(`${path}/approvals`, {
      approved_by: [{ user: { id: 2, username: 'bob' }, approved_at: at }],
    });
    this.answers.set(`${path}/versions`, [
      { id: 2, head_commit_sha: head, created_at: minutesBefore(at, 5) },
      { id: 1, head_commit_sha: sha('e'), created_at: minutesBefore(at, 9) },
    ]);
  }

  /** A pipeline that ended. */
  run(id: number, at: string, fields: Json = {}) {
    const run = {
      id,
      iid: id,
      project_id: 30,
      name: null,
      sha: sha('f'),
      ref: 'main',
      status: 'success',
      source: 'push',
      created_at: minutesBefore(at, 3),
      updated_at: at,
      started_at: minutesBefore(at, 2),
      finished_at: at,
      web_url: `${this.target.uri}/-/pipelines/${id}`,
      user: { id: 1, username: 'ann', name: 'Ann' },
      ...fields,
    };
    this.#list('/pipelines', run);
    this.answers.set(`/pipelines/${id}`, run);
  }

  /** A deployment to an environment, made by a job. */
  deploy(id: number, at: string, fields: Json = {}) {
    const deployment = {
      id,
      iid: id,
      ref: 'main',
      sha: sha('f'),
      status: 'success',
      created_at: minutesBefore(at, 3),
      updated_at: at,
      user: { id: 2, username: 'bob' },
      environment: { id: 9, name: 'blue', slug: 'blue' },
      deployable: {
        id: id + 1000,
        web_url: `${this.target.uri}/-/jobs/${id + 1000}`,
        finished_at: at,
        pipeline: { id: 31 },
      },
      approvals: [
        {
          user: { id: 3, username: 'carl' },
          status: 'approved',
          comment: 'fine',
          created_at: minutesBefore(at, 2),
        },
      ],
      ...fields,
    };
    // Newest first, as it is asked for.
    this.#list('/deployments', deployment, 'first');
    this.answers.set(`/deployments/${id}`, deployment);
  }

  /**
   * A push by Ann of commits, oldest first, as the list of events reports it.
   */
  push(id: number, at: string, commits: string[], fields: Json = {}) {
    const to = commits.at(-1) ?? sha('1');
    const data = {
      action: 'pushed',
      ref_type: 'branch',
      ref: 'main',
      ref_count: null,
      commit_from: sha('a'),
      commit_to: to,
      commit_count: commits.length,
      commit_title: 'Work',
      ...fields,
    };
    this.#list('/events', {
      id,
      project_id: 30,
      action_name: 'pushed to',
      target_id: null,
      target_type: null,
      author_id: 1,
      target_title: null,
      created_at: at,
      author: { id: 1, username: 'ann', name: 'Ann', state: 'active' },
      author_username: 'ann',
      push_data: data,
    });
    this.ranges.set(
      `${data.commit_from}..${to}`,
      commits.map(commit => this.commit('ann', commit, at)).reverse(),
    );
  }

  /** A commit as lists of commits report it. */
  commit(name: string, id: string, at: string): Json {
    const committed = minutesBefore(at, 1);
    return { ...commitBy(name, id), committed_date: committed };
  }

  #list(path: string, item: Json, place: 'first' | 'last' = 'last') {
    const list = (this.answers.get(path) ?? []) as Json[];
    this.answers.set(
      path,
      place === 'first' ? [item, ...list] : [...list, item],
    );
  }

  #answer({ url, headers }: FakeRequest): FakeAnswer {
    const refused = (status: number): FakeAnswer => ({
      status,
      ...(status === 429 && { headers: { 'retry-after': '120' } }),
      body: { message: `${status}` },
    });
    if (headers.authorization !== 'Bearer secret') {
      return refused(401);
    }
    const runner = /^\/api\/v4\/runners\/(\d+)$/.exec(url.pathname)?.[1];
    if (runner) {
      return { body: runnerNamed(Number(runner)) };
    }
    const [, group, path] =
      /^\/api\/v4\/(?:(groups\/.+)|projects\/bank%2Fledger(\/.*)?)$/.exec(
        url.pathname,
      ) ?? [];
    const rest = decodeURIComponent(group ?? path ?? '');
    const refusal = this.refusals.get(rest);
    if (refusal) {
      return refused(refusal);
    }
    const body = this.#bodyAt(rest, url.searchParams);
    const isKnown = group ?? url.pathname.includes('bank%2Fledger');
    if (!isKnown || body === undefined) {
      return refused(404);
    }
    if (!Array.isArray(body)) {
      return { body };
    }
    const list = narrowed(rest, body, url.searchParams);
    return list ? buildPage(list, url, this.miscount) : refused(400);
  }

  #bodyAt(rest: string, query: URLSearchParams): unknown {
    if (rest === '/repository/commits') {
      return this.ranges.get(query.get('ref_name') ?? '');
    }
    const folder = rest === '/repository/tree' && query.get('path');
    return rest === ''
      ? this.project
      : this.answers.get(folder ? `${rest}/${folder}` : rest);
  }
}

function buildPage(
  list: readonly unknown[],
  url: URL,
  miscount: number,
): FakeAnswer {
  const page = Number(url.searchParams.get('page') ?? 1);
  const asked = Number(url.searchParams.get('per_page') ?? 20);
  const size = Math.min(asked, PER_PAGE);
  const isLast = page * size >= list.length;
  return {
    headers: {
      'x-page': String(page),
      'x-next-page': isLast ? '' : String(page + 1),
      'x-total': String(list.length + miscount),
    },
    body: list.slice((page - 1) * size, page * size),
  };
}

function commitBy(name: string, id: string): Json {
  return {
    id,
    short_id: id.slice(0, 8),
    title: 'Work',
    message: `Work\n\nCo-authored-by: Dan <4-dan@users.noreply.gitlab.bank.example>`,
    author_name: name,
    author_email: `${name}@bank.example`,
    committer_name: name,
    committer_email: `${name}@bank.example`,
  };
}

function runnerNamed(id: number): Json {
  return {
    id,
    description: `runner-${id}`,
    runner_type: id === 6 ? 'instance_type' : 'project_type',
    is_shared: id === 6,
    online: true,
    platform: 'linux',
    tag_list: ['vault'],
  };
}

export function minutesBefore(at: string, minutes: number): string {
  return new Date(Date.parse(at) - minutes * 60_000).toISOString();
}
