import {
  commitSubject,
  type Identity,
  type Instant,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { toIdentity, Repository, repositorySubject, User } from './fields';

/** A branch or a tag, by its name alone. */
export type Reference =
  Statement<'reference-changed'>['predicate']['reference'];

const ReferenceEvent = z.looseObject({
  ref: z.string().min(1),
  ref_type: z.string(),
  pusher_type: z.string().nullish(),
  repository: Repository,
  sender: User.nullish(),
});

/** `refs/heads/main` is a branch; notes, pull requests and others are none. */
export function parseReference(ref: string): Reference | undefined {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  return name ? { kind: kind === 'tags' ? 'tag' : 'branch', name } : undefined;
}

/**
 * `create`: of a tag. A branch is made by the push that reports its commits.
 */
export function readCreate(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  return readReference(payload, context, 'created', ['tag']);
}

/** `delete`: of a branch or a tag. */
export function readDelete(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  return readReference(payload, context, 'deleted', ['branch', 'tag']);
}

function readReference(
  payload: unknown,
  context: DeliveryContext,
  action: 'created' | 'deleted',
  kinds: readonly string[],
): Statement[] {
  const event = ReferenceEvent.parse(payload);
  const { ref, ref_type, repository, sender, pusher_type: pusher } = event;
  if (!kinds.includes(ref_type)) {
    return [];
  }
  // Whoever a deploy key belongs to did not push.
  const isPerson = !pusher || pusher === 'user';
  return [
    referenceChanged(repository, {
      reference: {
        kind: ref_type === 'tag' ? 'tag' : 'branch',
        name: parseReference(ref)?.name ?? ref,
      },
      action,
      ...(sender && isPerson && { changedBy: toIdentity(sender, repository) }),
      changedAt: requireMoment(context),
    }),
  ];
}

type ReferenceChange = Statement<'reference-changed'>['predicate'];

/**
 * @param commits - commits among `before` and `after`, which may name the
 *   object of an annotated tag instead
 */
export function referenceChanged(
  repository: Repository,
  change: ReferenceChange & { changedAt: Instant; changedBy?: Identity },
  commits: readonly string[] = [],
): Statement {
  return {
    type: 'reference-changed',
    subjects: [
      repositorySubject(repository),
      referenceSubject(repository, change.reference),
      ...commits.map(commitSubject),
    ],
    predicate: change,
    observedAt: change.changedAt,
    sourceId: 'github',
  };
}

/** The page of a branch or a tag. */
export function referenceSubject(
  repository: Repository,
  { kind, name }: Reference,
): Subject {
  const page = repository.html_url;
  return kind === 'tag'
    ? { kind, uri: `${page}/releases/tag/${encodeURIComponent(name)}` }
    : {
        kind,
        uri: `${page}/tree/${name
          .split('/')
          .map(encodeURIComponent)
          .join('/')}`,
      };
}
