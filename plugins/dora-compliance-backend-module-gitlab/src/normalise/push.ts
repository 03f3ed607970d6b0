import {
  commitSubject,
  type Identity,
  type Instant,
  type PushedCommit,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { coAuthorsOf, identityOf, personOf } from './accounts';
import type { DeliveryContext, Reading } from './DeliveryContext';
import {
  CommitId,
  Moment,
  Project,
  projectSubject,
  SOURCE_ID,
  systemOf,
} from './fields';

const Commit = z.looseObject({
  id: CommitId,
  message: z.string(),
  timestamp: Moment,
  author: z.looseObject({
    name: z.string().nullish(),
    email: z.string().nullish(),
  }),
});

const PushEvent = z.looseObject({
  ref: z.string(),
  before: CommitId,
  after: CommitId,
  project: Project,
  user_id: z.number().int().nullish(),
  user_name: z.string().nullish(),
  user_username: z.string().nullish(),
  user_email: z.string().nullish(),
  commits: z.array(Commit),
  total_commits_count: z.number().int().nonnegative(),
});

type PushEvent = z.output<typeof PushEvent>;

const NO_COMMIT = /^0+$/;

/**
 * `push` to the default branch or another protected one. GitLab lists the
 * newest twenty commits; that others are missing is a flaw.
 */
export function readPush(payload: unknown, context: DeliveryContext): Reading {
  const event = PushEvent.parse(payload);
  const branch = event.ref.replace(/^refs\/heads\//, '');
  const isProtected =
    event.ref.startsWith('refs/heads/') &&
    [event.project.default_branch, ...context.protectedBranches].includes(
      branch,
    );
  if (!isProtected || NO_COMMIT.test(event.after)) {
    return [];
  }
  const { commits, total_commits_count: total } = event;
  return {
    statements: [pushed(event, branch, context)],
    flaws:
      total > commits.length
        ? [`commits lists ${commits.length} of ${total}`]
        : [],
  };
}

function pushed(
  event: PushEvent,
  branch: string,
  { sentAt }: DeliveryContext,
): Statement {
  const { project, before, after, commits } = event;
  const system = systemOf(project.web_url);
  const observedAt = pushedAt(event, sentAt);
  const isNew = NO_COMMIT.test(before);
  const all = [after, ...commits.map(({ id }) => id)];
  return {
    type: 'commits-pushed',
    subjects: [
      projectSubject(project),
      ...[...new Set(all)].map(id => commitSubject(id)),
    ],
    predicate: {
      branch,
      ...(!isNew && { before }),
      after,
      // GitLab does not tell. Moved without new commits is moved back.
      forced: !isNew && event.total_commits_count === 0,
      pushedBy: pusherOf(event, system),
      commits: commits.map(commit => readCommit(commit, system)),
    },
    observedAt,
    sourceId: SOURCE_ID,
  };
}

/**
 * GitLab does not tell when somebody pushed, only when they committed. What
 * the API tells of the same push has the same moment.
 */
function pushedAt(event: PushEvent, sentAt: Instant | undefined): Instant {
  const { after, commits } = event;
  const tip = commits.find(({ id }) => id === after) ?? commits.at(-1);
  const at = tip?.timestamp ?? sentAt;
  if (!at) {
    throw new TypeError(
      'commits is empty, and no webhook-timestamp tells when it was pushed',
    );
  }
  return at;
}

function pusherOf(event: PushEvent, system: string): Identity {
  return identityOf(
    {
      id: event.user_id,
      username: event.user_username || undefined,
      name: event.user_name,
      email: event.user_email,
    },
    system,
  );
}

function readCommit(
  { id, message, author }: z.output<typeof Commit>,
  system: string,
): PushedCommit {
  return {
    commit: id,
    author: personOf(author, system),
    coAuthors: coAuthorsOf(message, system),
    title: message.split('\n')[0] ?? '',
  };
}
