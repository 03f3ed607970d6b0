import {
  type Evidence,
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
 * first: they name the deployment, its environment, or the run that deployed.
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
        isAbout(suite, deployment),
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

function isAbout(
  { subjects, predicate: { environment, run } }: Suite,
  deployment: KnownDeployment,
): boolean {
  const names = deployment.reports
    .flatMap(report => report.subjects)
    .filter(({ kind }) => kind === 'deployment')
    .map(subjectKey);
  return (
    subjects.some(subject => names.includes(subjectKey(subject))) ||
    environment?.name === deployment.environment ||
    (run?.url !== undefined &&
      deployment.runUrls.some(url => isSameRun(url, run.url!)))
  );
}
