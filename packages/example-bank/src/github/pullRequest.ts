import { makeId, buildRepository, buildUser } from './names';

/** A pull request of the example bank. */
export type Pull = {
  service: string;
  number: number;
  title: string;
  /** Whether its author filled in the template for descriptions. */
  isDescribed: boolean;
  author: string;
  openedAt: string;
  head: string;
  /** Set once it is merged. */
  merged?: { at: string; by: string; commit: string };
};

/** Payload of `pull_request`. */
export function pullRequestEvent(
  action: 'opened' | 'synchronize' | 'closed',
  pull: Pull,
  sender: string,
  at: string,
  before?: string,
) {
  return {
    action,
    ...(before && { before, after: pull.head }),
    number: pull.number,
    pull_request: describe(pull, at),
    repository: buildRepository(pull.service),
    sender: buildUser(sender),
  };
}

/** Payload of `pull_request_review`. */
export function reviewEvent(
  pull: Pull,
  review: { reviewer: string; commit: string; at: string },
) {
  const { reviewer, commit, at } = review;
  return {
    action: 'submitted',
    review: {
      id: makeId(`review ${pull.service} ${pull.number} ${at}`),
      user: buildUser(reviewer),
      body: null,
      commit_id: commit,
      submitted_at: at,
      state: 'approved',
      html_url: `${url(pull)}#pullrequestreview`,
      author_association: 'OWNER',
    },
    pull_request: describe(pull, at),
    repository: buildRepository(pull.service),
    sender: buildUser(reviewer),
  };
}

/** The description, with the headings that the template of the bank asks for. */
export function writeBody({
  title,
  number,
  isDescribed,
}: Pick<Pull, 'title' | 'number' | 'isDescribed'>): string {
  if (!isDescribed) {
    return 'fix';
  }
  return [
    `## Purpose\n\n${title}, as customers asked for it.`,
    '## Risk\n\nLow. No access or security setting changes.',
    '## Roll-back\n\nDeploy the release before.',
    `## Ticket\n\nMB-${number}`,
  ].join('\n\n');
}

function describe(pull: Pull, at: string) {
  const { merged } = pull;
  return {
    id: makeId(`pull ${pull.service} ${pull.number}`),
    html_url: url(pull),
    number: pull.number,
    state: merged ? 'closed' : 'open',
    title: pull.title,
    user: buildUser(pull.author),
    body: writeBody(pull),
    created_at: pull.openedAt,
    updated_at: at,
    closed_at: merged?.at ?? null,
    merged_at: merged?.at ?? null,
    merge_commit_sha: merged?.commit ?? null,
    merged: merged !== undefined,
    merged_by: merged ? buildUser(merged.by) : null,
    commits: 2,
    head: { ref: `change-${pull.number}`, sha: pull.head },
    base: { ref: 'main' },
    author_association: 'MEMBER',
  };
}

function url(pull: Pull) {
  return `https://github.com/meridian-bank/${pull.service}/pull/${pull.number}`;
}
