import {
  type Evidence,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isSameRun } from '../../lineage/isSameRun';
import { commitKey, findRepository, shorten } from '../../lineage/keys';
import type { TimedCheck } from '../../registry/Judgement';
import { findEarliest } from '../findEarliest';
import { listIds } from '../listIds';
import type { Origin } from './artifactChecks';
import { reason } from './reasons';

type Run = Evidence<'pipeline-run-finished'>;

/**
 * Whether a successful run built what was deployed: the run that the provenance of
 * the artifact names, or the run that also deployed it. Success of another run on
 * the same commit, such as one that only sets labels, shows nothing.
 */
export function checkRun(
  deployment: KnownDeployment,
  commit: string,
  { origin, index }: { origin: Origin; index: EvidenceIndex },
): TimedCheck {
  const { repository, reports, runUrls } = deployment;
  const runs = index
    .findBy(
      'pipeline-run-finished',
      {
        by: 'commit',
        toKeys: ({ predicate }) =>
          predicate.commit === undefined ? [] : [commitKey(predicate.commit)],
      },
      commitKey(commit),
    )
    .filter(
      run => repository === undefined || findRepository(run) === repository,
    );
  const built = origin.matching.flatMap(
    ({ predicate }) => predicate.runUrl ?? [],
  );
  const linked = built.length > 0 ? built : runUrls;
  const found = runs.filter(({ predicate }) =>
    linked.some(url => isSameRun(url, predicate.run.url)),
  );
  const { passed, cause, first } =
    found.length > 0
      ? decideLinked(found, deployment, commit)
      : decideUnlinked(runs, deployment, {
          commit,
          isNamed: linked.length > 0,
        });
  return {
    check: 'built-by-successful-run',
    passed,
    cause,
    evidence: listIds([first, ...origin.matching, ...runs, ...reports]),
    since: findEarliest([...runs, ...reports]),
  };
}

type Decision = { passed: boolean | null; cause: Reason; first?: Run };

/**
 * A run by all who report it: the last attempt counts, and its worst outcome. One that
 * began after the deployment counts only if no other did.
 */
function decideLinked(
  all: readonly Run[],
  { at, runUrls }: KnownDeployment,
  commit: string,
): Decision {
  const begun = all.filter(
    ({ predicate: { startedAt } }) =>
      startedAt === undefined || startedAt <= at,
  );
  const found = begun.length > 0 ? begun : all;
  const last = Math.max(...found.map(({ predicate }) => predicate.run.attempt));
  const attempts = found.filter(
    ({ predicate }) => predicate.run.attempt === last,
  );
  const bad = attempts.find(({ predicate }) => predicate.outcome !== 'success');
  const first = bad ?? attempts[0]!;
  const params = {
    commit: shorten(commit),
    pipeline: first.predicate.pipeline.name,
  };
  if (bad) {
    const { outcome } = bad.predicate;
    return {
      passed: false,
      cause: reason('run-failed', { ...params, outcome }),
      first,
    };
  }
  // The run that deploys ends after its own deployment.
  const isOwn = runUrls.some(url => isSameRun(url, first.predicate.run.url));
  return isOwn || first.observedAt <= at
    ? { passed: true, cause: reason('run-succeeded', params), first }
    : { ...decideLate(first, at, params), first };
}

/** What is known where nothing names the run that built. */
function decideUnlinked(
  runs: readonly Run[],
  { at }: KnownDeployment,
  { commit, isNamed }: { commit: string; isNamed: boolean },
): Decision {
  const params = { commit: shorten(commit) };
  if (isNamed) {
    return { passed: null, cause: reason('run-not-finished', params) };
  }
  const before = runs.filter(({ observedAt }) => observedAt <= at);
  const good = before.find(({ predicate }) => predicate.outcome === 'success');
  const bad = before.findLast(({ predicate }) => isFailure(predicate.outcome));
  const late = runs.find(({ predicate }) => predicate.outcome === 'success');
  if (good) {
    const { name: pipeline } = good.predicate.pipeline;
    return bad
      ? {
          passed: null,
          cause: reason('build-run-unclear', {
            ...params,
            failed: bad.predicate.pipeline.name,
            succeeded: pipeline,
          }),
          first: bad,
        }
      : {
          passed: null,
          cause: reason('run-not-linked', { ...params, pipeline }),
          first: good,
        };
  }
  if (late) {
    const { name: pipeline } = late.predicate.pipeline;
    return { ...decideLate(late, at, { ...params, pipeline }), first: late };
  }
  const last = runs.at(-1);
  return last
    ? {
        passed: false,
        cause: reason('run-failed', {
          ...params,
          pipeline: last.predicate.pipeline.name,
          outcome: last.predicate.outcome,
        }),
        first: last,
      }
    : { passed: null, cause: reason('no-run', params) };
}

/** A run that ended after the deployment may have built before it. */
function decideLate(
  { predicate }: Run,
  at: string,
  params: { commit: string; pipeline: string },
): Decision {
  const { startedAt } = predicate;
  return startedAt !== undefined && startedAt <= at
    ? { passed: null, cause: reason('run-not-linked', params) }
    : { passed: false, cause: reason('run-after-deployment', params) };
}

function isFailure(outcome: Run['predicate']['outcome']): boolean {
  return outcome !== 'success' && outcome !== 'skipped';
}
