import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { problemOf } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { User } from '../normalise/accounts';
import type { Reading } from '../normalise/DeliveryContext';
import { CommitId, Moment } from '../normalise/fields';
import type { GitlabScope } from '../normalise/GitlabScope';
import { readPush } from '../normalise/push';
import { bodyOf, itemsOf } from './answers';
import type { CollectedReader } from './CollectedReader';
import { ListedCommit } from './mergedChange';
import { PROJECT, ProjectSettings } from './ProjectSettings';

/** A push as the list of events of a project tells it. */
export const ListedPush = z.looseObject({
  id: z.number().int(),
  created_at: Moment,
  author: User.nullish(),
  push_data: z.looseObject({
    ref_type: z.string(),
    /** Absent where many branches were pushed at once. */
    ref: z.string().nullish(),
    commit_from: CommitId.nullish(),
    commit_to: CommitId.nullish(),
    commit_count: z.number().int().nonnegative(),
  }),
});

export type ListedPush = z.output<typeof ListedPush>;

/** A commit of a push, with the moment its webhook tells. */
export const PushedCommit = ListedCommit.extend({ committed_date: Moment });

type PushedCommit = z.output<typeof PushedCommit>;

const NO_COMMIT = '0'.repeat(40);

/** Whether a push is to one of some branches, or may be as far as is told. */
export function mayBeTo(
  branches: readonly (string | null | undefined)[],
  { push_data: { ref, ref_type: type } }: ListedPush,
): boolean {
  return type === 'branch' && (!ref || branches.includes(ref));
}

/**
 * The commits a push brought, as GitLab can be asked for them; undefined when
 * there are none. Those of a new branch are what the default branch has not,
 * as of now: not all of them when it was merged since.
 */
export function rangeOf(
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

/** Pushes to protected branches, in the words of their webhook. */
export const readPushes: CollectedReader = (document, scope) => {
  const project = bodyOf(document, PROJECT, ProjectSettings);
  const listed = itemsOf(document, /^\/events$/, ListedPush);
  if (!project || !listed) {
    return [];
  }
  const branches = [project.default_branch, ...scope.protectedBranches];
  const readings = listed
    .filter(push => mayBeTo(branches, push))
    .map(push => readOne(push, { document, project, scope }));
  return {
    statements: readings.flatMap(({ statements }) => statements),
    flaws: readings.flatMap(({ flaws }) => flaws),
  };
};

type Context = {
  document: CollectedDocument;
  project: ProjectSettings;
  scope: GitlabScope;
};

type Read = Exclude<Reading, unknown[]>;

/** Without its commits nothing is said of a push: none is not unknown. */
function readOne(push: ListedPush, context: Context): Read {
  const { document, project, scope } = context;
  const { ref, commit_to: to, commit_count: total } = push.push_data;
  const flaw = (text: string) => `push ${push.id}: ${text}`;
  const found = commitsOf(push, context);
  if (!ref) {
    const why = 'GitLab does not tell which branches were pushed';
    return { statements: [], flaws: [flaw(why)] };
  }
  // Those that are too old were listed, but not asked for.
  if (!to || !found) {
    return { statements: [], flaws: [] };
  }
  const isShort = found.length < total;
  if (isShort && (found.length === 0 || !document.complete)) {
    const why = `commits lists ${found.length} of ${total}`;
    return { statements: [], flaws: [flaw(why)] };
  }
  try {
    const sentAt = push.created_at;
    const event = asWebhook(push, project, found);
    const reading = readPush(event, { ...scope, sentAt });
    return Array.isArray(reading)
      ? { statements: reading, flaws: [] }
      : { ...reading, flaws: reading.flaws.map(flaw) };
  } catch (error) {
    return { statements: [], flaws: [flaw(problemOf(error))] };
  }
}

/** Oldest first, as webhooks list them; undefined when not asked for. */
function commitsOf(
  push: ListedPush,
  { document, project }: Context,
): PushedCommit[] | undefined {
  const range = rangeOf(push, project);
  if (!range) {
    return [];
  }
  const path = `${commitsPath(range.revisions)}&`;
  const answers = document.answers.filter(({ request }) =>
    request.includes(path),
  );
  const listed = itemsOf(
    { ...document, answers },
    /^\/repository\/commits$/,
    PushedCommit,
  );
  return answers.length > 0 ? (listed ?? []).reverse() : undefined;
}

function asWebhook(
  { author, push_data: data }: ListedPush,
  project: ProjectSettings,
  commits: readonly PushedCommit[],
) {
  return {
    ref: `refs/heads/${data.ref}`,
    before: data.commit_from ?? NO_COMMIT,
    after: data.commit_to,
    project,
    user_id: author?.id,
    user_name: author?.name,
    user_username: author?.username,
    commits: commits.map(({ id, message, committed_date: at, ...commit }) => ({
      id,
      message,
      timestamp: at,
      author: { name: commit.author_name, email: commit.author_email },
    })),
    total_commits_count: data.commit_count,
  };
}
