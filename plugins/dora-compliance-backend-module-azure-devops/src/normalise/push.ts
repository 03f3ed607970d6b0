import {
  commitSubject,
  type Identity,
  type Instant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import {
  toIdentity,
  Moment,
  organisationOfRepository,
  Person,
  Repository,
  repositoryAddress,
  repositorySubject,
} from './fields';
import { Commit, toPushedCommit } from './pushedCommit';
import {
  type ChangedReference,
  changedReference,
  isPushed,
  RefUpdate,
} from './refUpdate';
import type { EventReader } from './ServiceHookEvent';

const Push = z.looseObject({
  commits: z
    .array(Commit)
    .nullish()
    .transform(list => list ?? []),
  refUpdates: z.array(z.unknown()),
  repository: Repository,
  pushedBy: Person,
  date: Moment,
});

type Reading = { statements: Statement[]; flaws: string[] };

/** A push and the account that made it. */
type Pushed = {
  readonly repository: Repository;
  readonly commits: readonly Commit[];
  readonly system: string;
  readonly by: Identity;
  readonly at: Instant;
};

/** `git.push`, whatever branches and tags it changed. */
export const readPush: EventReader = ({ resource, detailedMessage }) => {
  const { statements, flaws } = pushStatements(resource);
  const listed = Push.parse(resource).commits.length;
  const told = Number(
    / pushed (\d+) commits to /.exec(detailedMessage?.text ?? '')?.[1] ?? 0,
  );
  // A branch may begin at commits that were pushed before: none are listed.
  return listed > 0 && listed < told
    ? {
        statements: statements.map(statement =>
          statement.type === 'commits-pushed'
            ? {
                ...statement,
                predicate: { ...statement.predicate, commitCount: told },
              }
            : statement,
        ),
        flaws: [...flaws, `commits has ${listed} of ${told}`],
      }
    : { statements, flaws };
};

/**
 * What a push says, as events and the API report it.
 *
 * @param keeps - which branches that commits arrived on are read
 */
export function pushStatements(
  resource: unknown,
  keeps: (update: RefUpdate, repository: Repository) => boolean = () => true,
): Reading {
  const { repository, pushedBy, date, commits, ...push } = Push.parse(resource);
  const system = organisationOfRepository(repository).host;
  const by = toIdentity(pushedBy, system);
  const pushed = { repository, commits, system, by, at: date };
  const { updates, flaws } = updatesIn(push.refUpdates);
  const kept = updates.filter(
    update => isPushed(update) && keeps(update, repository),
  );
  const isMixed = listNewObjects(updates).size > 1;
  return {
    statements: [
      ...kept.map(update => commitsPushed(pushed, update, isMixed)),
      ...updates.flatMap(update => referenceChanged(pushed, update)),
    ],
    flaws: [
      ...flaws,
      ...(isMixed && kept.length > 0
        ? [
            'commits are those of several branches or tags: of each branch only the newest is taken',
          ]
        : []),
    ],
  };
}

/** An update that can't be read does not lose the others. */
function updatesIn(items: readonly unknown[]) {
  const flaws: string[] = [];
  const updates = items.flatMap((item, index) => {
    const { data, error } = RefUpdate.safeParse(item);
    if (error) {
      flaws.push(`refUpdates.${index}: ${describeProblem(error)}`);
    }
    return data ?? [];
  });
  return { updates, flaws };
}

/** What branches and tags point to now; those that are gone bring nothing. */
function listNewObjects(updates: readonly RefUpdate[]): Set<string> {
  return new Set(
    updates
      .filter(update => changedReference(update)?.action !== 'deleted')
      .map(({ newObjectId }) => newObjectId),
  );
}

function commitsPushed(
  { repository, commits, system, by, at }: Pushed,
  update: RefUpdate,
  isMixed: boolean,
): Statement {
  const { oldObjectId, newObjectId, forced } = update;
  const { name: branch, action } = changedReference(update) as ChangedReference;
  // The event does not say which commits belong to which branch.
  const own = isMixed
    ? commits.filter(({ commitId }) => commitId === newObjectId)
    : commits;
  return {
    type: 'commits-pushed',
    subjects: [repositorySubject(repository), commitSubject(newObjectId)],
    predicate: {
      branch,
      ...(action === 'moved' && { before: oldObjectId }),
      after: newObjectId,
      pushedBy: by,
      ...(typeof forced === 'boolean' && { forced }),
      commits: sortOldestFirst(own, newObjectId).map(commit =>
        toPushedCommit(commit, system, [by]),
      ),
    },
    observedAt: at,
    sourceId: 'azure-devops',
  };
}

/** Azure DevOps lists the newest commit first, which is the one the branch points to. */
function sortOldestFirst(
  commits: readonly Commit[],
  tip: string,
): readonly Commit[] {
  return commits[0]?.commitId === tip ? [...commits].reverse() : commits;
}

/**
 * A tag that changed, or a branch that was deleted. What a tag points to may be
 * a tag object and no commit, and Azure DevOps does not show which.
 */
function referenceChanged(
  { repository, by, at }: Pushed,
  update: RefUpdate,
): Statement[] {
  const reference = changedReference(update);
  if (!reference || isPushed(update)) {
    return [];
  }
  const { kind, name, action } = reference;
  const before = kind === 'branch' ? update.oldObjectId : undefined;
  const version = `${kind === 'tag' ? 'GT' : 'GB'}${encodeURIComponent(name)}`;
  return [
    {
      type: 'reference-changed',
      subjects: [
        repositorySubject(repository),
        { kind, uri: `${repositoryAddress(repository)}?version=${version}` },
        ...(before ? [commitSubject(before)] : []),
      ],
      predicate: {
        reference: { kind, name },
        action,
        ...(before && { before }),
        changedBy: by,
        changedAt: at,
      },
      observedAt: at,
      sourceId: 'azure-devops',
    },
  ];
}
