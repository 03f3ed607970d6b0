import {
  type ApiReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  BUILD_TREE,
  type BuildJson,
  ReadableBuild,
} from '../normalise/BuildJson';
import { hasPaused, StageDetail, StageRun } from '../normalise/StageView';
import { buildPath, type JenkinsJob, treePath } from './JenkinsJob';
import { JUNIT, reportName, TestReport } from '../normalise/tests';

/** Whether a build has stages; those of freestyle jobs have none. */
export function hasStages({ _class }: BuildJson): boolean {
  return !_class || /\.WorkflowRun$/.test(_class);
}

/** Whether a build has the report of tests that is asked for below. */
export function hasTests({ actions }: BuildJson): boolean {
  return actions.some(one => one.totalCount && reportName(one) === JUNIT);
}

/**
 * The stages of a build, and the steps of those that waited: an input may be
 * among them.
 */
export async function readStages(
  job: JenkinsJob,
  build: BuildJson,
): Promise<ApiReading> {
  const path = buildPath(build);
  const run = await job.api.one(`${path}/wfapi/describe`, StageRun);
  const stages = run.value?.stages ?? [];
  const details: ApiReading[] = [];
  for (const { id } of stages.filter(hasPaused)) {
    const node = `${path}/execution/node/${encodeURIComponent(id)}`;
    details.push(await job.api.one(`${node}/wfapi/describe`, StageDetail));
  }
  return together(...(await readHead(job, path)), run, ...details);
}

/** The counts of the tests of a build. */
export async function readTests(
  job: JenkinsJob,
  build: BuildJson,
): Promise<ApiReading> {
  const path = buildPath(build);
  const report = await job.api.one(
    `${path}/${JUNIT}/api/json?tree=failCount,skipCount,passCount,totalCount`,
    TestReport,
  );
  return together(...(await readHead(job, path)), report);
}

/** The job and the build, so that a document can be read by itself. */
async function readHead(job: JenkinsJob, path: string): Promise<ApiReading[]> {
  const build = await job.api.one(treePath(path, BUILD_TREE), ReadableBuild);
  return [await job.self(), build];
}
