import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
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
/** Builds are taken to end within this time of their start, in milliseconds. */
export const LONGEST_BUILD = 2 * 60 * 60 * 1000;

/** The recent builds of a pipeline, newest first. */
export type RecentBuilds = PartReading & { builds: readonly BuildJson[] };

/**
 * The last 100 builds of a job, or the last 25 of each branch of a multibranch
 * project.
 */
export async function readBuilds(
  job: JenkinsJob,
  lookBackTo?: Instant,
): Promise<RecentBuilds> {
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
  const missing = lookBackTo && whatIsCutOff(builds, isMultibranch, lookBackTo);
  return {
    ...together(self, list),
    ...(list.complete && missing && { complete: false, problem: missing }),
    builds,
    expects: builds.filter(isFinished).map(expectedOf),
    ...(job.api.clockSkew !== undefined && { clockSkew: job.api.clockSkew }),
  };
}

/** Says which list ends before it is as old as it must be. */
function whatIsCutOff(
  builds: readonly BuildJson[],
  isMultibranch: boolean,
  lookBackTo: Instant,
): string | undefined {
  const most = isMultibranch ? PER_PAGE : RECENT_BUILDS;
  // Lists go by the start of builds, what must be read by their end.
  const startedBy = Date.parse(lookBackTo) - LONGEST_BUILD;
  const lists = new Map<string, BuildJson[]>();
  for (const build of builds) {
    const job = build.url.replace(/\d+\/*$/, '');
    lists.set(job, [...(lists.get(job) ?? []), build]);
  }
  for (const [job, list] of lists) {
    const oldest = Math.min(...list.map(({ timestamp }) => timestamp));
    if (list.length >= most && oldest > startedBy) {
      return `Of ${job} the last ${most} builds were read, which go back to ${instantAt(
        oldest,
      )} only`;
    }
  }
  return undefined;
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
