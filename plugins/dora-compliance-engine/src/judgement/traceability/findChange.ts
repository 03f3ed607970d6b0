import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { nameRepository } from '../../lineage/findMerged';
import { isSameCommit } from '../../lineage/keys';
import { releaseBranch } from '../../lineage/releaseBranch';
import { splitIntoSteps } from '../../lineage/ReleaseStep';

/** The change that the deployed commit came from, and the push that brought it. */
export function findChange(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): {
  change?: Evidence<'change-merged'> | undefined;
  push?: Evidence<'commits-pushed'> | undefined;
} {
  const { commit } = deployment;
  if (commit === undefined) {
    return {};
  }
  const repository = nameRepository(deployment, index);
  const push = index.findPush(commit, {
    repository,
    branch: releaseBranch(deployment.first),
  });
  const change =
    index.findChanges(commit, { repository })[0] ??
    (push &&
      splitIntoSteps(push, index).find(step =>
        step.commits.some(one => isSameCommit(one.commit, commit)),
      )?.changes[0]);
  return { change, push };
}
