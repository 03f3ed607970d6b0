import type {
  Expected,
  PartReading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  BUILD_TREE,
  type BuildJson,
  endOf,
  isFinished,
} from '../normalise/BuildJson';
import { buildsIn } from '../normalise/BuildList';
import { instantAt } from '../normalise/fields';
import { type JenkinsJob, together } from './JenkinsJob';

/** Builds of a job, and branches of a project, that are read at a time. */
export const PER_PAGE = 25;
/** Jenkins lists no more under `builds`. */
const RECENT_BUILDS = 100;

/** The recent builds of a pipeline, newest first. */
export type RecentBuilds = PartReading & { builds: readonly BuildJson[] };

/**
 * The last 100 builds of a job, or the last 25 of each branch of a multibranch
 * project.
 */
export async function readBuilds(job: JenkinsJob): Promise<RecentBuilds> {
  const self = await job.self();
  if (!self.complete) {
    return { ...self, builds: [] };
  }
  const isMultibranch = await job.isMultibranch();
  let from = 0;
  const pageAt = (start: number) =>
    `${job.path}/api/json?tree=${encodeURIComponent(
      isMultibranch ? branchesTree(start) : buildsTree('builds', start),
    )}`;
  const list = await job.api.list(pageAt(0), body => {
    const items = buildsIn(body);
    from += PER_PAGE;
    const length = isMultibranch ? lengthOf(body, 'jobs') : items?.length;
    const isLast =
      length !== PER_PAGE || (!isMultibranch && from >= RECENT_BUILDS);
    return items && { items, ...(!isLast && { next: pageAt(from) }) };
  });
  const builds = (list.items as BuildJson[]).sort(
    (one, other) => other.timestamp - one.timestamp,
  );
  return {
    ...together(self, list),
    builds,
    expects: builds.filter(isFinished).map(expectedOf),
    ...(job.api.clockSkew !== undefined && { clockSkew: job.api.clockSkew }),
  };
}

/** A stretch of the builds of a job. */
export function buildsTree(
  field: 'builds' | 'allBuilds',
  from: number,
  to = from + PER_PAGE,
): string {
  return `${field}[${BUILD_TREE}]{${from},${to}}`;
}

function branchesTree(from: number): string {
  const to = from + PER_PAGE;
  return `jobs[name,builds[${BUILD_TREE}]{0,${PER_PAGE}}]{${from},${to}}`;
}

function lengthOf(body: unknown, field: string): number {
  const list = (body as Record<string, unknown> | null)?.[field];
  return Array.isArray(list) ? list.length : 0;
}

function expectedOf(build: BuildJson): Expected {
  return {
    subject: { kind: 'pipeline-run', uri: build.url },
    at: instantAt(endOf(build)),
  };
}
