import type { KnownDeployment } from './Deployments';
import type { EvidenceIndex } from './EvidenceIndex';
import { isSameCommit } from './keys';

/**
 * Whether everything that a deployment contains is known to be approved.
 *
 * @public
 */
export type IsKnownGood = (deployment: KnownDeployment) => boolean;

/** Where the walk back from a deployment may end. */
export type Bases = {
  /** Whether nothing was known to be deployed to the environment before. */
  isFirst: boolean;
  find(commit: string | undefined): KnownDeployment | undefined;
};

/**
 * The commits that were deployed before: to the same environment or, if nothing
 * was, to another production environment of the repository, where they were found to
 * be good. A deployment of the same commit is none of them, so that a repeated
 * deployment and a rollback answer for what the first one answered for. Neither is
 * one without a commit: what it brought is part of the next one.
 */
export function findBases(
  deployment: KnownDeployment,
  index: EvidenceIndex,
  isKnownGood: IsKnownGood,
): Bases {
  const { commit = '', repository, environment, at } = deployment;
  const isEarlier = (one: KnownDeployment) =>
    one.at < at &&
    one.commit !== undefined &&
    !isSameCommit(commit, one.commit);
  const isFirst = !index
    .findDeployments(repository, { environment })
    .some(isEarlier);
  return {
    isFirst,
    find: wanted =>
      wanted === undefined
        ? undefined
        : index
            .findDeployments(repository, {
              ...(!isFirst && { environment }),
              commit: wanted,
            })
            .findLast(one => isEarlier(one) && (!isFirst || isKnownGood(one))),
  };
}
