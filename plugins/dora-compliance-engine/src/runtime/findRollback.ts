import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { isSameCommit } from '../lineage/keys';

/**
 * The deployment that took another one back: the next one to the same environment,
 * if it is reported as a rollback, or if it deploys a commit that was there before.
 */
export function findRollback(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): KnownDeployment | undefined {
  const { at, environment, repository } = deployment;
  const isThere = (one: KnownDeployment) =>
    one.environment === environment && one.repository === repository;
  const next = index.deployments.find(one => one.at > at && isThere(one));
  if (!next) {
    return undefined;
  }
  const { commit } = next;
  const isReported = index
    .ofType('service-rolled-back')
    .some(report => index.findDeployment(report) === next);
  const isBack =
    commit !== undefined &&
    !isSameCommit(deployment.commit, commit) &&
    index.deployments.some(
      one => one.at < at && isThere(one) && isSameCommit(one.commit, commit),
    );
  return isReported || isBack ? next : undefined;
}
