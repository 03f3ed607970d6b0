import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from './Deployments';
import type { EvidenceIndex } from './EvidenceIndex';
import { commitKey, findRepository } from './keys';

/** The repository of a deployment, also if only its commit tells. */
export function nameRepository(
  { repository, commit }: KnownDeployment,
  index: EvidenceIndex,
): string | undefined {
  return (
    repository ??
    (commit === undefined ? undefined : index.findOnlyRepository(commit))
  );
}

/** The changes that were merged as the deployed commit, before the deployment. */
export function findMerged(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): Evidence<'change-merged'>[] {
  const { commit, at } = deployment;
  return commit === undefined
    ? []
    : index
        .findChanges(commit, { repository: nameRepository(deployment, index) })
        .filter(({ predicate }) => predicate.mergedAt <= at);
}

/**
 * The keys of the commits whose content was deployed: the deployed commit, and the
 * head of each change that was merged as it.
 */
export function listOwnCommits(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): ReadonlySet<string> {
  const heads = findMerged(deployment, index).map(
    ({ predicate }) => predicate.headCommit,
  );
  return new Set([deployment.commit ?? [], ...heads].flat().map(commitKey));
}

/** Whether evidence is about a repository; about any, if none is known. */
export function isIn(item: Evidence, repository: string | undefined): boolean {
  return repository === undefined || findRepository(item) === repository;
}
