import { z } from 'zod';
import { toBranchName, CommitId, type Repository } from './fields';

/** What a push did to a branch or tag. */
export const RefUpdate = z.looseObject({
  name: z.string(),
  oldObjectId: CommitId,
  newObjectId: CommitId,
  forced: z.boolean().nullish(),
});

export type RefUpdate = z.output<typeof RefUpdate>;

/** Zeros stand for no commit. */
const NO_COMMIT = /^0+$/;

const BRANCH = /^refs\/heads\/(?=.)/;
const TAG = /^refs\/tags\/(?=.)/;

/** A reference by what was done to it. */
export type ChangedReference = {
  readonly kind: 'branch' | 'tag';
  /** Name without `refs/heads/` or `refs/tags/`. */
  readonly name: string;
  readonly action: 'created' | 'moved' | 'deleted';
};

/** Undefined for notes, pull requests and other references. */
export function changedReference({
  name,
  oldObjectId,
  newObjectId,
}: RefUpdate): ChangedReference | undefined {
  const kind =
    (BRANCH.test(name) && 'branch') || (TAG.test(name) && 'tag') || undefined;
  const isNew = NO_COMMIT.test(oldObjectId);
  const isGone = NO_COMMIT.test(newObjectId);
  return kind && !(isNew && isGone)
    ? {
        kind,
        name: name.replace(kind === 'branch' ? BRANCH : TAG, ''),
        action: (isGone && 'deleted') || (isNew && 'created') || 'moved',
      }
    : undefined;
}

/** Whether commits arrived on a branch. */
export function isPushed(update: RefUpdate): boolean {
  const reference = changedReference(update);
  return reference?.kind === 'branch' && reference.action !== 'deleted';
}

/** Whether commits arrived on the default branch or another protected one. */
export function isProtected(
  update: RefUpdate,
  { defaultBranch }: Repository,
  protectedBranches: readonly string[],
): boolean {
  const { name } = update;
  return (
    isPushed(update) &&
    (name === defaultBranch || protectedBranches.includes(toBranchName(name)))
  );
}
