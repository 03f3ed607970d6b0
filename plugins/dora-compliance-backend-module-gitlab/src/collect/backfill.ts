import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  type BackfillStep,
  type CollectedDocument,
  type CollectionTarget,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { Moment } from '../normalise/fields';
import { type PageOf } from './GitlabApi';
import type { GitlabProjectApi } from './GitlabProjectApi';
import {
  endedIds,
  historyPaths,
  ListedDeployment,
  ListedMergeRequest,
  ListedPipeline,
  readChange,
  readDeploymentsById,
  readRuns,
} from './history';
import { backfillPushes, type PushesPlace } from './pushes';

/** Things a page; each costs some more requests. */
const PER_PAGE = 20;

const phases = [
  'merged-changes',
  'pipelines',
  'deployments',
  'pushes',
] as const;

type Phase = (typeof phases)[number];

/** A page of a phase; where it goes by days, of those from one on. */
type Page = PushesPlace;

/** Where a back-fill is: what it reads, which page, how much it has read. */
type Place = Page & { phase: Phase; done: number };

/** A page of a phase: a reading for each document, and whether it goes on. */
type PageRead = { readings: ApiReading[]; count: number; next?: Page };

/** What a back-fill goes by, beside the project. */
type Given = {
  since: Instant;
  now: Instant;
  protectedBranches?: readonly string[];
};

const readers: Readonly<
  Record<
    Phase,
    (project: GitlabProjectApi, page: Page, given: Given) => Promise<PageRead>
  >
> = {
  'merged-changes': async (project, { page }, { since }) => {
    const path = `${historyPaths.changes(since)}&per_page=${PER_PAGE}`;
    const list = await project.page(path, page, ListedMergeRequest);
    const merged = list.items.filter(({ merged_at: at }) => at && at >= since);
    const readings: ApiReading[] = list.complete ? [] : [list];
    for (const { iid } of merged) {
      readings.push(await readChange(project, iid));
    }
    return { readings, count: merged.length, ...nextOf(list) };
  },

  pipelines: async (project, { page }, { since }) => {
    const path = `${historyPaths.pipelines(since)}&per_page=${PER_PAGE}`;
    const list = await project.page(path, page, ListedPipeline);
    return wholePage(list, endedIds(list.items), ids => readRuns(project, ids));
  },

  deployments: async (project, { page }, { since }) => {
    const path = `${historyPaths.deployments(since)}&per_page=${PER_PAGE}`;
    const list = await project.page(path, page, ListedDeployment);
    const all = list.items.map(({ id }) => id);
    return wholePage(list, all, ids => readDeploymentsById(project, ids));
  },

  pushes: backfillPushes,
};

type About = {
  target: CollectionTarget;
  now: () => Instant;
  protectedBranches?: readonly string[];
};

/**
 * What happened in a project since an instant: merged changes, pipelines,
 * deployments and pushes, page by page. A page that is not whole is read again.
 */
export async function* backfillProject(
  project: GitlabProjectApi,
  from: { since: Instant; cursor?: string },
  about: About,
): AsyncIterable<BackfillStep> {
  const since = Moment.parse(from.since);
  let place: Place | undefined = placeOf(from.cursor);
  while (place) {
    const { phase, done } = place;
    const read: PageRead = await readers[phase](project, place, {
      ...about,
      since,
      now: about.now(),
    });
    const { complete, problem, retryAfter } = together(...read.readings);
    if (!complete) {
      yield {
        documents: [],
        cursor: cursorOf(place),
        done,
        problem,
        ...(retryAfter !== undefined && { retryAfter }),
      };
      return;
    }
    const count: number = done + read.count;
    place = following(place, read.next, count);
    yield {
      documents: read.readings.map(reading =>
        documentOf(reading, phase, about),
      ),
      ...(place && { cursor: cursorOf(place) }),
      done: count,
    };
  }
}

/** A page whose things make one document, or none when it is empty. */
async function wholePage(
  list: PageOf<unknown>,
  ids: number[],
  read: (ids: number[]) => Promise<ApiReading>,
): Promise<PageRead> {
  const readings = [
    ...(list.complete ? [] : [list]),
    ...(ids.length > 0 ? [await read(ids)] : []),
  ];
  return { readings, count: ids.length, ...nextOf(list) };
}

function nextOf({ next }: PageOf<unknown>): { next?: Page } {
  return next === undefined ? {} : { next: { page: next } };
}

function following(
  { phase }: Place,
  next: Page | undefined,
  done: number,
): Place | undefined {
  if (next) {
    return { phase, ...next, done };
  }
  const after = phases[phases.indexOf(phase) + 1];
  return after && { phase: after, page: 1, done };
}

function cursorOf({ phase, page, done, from }: Place): string {
  return [phase, page, done, ...(from ? [from] : [])].join('.');
}

function placeOf(cursor = 'merged-changes.1.0'): Place {
  const [, name, page, done, from] =
    /^([a-z-]+)\.([1-9]\d{0,8})\.(\d{1,9})(?:\.(\d{4}-\d\d-\d\d))?$/.exec(
      cursor,
    ) ?? [];
  const phase = phases.find(known => known === name);
  if (!phase || (from && Number.isNaN(Date.parse(from)))) {
    throw new Error(`No cursor of a back-fill from GitLab: ${cursor}`);
  }
  const place = { phase, page: Number(page), done: Number(done) };
  return { ...place, ...(from && { from }) };
}

function documentOf(
  { answers }: ApiReading,
  part: Phase,
  { target, now }: About,
): CollectedDocument {
  return {
    part,
    target: target.uri,
    targetKind: target.kind,
    collectedAt: now(),
    complete: true,
    answers: [...answers],
  };
}
