import {
  type Duration,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  type ExpectedDelivery,
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  BUILD_TREE,
  type BuildJson,
  computeEnd,
  isFinished,
} from '../normalise/BuildJson';
import { type BuildList, buildsIn } from '../normalise/BuildList';
import { parsePlace } from '../normalise/BuildPlace';
import { instantAt } from '../normalise/fields';
import { buildPath, type JenkinsJob, treePath } from './JenkinsJob';
import { jenkinsDefaults } from '../jenkinsDefaults';

/** How far back builds are read. */
export type BuildWindow = {
  /** Builds that ended since must be read; the latest page where absent. */
  readonly since?: Instant;
  /**
   * Builds are listed by their start, and read by their end: those that
   * started this long before `since` may have ended after it.
   */
  readonly longestBuild: Duration;
};

/** Some builds, newest first. */
export type Builds = ApiReading & { readonly builds: readonly BuildJson[] };

/** The recent builds of a pipeline, newest first. */
export type RecentBuilds = PartReading & Builds;

/**
 * The builds of a job, or of each branch of a multibranch project, at least a
 * page and as many more as the window demands.
 */
export async function readBuilds(
  job: JenkinsJob,
  window: BuildWindow,
): Promise<RecentBuilds> {
  const self = await job.self();
  if (!self.complete) {
    return { ...self, builds: [] };
  }
  const startedBy =
    window.since &&
    Date.parse(subtractDuration(window.since, window.longestBuild));
  const lists = (await job.isMultibranch())
    ? await readBranches(job, startedBy)
    : [await readList(job, job.path, startedBy)];
  const builds = lists
    .flatMap(list => list.builds)
    .sort((one, other) => other.timestamp - one.timestamp);
  return {
    ...together(self, ...lists),
    builds,
    expects: builds
      .filter(isFinished)
      .filter(build => endedSince(build, window))
      .map(toExpected),
    ...(job.api.clockSkew !== undefined && { clockSkew: job.api.clockSkew }),
  };
}

/** Whether a build ended within the window. */
export function endedSince(build: BuildJson, { since }: BuildWindow): boolean {
  return since === undefined || computeEnd(build) >= Date.parse(since);
}

/** A page of each branch, and more of those of which that is too little. */
async function readBranches(
  job: JenkinsJob,
  startedBy: number | undefined,
): Promise<readonly Builds[]> {
  let from = 0;
  const pageAt = (start: number) => treePath(job.path, branchesTree(start));
  const unread: string[] = [];
  const first = await job.api.list(pageAt(0), body => {
    const page = buildsIn(body);
    from += jenkinsDefaults.pageSize;
    const isLast = countItems(body, 'jobs') !== jenkinsDefaults.pageSize;
    unread.push(...(page?.unread ?? []));
    return (
      page && {
        items: page.builds,
        ...(!isLast && { next: pageAt(from) }),
      }
    );
  });
  const builds = first.items as BuildJson[];
  const lists: Builds[] = [{ ...withUnread(first, unread), builds }];
  const branches = new Map<string, BuildJson[]>();
  for (const build of builds) {
    const path = buildPath(build).replace(/\/\d+$/, '');
    branches.set(path, [...(branches.get(path) ?? []), build]);
  }
  for (const [path, ofBranch] of branches) {
    const known = { builds: ofBranch, length: ofBranch.length };
    if (!isEnough(known, jenkinsDefaults.pageSize, startedBy)) {
      lists.push(await readList(job, path, startedBy, ofBranch));
    }
  }
  return lists;
}

/** The builds of a job after those that are known. */
async function readList(
  job: JenkinsJob,
  path: string,
  startedBy: number | undefined,
  known: readonly BuildJson[] = [],
): Promise<Builds> {
  let from = known.length;
  let last = known.at(-1)?.number;
  let gone: string | undefined;
  // From the build before, by which a shift of the list is noticed.
  const start = () => Math.max(0, from - 1);
  const page = () =>
    treePath(
      path,
      buildsTree('allBuilds', start(), from + jenkinsDefaults.pageSize),
    );
  const unread: string[] = [];
  const list = await job.api.list(page(), body => {
    const builds = buildsIn(body);
    if (!builds) {
      return undefined;
    }
    const most = from + jenkinsDefaults.pageSize - start();
    const before = last ?? Infinity;
    if (last !== undefined && isShifted(builds, last)) {
      gone = `A build was discarded while ${path} was read`;
    }
    from += jenkinsDefaults.pageSize;
    last = builds.last ?? last;
    unread.push(...builds.unread);
    const isLast = gone || isEnough(builds, most, startedBy);
    return {
      items: builds.builds.filter(({ number }) => number < before),
      ...(!isLast && { next: page() }),
    };
  });
  return {
    ...withUnread(list, unread),
    ...(list.complete && gone && { complete: false, problem: gone }),
    builds: list.items as BuildJson[],
  };
}

/** Whether a page does not begin with the build that ended the one before. */
export function isShifted(
  { length, first }: BuildList,
  before: number,
): boolean {
  return length === 0 || (first !== undefined && first < before);
}

/** A reading that is not whole where builds in it can't be read. */
export function withUnread(
  reading: ApiReading,
  unread: readonly string[],
): ApiReading {
  return reading.complete && unread.length > 0
    ? {
        ...reading,
        complete: false,
        problem: `Jenkins lists builds that can't be read: ${unread
          .slice(0, 3)
          .join('; ')}`,
      }
    : reading;
}

/** Whether no more than these builds, of so many at most, must be read. */
function isEnough(
  { builds, length }: Pick<BuildList, 'builds' | 'length'>,
  most: number,
  startedBy: number | undefined,
): boolean {
  return (
    startedBy === undefined ||
    length < most ||
    builds.some(({ timestamp }) => timestamp <= startedBy)
  );
}

/** A stretch of the builds of a job. */
export function buildsTree(
  field: 'builds' | 'allBuilds',
  from: number,
  to: number,
): string {
  return `${field}[${BUILD_TREE}]{${from},${to}}`;
}

function branchesTree(from: number): string {
  const to = from + jenkinsDefaults.pageSize;
  return `jobs[name,${buildsTree(
    'builds',
    0,
    jenkinsDefaults.pageSize,
  )}]{${from},${to}}`;
}

function countItems(body: unknown, field: string): number {
  const list = (body as Record<string, unknown> | null)?.[field];
  return Array.isArray(list) ? list.length : 0;
}

function toExpected(build: BuildJson): ExpectedDelivery {
  return {
    subject: { kind: 'pipeline-run', uri: parsePlace(build.url).url },
    at: instantAt(computeEnd(build)),
  };
}
