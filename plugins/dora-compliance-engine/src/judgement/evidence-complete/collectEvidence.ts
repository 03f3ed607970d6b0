import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isIn, listOwnCommits, nameRepository } from '../../lineage/findMerged';
import { isSameRun } from '../../lineage/isSameRun';
import { commitKey } from '../../lineage/keys';
import { findChange } from '../traceability/findChange';

/** Evidence of one step, and whether any such evidence was reported before. */
export type Collected = { own: readonly Evidence[]; wasReported: boolean };

type Context = { deployment: KnownDeployment; index: EvidenceIndex };

/** The change that the deployed commit came from, if it was merged before. */
export function collectChange({ deployment, index }: Context): Collected {
  const { change, push } = findChange(deployment, index);
  const isEarly = change && change.predicate.mergedAt <= deployment.at;
  return {
    own: isEarly ? [change] : [],
    wasReported: (change ?? push) !== undefined,
  };
}

/** Tests that succeeded and scans without an error, of what was deployed. */
export function collectTests({ deployment, index }: Context): Collected {
  const { at } = deployment;
  const repository = nameRepository(deployment, index);
  const commits = listOwnCommits(deployment, index);
  const { change, push } = findChange(deployment, index);
  const all = [
    ...index
      .ofType('test-suite-finished')
      .filter(({ predicate }) => predicate.outcome === 'success'),
    ...index
      .ofType('security-scan-finished')
      .filter(({ predicate }) => predicate.error === undefined),
  ].filter(item => item.observedAt <= at && isIn(item, repository));
  return {
    own: all.filter(
      ({ predicate: { commit } }) =>
        commit !== undefined && commits.has(commitKey(commit)),
    ),
    // Without the change, the commit that was tested is not known.
    wasReported: all.length > 0 && (change ?? push) !== undefined,
  };
}

/** Reviews of the change, whatever they decided. */
export function collectReviews({ deployment, index }: Context): Collected {
  const { change } = findChange(deployment, index);
  const reviews = change ? index.onChange('change-reviewed', change) : [];
  return {
    own: reviews.filter(
      ({ observedAt, predicate }) =>
        observedAt <= deployment.at && predicate.decision !== 'dismissed',
    ),
    wasReported: change !== undefined,
  };
}

/** Approvals of the change, or of the deployment by the reviewers of its environment. */
export function collectApprovals(context: Context): Collected {
  const { deployment, index } = context;
  const { at, environment, commit } = deployment;
  const { own, wasReported } = collectReviews(context);
  const ofEnvironment = index
    .ofType('deployment-reviewed')
    .filter(
      ({ observedAt, predicate }) =>
        observedAt <= at &&
        predicate.environment.name === environment &&
        predicate.commit !== undefined &&
        commit !== undefined &&
        commitKey(predicate.commit) === commitKey(commit),
    );
  return {
    own: [...own, ...ofEnvironment].filter(
      ({ predicate }) =>
        'decision' in predicate && predicate.decision === 'approved',
    ),
    wasReported,
  };
}

/** Runs of the deployed commit, or the run that deployed, that succeeded. */
export function collectRuns({ deployment, index }: Context): Collected {
  const { at, commit, runUrls } = deployment;
  const repository = nameRepository(deployment, index);
  const all = index
    .ofType('pipeline-run-finished')
    .filter(item => isIn(item, repository));
  return {
    own: all.filter(
      ({ observedAt, predicate }) =>
        predicate.outcome === 'success' &&
        (runUrls.some(url => isSameRun(url, predicate.run.url)) ||
          (observedAt <= at &&
            commit !== undefined &&
            predicate.commit !== undefined &&
            commitKey(predicate.commit) === commitKey(commit))),
    ),
    wasReported: all.some(({ observedAt }) => observedAt <= at),
  };
}
