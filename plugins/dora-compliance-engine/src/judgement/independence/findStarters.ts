import type {
  Evidence,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { nameRun } from '../../lineage/isSameRun';

/** Triggers of runs that nobody starts by hand, in the words of the sources. */
const AUTOMATIC =
  /^(push|merge_group|schedule|individualci|batchedci|scm|timer|deployment|workflow_run|pipeline|upstream|buildcompletion|resourcetrigger)$/i;

/** The ends of the runs that a deployment names. */
function listRuns(url: string, index: EvidenceIndex) {
  return index.findBy(
    'pipeline-run-finished',
    { by: 'run', toKeys: ({ predicate }) => [nameRun(predicate.run.url)] },
    nameRun(url),
  );
}

/** Whether a deployment names a run of which nothing was received. */
export function isRunMissing(
  { runUrls }: KnownDeployment,
  index: EvidenceIndex,
): boolean {
  return runUrls.some(url => listRuns(url, index).length === 0);
}

/**
 * Who started the run that deployed, if a person did. A run that a push starts
 * names whoever merged, who need not have done anything else. An attempt after the
 * first one is started by hand, whatever started the first. What began after the
 * deployment did not deploy.
 */
export function findStarters(
  { at, runUrls }: KnownDeployment,
  index: EvidenceIndex,
): { evidence: Evidence<'pipeline-run-finished'>; identity: Identity }[] {
  return runUrls
    .flatMap(url => listRuns(url, index))
    .filter(
      ({ predicate: { trigger, run, startedAt } }) =>
        (run.attempt > 1 || !AUTOMATIC.test(trigger ?? '')) &&
        (startedAt === undefined || startedAt <= at),
    )
    .flatMap(evidence => {
      const { triggeredBy: identity } = evidence.predicate;
      return identity ? [{ evidence, identity }] : [];
    });
}
