import { createHash } from 'node:crypto';
import { type Body, repositoryBody, userBody } from './bodies';
import {
  approvalBody,
  commitBody,
  deploymentBody,
  pullBody,
  reviewBody,
  runBody,
  statusBody,
} from './documentedHistory';

export const WEB = 'https://github.example/bank/ledger';
const API = 'https://github.example/api/v3/repos/bank/ledger';

const HOUR = 3_600_000;
const template = {
  run: runBody(),
  approval: approvalBody(),
  pull: pullBody(),
  review: reviewBody(),
  commit: commitBody(),
  deployment: deploymentBody(),
  status: statusBody(),
};

export const alice = userBody('alice', 101);
export const bob = userBody('bob', 102);
const robot = userBody('release-please[bot]', 103, 'Bot');

/** The id of a commit that stands for a text. */
export function makeSha(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/**
 * One repository as the fake GitHub keeps it. What happens in it is reported in
 * hours before now; the newest comes first in every list.
 */
export class FakeRepository {
  readonly now = Math.floor(Date.now() / 1000) * 1000;
  readonly body: Body = repositoryBody('bank/ledger', 77);
  readonly pulls: Body[] = [];
  readonly commits = new Map<number, Body[]>();
  readonly reviews = new Map<number, Body[]>();
  readonly runs: Body[] = [];
  readonly attempts = new Map<number, Body[]>();
  readonly approvals = new Map<number, Body[]>();
  readonly deployments: Body[] = [];
  readonly statuses = new Map<number, Body[]>();
  readonly activities: Body[] = [];
  /** Where there are any, GitHub knows no others. */
  readonly branches: string[] = [];
  /** Commits between two commits, by `before...after`. */
  readonly comparisons = new Map<string, Body[]>();
  /** Text of files by their path. */
  readonly files = new Map<string, string>();

  at(hoursAgo: number): string {
    const time = new Date(this.now - hoursAgo * HOUR);
    return time.toISOString().replace('.000Z', 'Z');
  }

  /** A pull request is opened, reviewed by bob, and merged by him. */
  merge(options: {
    number: number;
    hoursAgo: number;
    commits?: number;
    reviews?: readonly string[];
  }): Body {
    const { number, hoursAgo, commits = 1, reviews = ['APPROVED'] } = options;
    const list = Array.from({ length: commits }, (_, index) =>
      this.commit(`${number}-${index}`),
    );
    const head = list.at(-1)?.sha ?? makeSha(`${number}`);
    const base = makeSha(`base ${number}`);
    const pull = {
      ...template.pull,
      url: `${API}/pulls/${number}`,
      id: 1000 + number,
      number,
      title: `Change ${number}`,
      html_url: `${WEB}/pull/${number}`,
      user: alice,
      state: 'closed',
      merged: true,
      merged_by: bob,
      created_at: this.at(hoursAgo + 2),
      updated_at: this.at(hoursAgo),
      closed_at: this.at(hoursAgo),
      merged_at: this.at(hoursAgo),
      merge_commit_sha: makeSha(`merge ${number}`),
      requested_teams: [],
      head: { ...template.pull.head, sha: head },
      base: { ...template.pull.base, ref: 'main', sha: base },
      commits,
    };
    this.pulls.unshift(pull);
    this.commits.set(number, list);
    this.comparisons.set(this.toCompareRange(number), list);
    this.reviews.set(
      number,
      reviews.map((state, index) => ({
        ...template.review,
        id: number * 1000 + index,
        user: bob,
        state,
        html_url: `${WEB}/pull/${number}#pullrequestreview-${index}`,
        submitted_at: this.at(hoursAgo + 1),
        commit_id: head,
      })),
    );
    return pull;
  }

  /** Which comparison has the commits of a pull request. */
  toCompareRange(number: number): string {
    const pull = this.pulls.find(one => one.number === number);
    return `${pull?.base.sha}...${pull?.head.sha}`;
  }

  /** The commit by which a pull request was merged. GitHub signs its own. */
  findMerge(sha: string): Body | undefined {
    return this.pulls.some(pull => pull.merge_commit_sha === sha)
      ? { ...this.commit('merge'), sha }
      : undefined;
  }

  commit(name: string, message = `Step ${name}`): Body {
    return {
      ...template.commit,
      sha: makeSha(name),
      author: alice,
      committer: userBody('web-flow', 104),
      commit: {
        ...template.commit.commit,
        author: { name: 'Alice', email: 'alice@bank.example' },
        committer: { name: 'GitHub', email: 'noreply@github.example' },
        message,
        verification: {
          ...template.commit.commit.verification,
          verified: true,
          reason: 'valid',
        },
      },
    };
  }

  /** A run ends; earlier attempts failed. */
  run(options: {
    id: number;
    hoursAgo: number;
    attempt?: number;
    approvedBy?: Body;
    status?: string;
  }): Body {
    const { id, hoursAgo, attempt = 1, approvedBy } = options;
    const { status = 'completed' } = options;
    const of = (number: number, conclusion: string | null) => ({
      ...template.run,
      id,
      name: 'Deploy',
      path: '.github/workflows/deploy.yml',
      html_url: `${WEB}/actions/runs/${id}`,
      status,
      conclusion,
      head_sha: makeSha(`run ${id}`),
      head_branch: 'main',
      run_attempt: number,
      actor: alice,
      triggering_actor: alice,
      created_at: this.at(hoursAgo),
      run_started_at: this.at(hoursAgo),
      updated_at: this.at(hoursAgo - 0.1),
      repository: { ...template.run.repository, html_url: WEB },
    });
    const run = of(attempt, status === 'completed' ? 'success' : null);
    this.runs.unshift(run);
    this.attempts.set(
      id,
      Array.from({ length: attempt - 1 }, (_, index) =>
        of(index + 1, 'failure'),
      ),
    );
    const environments = [
      { ...template.approval.environments[0], name: 'production' },
    ];
    const approval = { ...template.approval, environments, user: approvedBy };
    this.approvals.set(id, approvedBy ? [approval] : []);
    return run;
  }

  /** A deployment is asked for by a run and goes well. */
  deploy(options: { id: number; hoursAgo: number; payload?: unknown }): Body {
    const { id, hoursAgo, payload = {} } = options;
    const deployment = {
      ...template.deployment,
      url: `${API}/deployments/${id}`,
      id,
      sha: makeSha(`run ${id}`),
      ref: 'main',
      payload,
      environment: 'production',
      original_environment: 'production',
      creator: robot,
      created_at: this.at(hoursAgo),
      updated_at: this.at(hoursAgo),
    };
    this.deployments.unshift(deployment);
    this.statuses.set(id, []);
    ['queued', 'in_progress', 'success'].forEach((state, index) =>
      this.status({ id, hoursAgo: hoursAgo - 0.1 * (index + 1), state }),
    );
    return deployment;
  }

  /** A deployment goes on; that changes it, too. */
  status(options: { id: number; hoursAgo: number; state: string }): Body {
    const { id, hoursAgo, state } = options;
    const statuses = this.statuses.get(id) ?? [];
    const status = {
      ...template.status,
      id: id * 10 + statuses.length,
      state,
      environment: 'production',
      log_url: `${WEB}/actions/runs/${id}/job/9`,
      created_at: this.at(hoursAgo),
      updated_at: this.at(hoursAgo),
    };
    this.statuses.set(id, [status, ...statuses]);
    Object.assign(
      this.deployments.find(deployment => deployment.id === id) ?? {},
      { updated_at: status.created_at },
    );
    return status;
  }

  /** A branch moves to a commit. */
  push(options: { id: number; hoursAgo: number; type?: string }): void {
    const { id, hoursAgo, type = 'push' } = options;
    const [before, after] = [makeSha(`push ${id - 1}`), makeSha(`push ${id}`)];
    this.activities.unshift({
      id,
      node_id: `A${id}`,
      before,
      after,
      ref: 'refs/heads/main',
      timestamp: this.at(hoursAgo),
      activity_type: type,
      actor: alice,
    });
    this.comparisons.set(`${before}...${after}`, [this.commit(`push ${id}`)]);
  }

  /** The branch goes. */
  deleteBranch(options: { id: number; hoursAgo: number }): void {
    this.push({ ...options, type: 'branch_deletion' });
    this.activities[0]!.after = '0'.repeat(40);
  }
}
