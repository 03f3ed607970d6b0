import { subtractDuration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  type CollectorContext,
  type CollectorPart,
  collectParts,
  type EvidenceCollector,
  type CollectionTarget,
  runBackfill,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { JenkinsOptions } from '../JenkinsOptions';
import { type BuildJson, isFinished } from '../normalise/BuildJson';
import { COMPUTERS_TREE, ComputersJson } from '../normalise/Settings';
import { buildsStage } from './buildsStage';
import { isOn, JenkinsJob, treePath } from './JenkinsJob';
import { readCredentials } from './readCredentials';
import { hasStages, hasTests, readStages, readTests } from './readBuildDetails';
import {
  type BuildWindow,
  endedSince,
  readBuilds,
  type RecentBuilds,
} from './readBuilds';
import { jenkinsDefaults } from '../jenkinsDefaults';

const PARTS = [
  'builds',
  'stages',
  'tests',
  'pipeline-definition',
  'log-retention',
  'runners',
  'secrets',
] as const;

const HISTORY = ['builds', 'stages', 'tests'];

/**
 * Asks Jenkins controllers about the pipelines that are theirs by their URN.
 *
 * @public
 */
export function createJenkinsCollector({
  controllers,
  longestBuild,
}: Pick<JenkinsOptions, 'controllers' | 'longestBuild'>): EvidenceCollector {
  const findController = ({ kind, uri }: CollectionTarget) =>
    kind === 'pipeline'
      ? controllers.find(controller => isOn(controller, uri))
      : undefined;
  const createJob = (target: CollectionTarget, context: CollectorContext) => {
    const owner = findController(target);
    if (!owner) {
      throw new TypeError(`No controller of Jenkins has ${target.uri}`);
    }
    return new JenkinsJob(owner, target, context);
  };
  return {
    sourceId: 'jenkins',
    parts: PARTS,
    history: HISTORY,
    backfilled: HISTORY,
    covers: target => findController(target) !== undefined,
    collect: (target, context) =>
      collectParts({
        target,
        parts: createParts(createJob(target, context), {
          longestBuild,
          ...(context.lookBackTo && {
            since: subtractDuration(
              context.lookBackTo,
              jenkinsDefaults.overlap,
            ),
          }),
        }),
        context,
      }),
    backfill: (target, from, context) =>
      runBackfill({
        stages: [buildsStage(createJob(target, context))],
        target,
        from,
        context,
      }),
  };
}

function createParts(
  job: JenkinsJob,
  window: BuildWindow,
): readonly CollectorPart[] {
  let builds: Promise<RecentBuilds> | undefined;
  const recent = () => {
    builds ??= readBuilds(job, window);
    return builds;
  };
  const configured = async () =>
    together(await job.self(), await job.configuration());
  const read: Record<(typeof PARTS)[number], CollectorPart['read']> = {
    builds: recent,
    stages: () =>
      perBuild(recent(), window, hasStages, build => readStages(job, build)),
    tests: () =>
      perBuild(recent(), window, hasTests, build => readTests(job, build)),
    'pipeline-definition': configured,
    'log-retention': configured,
    runners: () =>
      job.api.one(treePath('/computer', COMPUTERS_TREE), ComputersJson),
    secrets: () => readCredentials(job),
  };
  return PARTS.map(name => ({ name, read: read[name] }));
}

/**
 * A reading for each build of the window that has what is read; for each of
 * the latest page where there is no window.
 */
async function* perBuild(
  recent: Promise<RecentBuilds>,
  window: BuildWindow,
  has: (build: BuildJson) => boolean,
  read: (build: BuildJson) => Promise<ApiReading>,
): AsyncIterable<ApiReading> {
  const { builds, complete, problem } = await recent;
  if (!complete) {
    yield { answers: [], complete, ...(problem && { problem }) };
  }
  const ended = builds
    .filter(isFinished)
    .filter(build => endedSince(build, window));
  for (const build of window.since
    ? ended
    : ended.slice(0, jenkinsDefaults.pageSize)) {
    if (has(build)) {
      yield await read(build);
    }
  }
}
