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
  repository: Repository.extend({ pushed_at: Moment.optional() }),
  sender: User.optional(),
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
export function readPush(payload: unknown, scope: GithubScope): Statement[] {
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
  const commits = [event.after, ...event.commits.map(commit => commit.id)];
  return [
    {
      type: 'commits-pushed',
      subjects: [
        repositorySubject(event.repository),
        ...[...new Set(commits)].map(commitSubject),
      ],
      predicate: {
        branch,
        ...(!/^0+$/.test(event.before) && { before: event.before }),
        after: event.after,
        forced: event.forced,
        pushedBy: event.sender
          ? identityOf(event.sender, event.repository)
          : personOf(event.pusher, event.repository),
        commits: event.commits.map(commit => readCommit(commit, event)),
      },
      observedAt,
      sourceId: 'github',
    },
  ];
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

function coAuthorsOf(message: string, repository: Repository): Identity[] {
  const trailers = message.matchAll(
    /^co-authored-by:\s*(.*?)\s*<([^<>\n]+)>\s*$/gim,
  );
  return [...trailers].map(([, name, email]) =>
    personOf({ name, email }, repository),
  );
}

/** `123+login@users.noreply.github.com` and the older form name the account. */
const NOREPLY = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;

function personOf(
  person: z.output<typeof Person>,
  repository: Repository,
): Identity {
  const { name, email } = person;
  const login = person.username ?? (email && NOREPLY.exec(email)?.[1]);
  const isBot = login === 'web-flow' || /\[bot\]$/i.test(login ?? '');
  return {
    system: systemOf(repository),
    ...(login && { login }),
    ...(name && { name }),
    ...(email && { email }),
    kind: isBot ? 'bot' : 'unknown',
  };
}
