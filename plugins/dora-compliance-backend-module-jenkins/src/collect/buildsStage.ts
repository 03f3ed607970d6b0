import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  backfillStage,
  type BackfillStage,
  type StageStep,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { type BuildJson, computeEnd, isFinished } from '../normalise/BuildJson';
import { type BuildList, buildsIn } from '../normalise/BuildList';
import { type JenkinsJob, treePath } from './JenkinsJob';
import { hasStages, hasTests, readStages, readTests } from './readBuildDetails';
import { buildsTree, isShifted, withUnread } from './readBuilds';
import { jenkinsDefaults } from '../jenkinsDefaults';

const Branches = z.looseObject({
  jobs: z.array(z.looseObject({ name: z.string().min(1) })),
});

const NONE: BuildList = { builds: [], unread: [], flaws: [], length: 0 };

const Builds = z.unknown().transform((body, context): BuildList => {
  const list = buildsIn(body);
  if (!list) {
    context.addIssue({ code: 'custom', message: 'has no list of builds' });
    return z.NEVER;
  }
  return list;
});

const Place = z.object({
  /** The branch of a multibranch project that is being read. */
  branch: z.string().optional(),
  /** How many of its builds were read, newest first. */
  from: z.number().int().nonnegative(),
  /** The number of the last one that was read. */
  last: z.number().int().positive().optional(),
});

type Place = z.output<typeof Place>;

/**
 * All builds since an instant, newest first, a page a step; one branch after
 * the other in a multibranch project.
 */
export function buildsStage(job: JenkinsJob): BackfillStage {
  return backfillStage({
    name: 'builds',
    place: Place,
    read: (start = { from: 0 }, { since }) => readStep(job, start, since),
  });
}

async function readStep(
  job: JenkinsJob,
  start: Place,
  since: Instant,
): Promise<StageStep<Place>> {
  const self = await job.self();
  if (!self.complete) {
    return blocked(self);
  }
  const branches = await readBranches(job);
  if (!branches.complete) {
    return blocked(branches);
  }
  const [branch, nextBranch] = branches.names.filter(
    name => start.branch === undefined || name >= start.branch,
  );
  if (branches.isMultibranch && branch === undefined) {
    return { readings: [], read: 0 };
  }
  const place = placeIn(branch, start);
  const path = branch === undefined ? job.path : job.branch(branch);
  const page = await pageAt(job, path, place.from);
  if (!page.complete) {
    return blocked(page);
  }
  if (place.from > 0 && isShifted(page.list, place.last ?? 0)) {
    // A build that was read is gone and all after it moved up: go back.
    const from = Math.max(0, place.from - jenkinsDefaults.pageSize);
    return { readings: [], read: 0, next: { ...place, from } };
  }
  const wanted = page.list.builds.filter(
    build =>
      build.number < (place.last ?? Infinity) &&
      computeEnd(build) >= Date.parse(since),
  );
  const details = await readDetails(job, wanted);
  return {
    readings: [together(self, withUnread(page, page.list.unread)), ...details],
    required: details.filter(isRequired),
    read: wanted.length,
    next: isLastPage(page, since)
      ? toStart(nextBranch)
      : placeAfter(page, place),
  };
}

function toStart(branch: string | undefined): Place | undefined {
  return branch === undefined ? undefined : { branch, from: 0 };
}

/** A step that is retried. */
function blocked(reading: ApiReading): StageStep<Place> {
  return { readings: [], required: [reading], read: 0 };
}

/** Where to read in a branch: from its beginning when another was begun. */
function placeIn(branch: string | undefined, place: Place): Place {
  return branch === undefined || branch === place.branch
    ? place
    : { branch, from: 0 };
}

function placeAfter({ list }: Page, place: Place): Place {
  const last = findLowest(list.last, place.last);
  return {
    ...place,
    from: place.from + jenkinsDefaults.pageSize,
    ...(last !== undefined && { last }),
  };
}

/** Whether no build after this page may have ended since. */
function isLastPage({ isFull, list }: Page, since: Instant): boolean {
  return !isFull || isOldEnough(list, since);
}

/** Whether the oldest build of a page that can be read ended before. */
function isOldEnough({ builds }: BuildList, since: Instant): boolean {
  const oldest = builds.at(-1);
  return oldest !== undefined && computeEnd(oldest) < Date.parse(since);
}

function findLowest(...numbers: (number | undefined)[]): number | undefined {
  const told = numbers.filter(number => number !== undefined);
  return told.length > 0 ? Math.min(...told) : undefined;
}

type Page = ApiReading & { list: BuildList; isFull: boolean };

/** From the build before, by which a shift of the list is noticed. */
async function pageAt(
  job: JenkinsJob,
  path: string,
  from: number,
): Promise<Page> {
  const first = Math.max(0, from - 1);
  const to = from + jenkinsDefaults.pageSize;
  const { value: list = NONE, ...reading } = await job.api.one(
    treePath(path, buildsTree('allBuilds', first, to)),
    Builds,
  );
  return { ...reading, list, isFull: list.length === to - first };
}

async function readBranches(
  job: JenkinsJob,
): Promise<ApiReading & { isMultibranch: boolean; names: readonly string[] }> {
  if (!(await job.isMultibranch())) {
    return { answers: [], complete: true, isMultibranch: false, names: [] };
  }
  const path = treePath(job.path, 'jobs[name]');
  const { value, ...reading } = await job.api.one(path, Branches);
  const names = (value?.jobs ?? []).map(({ name }) => name).sort();
  return { ...reading, isMultibranch: true, names };
}

async function readDetails(job: JenkinsJob, builds: readonly BuildJson[]) {
  const details: StageStep['readings'][number][] = [];
  for (const build of builds.filter(isFinished)) {
    if (hasStages(build)) {
      details.push({ ...(await readStages(job, build)), part: 'stages' });
    }
    if (hasTests(build)) {
      details.push({ ...(await readTests(job, build)), part: 'tests' });
    }
  }
  return details;
}

/** Details that are gone for good do not block the rest; other faults do. */
function isRequired({ answers }: ApiReading): boolean {
  return !answers.some(({ status }) => status === 404 || status === 410);
}
