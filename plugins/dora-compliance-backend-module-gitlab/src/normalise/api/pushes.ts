import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readStatements } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { toIdentity, User } from '../accounts';
import type { Reading } from '../DeliveryContext';
import { CommitId, Moment, parseSystem } from '../fields';
import type { GitlabScope } from '../GitlabScope';
import { readPush } from '../push';
import { referenceChanged } from '../reference';
import type { GitlabAnswers, PartReader } from './GitlabAnswers';
import { ListedCommit } from './mergedChange';
import type { ProjectSettings } from './ProjectSettings';

/** A push as the list of events of a project reports it. */
export const ListedPush = z.looseObject({
  id: z.number().int(),
  created_at: Moment,
  author: User.nullish(),
  push_data: z.looseObject({
    /** `created`, `pushed` or `removed`. */
    action: z.string().nullish(),
    ref_type: z.string(),
    /** Absent where many branches were pushed at once. */
    ref: z.string().nullish(),
    commit_from: CommitId.nullish(),
    commit_to: CommitId.nullish(),
    commit_count: z.number().int().nonnegative(),
  }),
});

export type ListedPush = z.output<typeof ListedPush>;

type ListedCommit = z.output<typeof ListedCommit>;

const NO_COMMIT = '0'.repeat(40);

/**
 * Whether a push is to one of some branches, or may be as far as is reported.
 */
export function mayBeTo(
  branches: readonly (string | null | undefined)[],
  { push_data: { ref, ref_type: type } }: ListedPush,
): boolean {
  return type === 'branch' && (!ref || branches.includes(ref));
}

/** Whether a tag was pushed or removed, or a branch was removed. */
export function isOfReference({ push_data: data }: ListedPush): boolean {
  return data.ref_type !== 'branch' || isRemoved(data);
}

function isRemoved({ action }: ListedPush['push_data']): boolean {
  return action === 'removed';
}

/**
 * The commits a push brought, as GitLab can be asked for them; undefined when
 * there are none. Those of a new branch are what the default branch has not,
 * as of now: not all of them when it was merged since.
 */
export function readRange(
  { push_data: data }: ListedPush,
  { default_branch: main }: ProjectSettings,
): { revisions: string; isNew: boolean } | undefined {
  const { commit_from: from, commit_to: to, commit_count: count, ref } = data;
  if (!ref || !to || count === 0) {
    return undefined;
  }
  if (from && !/^0+$/.test(from)) {
    return { revisions: `${from}..${to}`, isNew: false };
  }
  const revisions = main && main !== ref ? `${main}..${to}` : to;
  return { revisions, isNew: true };
}

/** Where the commits of a range are listed. */
export function commitsPath(revisions: string): string {
  return `/repository/commits?ref_name=${encodeURIComponent(revisions)}`;
}

/**
 * Pushes to protected branches, in the words of their webhook, and what was
 * done to tags and removed branches.
 */
export const readPushes: PartReader = (answers, scope) => {
  const project = answers.project;
  const listed = answers.items(/^\/events$/, ListedPush);
  if (!project || !listed) {
    return [];
  }
  const branches = [project.default_branch, ...scope.protectedBranches];
  return readStatements(
    listed.filter(push => isOfReference(push) || mayBeTo(branches, push)),
    ({ id }) => `push ${id}`,
    push => readOne(push, { answers, project, scope }),
  );
};

type Context = {
  answers: GitlabAnswers;
  project: ProjectSettings;
  scope: GitlabScope;
};

const KINDS = { branch: 'branches', tag: 'tags' } as const;

function readOne(push: ListedPush, context: Context): Reading {
  const { ref, ref_type: type } = push.push_data;
  if (type !== 'branch' && type !== 'tag') {
    return { statements: [], flaws: [`ref_type ${type} was not read`] };
  }
  if (!ref) {
    const why = `GitLab does not tell which ${KINDS[type]} were pushed`;
    return { statements: [], flaws: [why] };
  }
  return isOfReference(push)
    ? [toReferenceStatement(push, type, ref, context.project)]
    : commitsPushed(push, context);
}

/** Of a tag, commits are not reported: the numbers may be those of the tag. */
function toReferenceStatement(
  { author, created_at: changedAt, push_data: data }: ListedPush,
  kind: 'branch' | 'tag',
  name: string,
  project: ProjectSettings,
): Statement {
  const arrival = data.action === 'created' ? 'created' : 'moved';
  const before = kind === 'branch' ? data.commit_from : undefined;
  return referenceChanged(project, {
    reference: { kind, name },
    action: isRemoved(data) ? 'deleted' : arrival,
    ...(before && { before }),
    ...(author && {
      changedBy: toIdentity(author, parseSystem(project.web_url)),
    }),
    changedAt,
  });
}

/** A push with unknown commits gives no statement: no commits is something else. */
function commitsPushed(push: ListedPush, context: Context): Reading {
  const { answers, project, scope } = context;
  const { commit_to: to, commit_count: total } = push.push_data;
  const found = findCommits(push, context);
  // Those that are too old were listed, but not asked for.
  if (!to || !found) {
    return [];
  }
  const isShort = found.length < total;
  if (isShort && (found.length === 0 || !answers.document.complete)) {
    const why = `commits lists ${found.length} of ${total}`;
    return { statements: [], flaws: [why] };
  }
  const told = { sentAt: push.created_at, hook: 'Push Hook' };
  return readPush(asWebhook(push, project, found), { ...scope, ...told });
}

/** Oldest first, as webhooks list them; undefined when not asked for. */
function findCommits(
  push: ListedPush,
  { answers, project }: Context,
): ListedCommit[] | undefined {
  const range = readRange(push, project);
  if (!range) {
    return [];
  }
  const path = `${commitsPath(range.revisions)}&`;
  const own = answers.within(path);
  const listed = own.items(/^\/repository\/commits$/, ListedCommit);
  return own.document.answers.length > 0 ? (listed ?? []).reverse() : undefined;
}

function asWebhook(
  { author, push_data: data }: ListedPush,
  project: ProjectSettings,
  commits: readonly ListedCommit[],
) {
  return {
    ref: `refs/heads/${data.ref}`,
    before: data.commit_from ?? NO_COMMIT,
    after: data.commit_to,
    project,
    user_id: author?.id,
    user_name: author?.name,
    user_username: author?.username,
    commits: commits.map(({ id, message, ...commit }) => ({
      id,
      message,
      author: { name: commit.author_name, email: commit.author_email },
    })),
    total_commits_count: data.commit_count,
  };
}
