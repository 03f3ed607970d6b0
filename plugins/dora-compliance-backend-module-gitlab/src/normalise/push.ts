import {
  commitSubject,
  type Instant,
  type PushedCommit,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { readCoAuthors, toPerson } from './accounts';
import {
  type DeliveryContext,
  type Reading,
  requireSentAt,
} from './DeliveryContext';
import {
  CommitId,
  EventProject,
  Moment,
  projectSubject,
  SOURCE_ID,
  parseSystem,
} from './fields';
import { Pusher, readPusher } from './pusher';
import { referenceChanged } from './reference';
import { withProject } from './withProject';

const Commit = z.looseObject({
  id: CommitId,
  message: z.string(),
  /** Whoever makes a commit can write anything here. */
  timestamp: Moment.nullish().catch(undefined),
  author: z
    .looseObject({ name: z.string().nullish(), email: z.string().nullish() })
    .nullish(),
});

const PushEvent = Pusher.extend({
  ref: z.string(),
  /** Whether the branch is protected; older versions do not report. */
  ref_protected: z.boolean().nullish().catch(undefined),
  before: CommitId,
  after: CommitId,
  project: EventProject,
  commits: z.array(Commit).nullish(),
  total_commits_count: z.number().int().nonnegative().nullish(),
});

type PushEvent = z.output<typeof PushEvent>;

const BRANCH = /^refs\/heads\/(?=.)/;

/** What stands for no commit. */
const NO_COMMIT = /^0+$/;

/**
 * `push`: commits arrived on a branch, or it was deleted. GitLab lists the
 * newest twenty commits; that others are missing is a flaw.
 */
export function readPush(payload: unknown, context: DeliveryContext): Reading {
  const event = PushEvent.parse(withProject(payload));
  if (!BRANCH.test(event.ref)) {
    const flaws = [`ref ${event.ref} is not a branch: the push was not read`];
    return { statements: [], flaws };
  }
  return NO_COMMIT.test(event.after)
    ? [branchDeleted(event, context)]
    : { statements: [pushed(event, context)], flaws: missing(event, context) };
}

function missing(event: PushEvent, context: DeliveryContext): string[] {
  const listed = event.commits?.length ?? 0;
  const total = event.total_commits_count ?? listed;
  if (total > listed) {
    return [`commits lists ${listed} of ${total}`];
  }
  return listed === 0 && isUpdate(event) && isSystemHook(context)
    ? [
        'commits is empty: system hooks of some versions of GitLab do not list the commits of a push',
      ]
    : [];
}

function pushed(event: PushEvent, context: DeliveryContext): Statement {
  const { project, before, after } = event;
  const commits = event.commits ?? [];
  const system = parseSystem(project.web_url);
  const all = [after, ...commits.map(({ id }) => id)];
  const claimedAt = findLatest(commits.map(({ timestamp }) => timestamp));
  return {
    type: 'commits-pushed',
    subjects: [
      projectSubject(project),
      ...[...new Set(all)].map(id => commitSubject(id)),
    ],
    predicate: {
      branch: event.ref.replace(BRANCH, ''),
      ...(!NO_COMMIT.test(before) && { before }),
      after,
      ...(movedBack(event, context) && { forced: true }),
      pushedBy: readPusher(event, system),
      commits: commits.map(commit => readCommit(commit, system)),
      ...((event.total_commits_count ?? 0) > commits.length && {
        commitCount: event.total_commits_count ?? 0,
      }),
      ...(claimedAt && { claimedAt }),
    },
    observedAt: requireSentAt(context, 'push'),
    sourceId: SOURCE_ID,
  };
}

/**
 * GitLab does not show whether a push was forced. One that brings no commit to
 * a branch that stays moves it back. Of a branch that was deleted since, and in
 * system hooks of older versions, no commits are counted: there it is unknown.
 */
function movedBack(event: PushEvent, context: DeliveryContext): boolean {
  const branch = event.ref.replace(BRANCH, '');
  const stays =
    event.ref_protected ||
    [event.project.default_branch, ...context.protectedBranches].includes(
      branch,
    );
  return (
    event.total_commits_count === 0 &&
    isUpdate(event) &&
    stays &&
    /^push hook$/i.test(context.hook ?? '')
  );
}

function isUpdate({ before, after }: PushEvent): boolean {
  return !NO_COMMIT.test(before) && !NO_COMMIT.test(after);
}

function isSystemHook({ hook }: DeliveryContext): boolean {
  return /^system hook$/i.test(hook ?? '');
}

function branchDeleted(event: PushEvent, context: DeliveryContext): Statement {
  const { project, before } = event;
  return referenceChanged(project, {
    reference: { kind: 'branch', name: event.ref.replace(BRANCH, '') },
    action: 'deleted',
    ...(!NO_COMMIT.test(before) && { before }),
    changedBy: readPusher(event, parseSystem(project.web_url)),
    changedAt: requireSentAt(context, 'deletion of a branch'),
  });
}

function findLatest(
  moments: readonly (Instant | null | undefined)[],
): Instant | undefined {
  return moments
    .flatMap(moment => moment ?? [])
    .sort()
    .at(-1);
}

function readCommit(
  { id, message, author }: z.output<typeof Commit>,
  system: string,
): PushedCommit {
  return {
    commit: id,
    author: toPerson(author ?? {}, system),
    coAuthors: readCoAuthors(message, system),
    title: message.split('\n')[0] ?? '',
  };
}
