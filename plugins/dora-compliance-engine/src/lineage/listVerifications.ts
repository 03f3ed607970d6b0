import {
  type Evidence,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from './Deployments';
import type { EvidenceIndex } from './EvidenceIndex';
import { isIn, nameRepository } from './findMerged';
import { isSameRun } from './isSameRun';
import { findRepository, isSameCommit } from './keys';

type Suite = Evidence<'test-suite-finished'>;

/**
 * Suites of tests that ended after a deployment and tested what it deployed, earliest
 * first: they name the deployment, the run that deployed, or its environment. Tests of
 * the environment that name no commit are of what runs there at that time.
 */
export function listVerifications(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): Suite[] {
  const repository = nameRepository(deployment, index);
  return index
    .ofType('test-suite-finished')
    .filter(
      suite =>
        suite.observedAt > deployment.at &&
        (findRepository(suite) === undefined || isIn(suite, repository)) &&
        !isOfAnotherCommit(suite, deployment) &&
        (isNamed(suite, deployment) ||
          (suite.predicate.environment?.name === deployment.environment &&
            (suite.predicate.commit !== undefined ||
              !wasReplaced(deployment, suite.observedAt, index)))),
    );
}

/** Whether anybody had tested an environment or a deployment, and not only a commit. */
export function wasVerifiedBefore(
  { at }: KnownDeployment,
  index: EvidenceIndex,
): boolean {
  return index
    .ofType('test-suite-finished')
    .some(
      ({ observedAt, subjects, predicate }) =>
        observedAt <= at &&
        (predicate.environment !== undefined ||
          subjects.some(({ kind }) => kind === 'deployment')),
    );
}

function isOfAnotherCommit(
  { predicate: { commit } }: Suite,
  deployment: KnownDeployment,
): boolean {
  return (
    commit !== undefined &&
    deployment.commit !== undefined &&
    !isSameCommit(commit, deployment.commit)
  );
}

/** Whether another version was deployed in its place until then. */
function wasReplaced(
  deployment: KnownDeployment,
  until: Instant,
  index: EvidenceIndex,
): boolean {
  const { at, commit, environment, repository } = deployment;
  return index.deployments.some(
    other =>
      other.at > at &&
      other.at <= until &&
      other.environment === environment &&
      other.repository === repository &&
      (commit === undefined || !isSameCommit(other.commit, commit)),
  );
}

/** Whether a suite names the deployment, or the run that deployed. */
function isNamed(
  { subjects, predicate: { run } }: Suite,
  deployment: KnownDeployment,
): boolean {
  const names = deployment.reports
    .flatMap(report => report.subjects)
    .filter(({ kind }) => kind === 'deployment')
    .map(subjectKey);
  return (
    subjects.some(subject => names.includes(subjectKey(subject))) ||
    (run?.url !== undefined &&
      deployment.runUrls.some(url => isSameRun(url, run.url!)))
  );
}
