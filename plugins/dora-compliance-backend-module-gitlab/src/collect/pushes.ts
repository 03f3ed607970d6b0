import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  backfillStage,
  type BackfillStage,
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Moment } from '../normalise/fields';
import { ListedCommit } from '../normalise/api/mergedChange';
import {
  commitsPath,
  isOfReference,
  ListedPush,
  mayBeTo,
  readRange,
} from '../normalise/api/pushes';

import type { GitlabProjectApi } from './GitlabProjectApi';
import { gitlabDefaults } from '../gitlabDefaults';

const DAY = 24 * 3_600_000;

/** Branches whose pushes are evidence, beside the default branch. */
export type Branches = { readonly protectedBranches?: readonly string[] };

/** The first of the days that are read, and the page. */
const Place = z.object({
  from: z.iso.date(),
  page: z.number().int().positive(),
});

/**
 * Pushes since an instant. The commits are read of those to protected branches
 * alone: what was done to tags and removed branches is in the list.
 */
export async function readRecentPushes(
  project: GitlabProjectApi,
  since: Instant,
  branches: Branches,
): Promise<PartReading> {
  const list = await project.all(pushesPath(since), ListedPush);
  const recent = list.items.filter(({ created_at: at }) => at >= since);
  const { readings } = await readPushes(project, recent, branches);
  return together(list, ...readings);
}

/**
 * A page of the pushes of some days; then the days that follow. What is pushed
 * meanwhile comes last.
 */
export function pushesStage(
  project: GitlabProjectApi,
  branches: Branches,
): BackfillStage {
  return backfillStage({
    name: 'pushes',
    place: Place,
    async read(place, span) {
      const since = Moment.parse(span.since);
      const { page, from: day } = place ?? {
        page: 1,
        from: since.slice(0, 10),
      };
      const end = plusDays(day, gitlabDefaults.eventDays);
      const path = `${pushesPath(day)}&before=${plusDays(end, 1)}`;
      const list = await project.page(
        `${path}&per_page=${gitlabDefaults.eventsPageSize}`,
        page,
        ListedPush,
      );
      const pushes = list.items.filter(
        ({ created_at: at }) => at >= since && at >= day && at < end,
      );
      const { readings, count } = await readPushes(project, pushes, branches);
      const isCut = (list.next ?? 0) > gitlabDefaults.maxEventPages;
      const whole = together(
        list,
        ...readings,
        ...(isCut ? [cutOff(day)] : []),
      );
      const later = end <= span.until ? { page: 1, from: end } : undefined;
      return {
        readings: whole.complete && count === 0 ? [] : [whole],
        read: count,
        next: list.next ? { page: list.next, from: day } : later,
      };
    },
  });
}

/**
 * GitLab takes days and leaves out the one that is named. It counts them in
 * its own zone, which may be half a day off.
 */
function pushesPath(since: string): string {
  const after = plusDays(since.slice(0, 10), -2);
  return `/events?action=pushed&sort=asc&after=${after}`;
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

function cutOff(day: string): ApiReading {
  const most = gitlabDefaults.maxEventPages * gitlabDefaults.eventsPageSize;
  const problem = `GitLab lists no more than ${most} pushes of ${gitlabDefaults.eventDays} days from ${day} on`;
  return { answers: [], complete: false, problem };
}

/** The project, and the commits of the pushes to protected branches. */
async function readPushes(
  project: GitlabProjectApi,
  pushes: readonly ListedPush[],
  { protectedBranches = [] }: Branches,
): Promise<{ readings: ApiReading[]; count: number }> {
  const settings = await project.settings();
  const { value } = settings;
  if (!value) {
    return { readings: [settings], count: 0 };
  }
  const branches = [value.default_branch, ...protectedBranches];
  const references = pushes.filter(isOfReference);
  const wanted = pushes.filter(
    push => !isOfReference(push) && mayBeTo(branches, push),
  );
  const readings: ApiReading[] = [settings];
  for (const push of wanted) {
    const range = readRange(push, value);
    if (range) {
      readings.push(await readCommits(project, range, value.default_branch));
    }
  }
  return { readings, count: wanted.length + references.length };
}

/**
 * Commits of a push. Of a new branch no more than the newest: it may begin
 * with the whole history. Those that were forced away may be gone.
 */
async function readCommits(
  project: GitlabProjectApi,
  { revisions, isNew }: { revisions: string; isNew: boolean },
  main: string | null | undefined,
): Promise<ApiReading> {
  const path = commitsPath(revisions);
  const list = isNew
    ? await project.page(
        `${path}&per_page=${gitlabDefaults.eventsPageSize}`,
        1,
        ListedCommit,
      )
    : await project.all(path, ListedCommit);
  const isUnknown =
    list.answers.length === 1 && list.answers[0]?.status === 404;
  if (!isUnknown || !main) {
    return list;
  }
  // Where the default branch is answered, the commits were not refused.
  const branch = `/repository/commits/${encodeURIComponent(main)}`;
  const known = await project.one(branch, z.looseObject({ id: z.string() }));
  const answers = [...list.answers, ...known.answers];
  return known.complete ? { answers, complete: true } : together(list, known);
}
