import {
  commitSubject,
  type Identity,
  type PushedCommit,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  Commit,
  identityOf,
  Moment,
  Repository,
  repositorySubject,
  systemOf,
  User,
} from './fields';
import type { Reading } from './DeliveryContext';
import type { GithubScope } from './GithubScope';

const Person = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
  username: z.string().nullish(),
});

const PushEvent = z.looseObject({
  ref: z.string(),
  before: Commit,
  after: Commit,
  deleted: z.boolean(),
  forced: z.boolean(),
  repository: Repository.extend({ pushed_at: Moment.nullish() }),
  size: z.number().nullish(),
  sender: User.nullish(),
  pusher: Person,
  head_commit: z.looseObject({ timestamp: Moment }).nullish(),
  commits: z.array(
    z.looseObject({
      id: Commit,
      message: z.string(),
      author: Person,
      committer: Person.optional(),
    }),
  ),
});

type PushEvent = z.output<typeof PushEvent>;

/** `push` to the default branch or another protected one. */
export function readPush(payload: unknown, scope: GithubScope): Reading {
  const event = PushEvent.parse(payload);
  const branch = event.ref.replace(/^refs\/heads\//, '');
  const isProtected =
    event.ref.startsWith('refs/heads/') &&
    [event.repository.default_branch, ...scope.protectedBranches].includes(
      branch,
    );
  if (!isProtected || event.deleted) {
    return [];
  }
  const observedAt = event.repository.pushed_at ?? event.head_commit?.timestamp;
  if (!observedAt) {
    throw new TypeError('repository.pushed_at is missing');
  }
  return {
    statements: [pushed(event, branch, observedAt)],
    flaws: isCutShort(event)
      ? [`commits: only ${event.commits.length} of the pushed commits listed`]
      : [],
  };
}

function pushed(
  event: PushEvent,
  branch: string,
  observedAt: Statement['observedAt'],
): Statement {
  const commits = [event.after, ...event.commits.map(commit => commit.id)];
  return {
    type: 'commits-pushed',
    subjects: [
      repositorySubject(event.repository),
      ...[...new Set(commits)].map(commitSubject),
    ],
    predicate: {
      branch,
      ...(!isNone(event.before) && { before: event.before }),
      after: event.after,
      forced: event.forced,
      pushedBy: event.sender
        ? identityOf(event.sender, event.repository)
        : personOf(event.pusher, event.repository),
      commits: event.commits.map(commit => readCommit(commit, event)),
    },
    observedAt,
    sourceId: 'github',
  };
}

/** The most commits GitHub lists in a delivery. */
const LISTED_AT_MOST = 2048;

/**
 * Whether commits are missing: the list is full, is shorter than told, or
 * lacks the new tip, which every push brings that rewinds or creates nothing.
 */
function isCutShort(event: PushEvent): boolean {
  const { after, before, commits, forced, size } = event;
  return (
    commits.length >= LISTED_AT_MOST ||
    commits.length < (size ?? 0) ||
    (!forced &&
      !isNone(before) &&
      before !== after &&
      !commits.some(commit => commit.id === after))
  );
}

/** Zeros stand where there is no commit. */
function isNone(commit: string): boolean {
  return /^0+$/.test(commit);
}

function readCommit(
  commit: PushEvent['commits'][number],
  { repository }: PushEvent,
): PushedCommit {
  return {
    commit: commit.id,
    author: personOf(commit.author, repository),
    ...(commit.committer && {
      committer: personOf(commit.committer, repository),
    }),
    coAuthors: coAuthorsOf(commit.message, repository),
    title: commit.message.split('\n')[0] ?? '',
  };
}

export function coAuthorsOf(
  message: string,
  repository: Repository,
): Identity[] {
  const trailers = message.matchAll(
    /^co-authored-by:\s*(.*?)\s*<([^<>\n]+)>\s*$/gim,
  );
  return [...trailers].map(([, name, email]) =>
    personOf({ name, email }, repository),
  );
}

/**
 * `123+login@users.noreply.github.com` names the account; older ones lack the
 * number. On a server of its own the host is that of the server.
 */
const NOREPLY = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\.(.+)$/i;

export function personOf(
  person: z.output<typeof Person>,
  repository: Repository,
): Identity {
  const { name, email } = person;
  const system = systemOf(repository);
  const account = accountOf(email, system);
  const login = person.username || account?.login;
  const isBot = login === 'web-flow' || /\[bot\]$/i.test(login ?? '');
  return {
    system,
    ...(login && { login }),
    ...(account?.id && account.login === login && { id: account.id }),
    ...(name && { name }),
    ...(email && { email }),
    kind: isBot ? 'bot' : 'unknown',
  };
}

function accountOf(email: string | null | undefined, system: string) {
  const [, id, login, host] = NOREPLY.exec(email ?? '') ?? [];
  return host?.toLowerCase() === system.toLowerCase()
    ? { id, login }
    : undefined;
}
