import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  type BackfillStep,
  type CollectedDocument,
  type CollectionTarget,
  type CollectorContext,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { type BuildJson, endOf, isFinished } from '../normalise/BuildJson';
import { type BuildList, buildsIn } from '../normalise/BuildList';
import { type BackfillPlace, cursorOf, placeFrom } from './BackfillPlace';
import { type JenkinsJob, shaped } from './JenkinsJob';
import {
  hasStages,
  hasTests,
  readStagesOf,
  readTestsOf,
} from './readBuildDetails';
import { buildsTree, isShifted, PER_PAGE, withUnread } from './readBuilds';

const Branches = z.looseObject({
  jobs: z.array(z.looseObject({ name: z.string().min(1) })),
});

const NONE: BuildList = { builds: [], unread: [], flaws: [], length: 0 };

const Builds = {
  safeParse: (body: unknown) => ({ success: !!buildsIn(body) }),
};

/** What a step needs to know, wherever it is. */
type Backfill = {
  readonly job: JenkinsJob;
  readonly target: CollectionTarget;
  readonly since: Instant;
  readonly now: () => Instant;
};

/**
 * All builds since an instant, newest first, a page a step; one branch after
 * the other in a multibranch project.
 */
export async function* backfillBuilds(
  job: JenkinsJob,
  target: CollectionTarget,
  { since, cursor }: { readonly since: Instant; readonly cursor?: string },
  { now, signal }: CollectorContext,
): AsyncIterable<BackfillStep> {
  let next: string | undefined = cursorOf(placeFrom(cursor));
  while (next !== undefined) {
    signal.throwIfAborted();
    const step: BackfillStep = await stepAt(placeFrom(next), {
      job,
      target,
      since,
      now,
    });
    yield step;
    next = step.problem ? undefined : step.cursor;
  }
}

async function stepAt(
  start: BackfillPlace,
  backfill: Backfill,
): Promise<BackfillStep> {
  const { job } = backfill;
  const stuck = (reading: ApiReading) => ({
    documents: [],
    cursor: cursorOf(start),
    done: start.done,
    ...troubleOf(reading),
  });
  const self = await job.self();
  if (!self.complete) {
    return stuck(self);
  }
  const branches = await branchesOf(job);
  if (!branches.complete) {
    return stuck(branches);
  }
  const [branch, nextBranch] = branches.names.filter(
    name => start.branch === undefined || name >= start.branch,
  );
  if (branches.isMultibranch && branch === undefined) {
    return { documents: [], done: start.done };
  }
  const place = placeIn(branch, start);
  const path = branch === undefined ? job.path : job.branch(branch);
  const page = await pageAt(job, path, place.from);
  if (!page.complete) {
    return stuck(page);
  }
  if (place.from > 0 && isShifted(page.list, place.last ?? 0)) {
    // A build that was read is gone and all after it moved up: go back.
    const from = Math.max(0, place.from - PER_PAGE);
    const cursor = cursorOf({ ...place, from });
    return { documents: [], cursor, done: place.done };
  }
  return stepOf(page, place, nextBranch, { ...backfill, self });
}

function troubleOf({ problem, retryAfter }: ApiReading) {
  return {
    problem: problem ?? 'It was not read whole',
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** Where to read in a branch: from its beginning when another was begun. */
function placeIn(
  branch: string | undefined,
  place: BackfillPlace,
): BackfillPlace {
  return branch === undefined || branch === place.branch
    ? place
    : { branch, from: 0, done: place.done };
}

/** The documents of a page, and where to go on. */
async function stepOf(
  page: Page,
  place: BackfillPlace,
  nextBranch: string | undefined,
  { job, target, since, now, self }: Backfill & { self: ApiReading },
): Promise<BackfillStep> {
  const wanted = page.list.builds.filter(
    build =>
      build.number < (place.last ?? Infinity) &&
      endOf(build) >= Date.parse(since),
  );
  const listed = withUnread(page, page.list.unread);
  const details = await detailsOf(job, wanted);
  const readings = [
    { part: 'builds', reading: together(self, listed) },
    ...details,
  ];
  const documents = readings.map(({ part, reading }) =>
    documentOf(part, reading, target, now()),
  );
  const blocked = details.find(({ reading }) => isBlocking(reading));
  if (blocked) {
    const cursor = cursorOf(place);
    const trouble = troubleOf(blocked.reading);
    return { documents, cursor, done: place.done, ...trouble };
  }
  const done = place.done + wanted.length;
  if (page.isFull && !isOldEnough(page.list, since)) {
    const from = place.from + PER_PAGE;
    const last = lowestOf(page.list.last, place.last);
    const next = { ...place, from, done, ...(last !== undefined && { last }) };
    const cursor = cursorOf(next);
    return { documents, cursor, done };
  }
  return {
    documents,
    done,
    ...(nextBranch !== undefined && {
      cursor: cursorOf({ branch: nextBranch, from: 0, done }),
    }),
  };
}

/** Whether the oldest build of a page that can be read ended before. */
function isOldEnough({ builds }: BuildList, since: Instant): boolean {
  const oldest = builds.at(-1);
  return oldest !== undefined && endOf(oldest) < Date.parse(since);
}

function lowestOf(...numbers: (number | undefined)[]): number | undefined {
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
  const to = from + PER_PAGE;
  const tree = encodeURIComponent(buildsTree('allBuilds', first, to));
  const page = shaped(
    await job.api.get(`${path}/api/json?tree=${tree}`),
    Builds,
  );
  const list = buildsIn(page.answers[0]?.body) ?? NONE;
  return { ...page, list, isFull: list.length === to - first };
}

async function branchesOf(
  job: JenkinsJob,
): Promise<ApiReading & { isMultibranch: boolean; names: readonly string[] }> {
  if (!(await job.isMultibranch())) {
    return { answers: [], complete: true, isMultibranch: false, names: [] };
  }
  const reading = shaped(
    await job.api.get(
      `${job.path}/api/json?tree=${encodeURIComponent('jobs[name]')}`,
    ),
    Branches,
  );
  const jobs = Branches.safeParse(reading.answers[0]?.body).data?.jobs ?? [];
  const names = jobs.map(({ name }) => name).sort();
  return { ...reading, isMultibranch: true, names };
}

async function detailsOf(job: JenkinsJob, builds: readonly BuildJson[]) {
  const details: { part: string; reading: ApiReading }[] = [];
  for (const build of builds.filter(isFinished)) {
    if (hasStages(build)) {
      const reading = await readStagesOf(job, build);
      details.push({ part: 'stages', reading });
    }
    if (hasTests(build)) {
      details.push({ part: 'tests', reading: await readTestsOf(job, build) });
    }
  }
  return details;
}

/** Details that are gone for good do not hold up the rest; other faults do. */
function isBlocking({ complete, answers }: ApiReading): boolean {
  return (
    !complete && !answers.some(({ status }) => status === 404 || status === 410)
  );
}

function documentOf(
  part: string,
  { answers, complete, problem }: ApiReading,
  { uri, kind }: CollectionTarget,
  collectedAt: Instant,
): CollectedDocument {
  return {
    part,
    target: uri,
    targetKind: kind,
    collectedAt,
    complete,
    ...(!complete && { problem: problem ?? 'It was not read whole' }),
    answers: [...answers],
  };
}
