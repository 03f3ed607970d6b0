import {
  commitSubject,
  type Identity,
  type Instant,
  type PushedCommit,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { readCoAuthors, Person, toPerson } from './commitPeople';
import {
  type DeliveryContext,
  requireMoment,
  type Reading,
} from './DeliveryContext';
import {
  Commit,
  toIdentity,
  Moment,
  Repository,
  repositorySubject,
  readSystem,
  unknownIdentity,
  User,
} from './fields';
import { type Reference, referenceChanged, parseReference } from './reference';

const PushedCommitEntry = z.looseObject({
  id: Commit,
  message: z.string(),
  timestamp: Moment.nullish(),
  author: Person.nullish(),
  committer: Person.nullish(),
});

const PushEvent = z.looseObject({
  ref: z.string(),
  before: Commit,
  after: Commit,
  deleted: z.boolean().nullish(),
  forced: z.boolean().nullish(),
  repository: Repository.extend({ pushed_at: Moment.nullish() }),
  size: z.number().nullish(),
  sender: User.nullish(),
  pusher: Person.nullish(),
  head_commit: z
    .looseObject({ id: Commit.nullish(), timestamp: Moment.nullish() })
    .nullish(),
  commits: z
    .array(PushedCommitEntry)
    .nullish()
    .transform(commits => commits ?? []),
});

type PushEvent = z.output<typeof PushEvent>;

/**
 * `push` to any branch: an environment may be deployed to from each. A push
 * that moves a tag, or deletes a tag or a branch, changes the reference.
 */
export function readPush(payload: unknown, context: DeliveryContext): Reading {
  const event = PushEvent.parse(payload);
  const reference = parseReference(event.ref);
  if (!reference) {
    return [];
  }
  const pushedAt = event.repository.pushed_at;
  const observedAt = pushedAt ?? requireMoment(context);
  if (reference.kind === 'tag' || event.deleted || isNone(event.after)) {
    return [moved(event, reference, observedAt)];
  }
  const { commits } = event;
  return {
    statements: [pushed(event, reference.name, observedAt)],
    flaws: isCutShort(event)
      ? [`commits: only ${commits.length} of the pushed commits listed`]
      : [],
  };
}

function pushed(
  event: PushEvent,
  branch: string,
  observedAt: Statement['observedAt'],
): Statement {
  const commits = [event.after, ...event.commits.map(commit => commit.id)];
  // Who makes a commit chooses its time: it only stands beside our own.
  const claimedAt = event.repository.pushed_at ? undefined : claimedBy(event);
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
      ...(typeof event.forced === 'boolean' && { forced: event.forced }),
      pushedBy: readPusher(event),
      commits: event.commits.map(commit => readCommit(commit, event)),
      // GitHub does not report how many more there are.
      ...(isCutShort(event) && {
        commitCount: Math.max(event.size ?? 0, event.commits.length + 1),
      }),
      ...(claimedAt && { claimedAt }),
    },
    observedAt,
    sourceId: 'github',
  };
}

/**
 * A tag that came, moved or went, or a branch that went. Of an annotated tag
 * `before` and `after` are objects of their own; only the head commit shows
 * which commit it points to.
 */
function moved(
  event: PushEvent,
  reference: Reference,
  changedAt: Instant,
): Statement {
  const { repository, before, after, head_commit: head } = event;
  const isGone = event.deleted || isNone(after);
  const isNew = isNone(before);
  const now = isGone ? undefined : head?.id ?? after;
  const commits = [
    // A branch points to a commit, always.
    ...(reference.kind === 'branch' && !isNew ? [before] : []),
    ...(!isGone && head?.id ? [head.id] : []),
  ];
  return referenceChanged(
    repository,
    {
      reference,
      action: (isGone && 'deleted') || (isNew ? 'created' : 'moved'),
      ...(!isNew && { before }),
      ...(now && { after: now }),
      changedBy: readPusher(event),
      changedAt,
    },
    commits,
  );
}

/**
 * Who pushed. Behind a deploy key GitHub names the account it belongs to, who
 * need not have done anything: the key pushed.
 */
function readPusher({ sender, pusher, repository }: PushEvent): Identity {
  const name = pusher?.name ?? undefined;
  if (name === 'deploy_key' && sender?.login !== name) {
    return { system: readSystem(repository), name, kind: 'bot' };
  }
  if (sender) {
    return toIdentity(sender, repository);
  }
  return pusher ? toPerson(pusher, repository) : unknownIdentity(repository);
}

function claimedBy({ commits, head_commit }: PushEvent): Instant | undefined {
  return [head_commit, ...commits]
    .flatMap(commit => commit?.timestamp ?? [])
    .sort()
    .at(-1);
}

/** The most commits GitHub lists in a delivery. */
const LISTED_AT_MOST = 2048;

/**
 * Whether commits are missing: the list is full, is shorter than reported, or
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
    author: commit.author
      ? toPerson(commit.author, repository)
      : unknownIdentity(repository),
    ...(commit.committer && {
      committer: toPerson(commit.committer, repository),
    }),
    coAuthors: readCoAuthors(commit.message, repository),
    title: commit.message.split('\n')[0] ?? '',
  };
}
