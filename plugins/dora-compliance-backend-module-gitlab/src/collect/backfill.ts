import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  ApiReading,
  BackfillStep,
  CollectedDocument,
  CollectionTarget,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { joined, type PageOf } from './GitlabApi';
import type { GitlabProjectApi } from './GitlabProjectApi';
import {
  historyPaths,
  Listed,
  ListedMergeRequest,
  readChange,
  readDeploymentsById,
  readRuns,
} from './history';

/** Things a page; each costs some more requests. */
const PER_PAGE = 20;

const phases = ['merged-changes', 'pipelines', 'deployments'] as const;

type Phase = (typeof phases)[number];

/** Where a back-fill is: what it reads, which page, how much it has read. */
type Place = { phase: Phase; page: number; done: number };

/** A page of a phase: a reading for each document, and whether it goes on. */
type PageRead = { readings: ApiReading[]; count: number; next?: number };

const readers: Readonly<
  Record<
    Phase,
    (
      project: GitlabProjectApi,
      page: number,
      since: Instant,
    ) => Promise<PageRead>
  >
> = {
  'merged-changes': async (project, page, since) => {
    const path = `${historyPaths.changes(since)}&per_page=${PER_PAGE}`;
    const list = await project.page(path, page, ListedMergeRequest);
    const merged = list.items.filter(({ merged_at: at }) => at && at >= since);
    const readings: ApiReading[] = list.complete ? [] : [list];
    for (const { iid } of merged) {
      readings.push(await readChange(project, iid));
    }
    return { readings, count: merged.length, next: list.next };
  },

  pipelines: async (project, page, since) => {
    const path = `${historyPaths.pipelines(since)}&per_page=${PER_PAGE}`;
    const list = await project.page(path, page, Listed);
    return wholePage(list, ids => readRuns(project, ids));
  },

  deployments: async (project, page, since) => {
    const path = `${historyPaths.deployments()}&per_page=${PER_PAGE}`;
    const list = await project.page(path, page, Listed);
    const items = list.items.filter(({ created_at: at }) => at >= since);
    const isLast = items.length < list.items.length;
    const next = isLast ? undefined : list.next;
    return wholePage({ ...list, items, next }, ids =>
      readDeploymentsById(project, ids),
    );
  },
};

/**
 * What happened in a project since an instant: merged changes, pipelines, and
 * deployments, page by page. A page that is not whole is read again.
 */
export async function* backfillProject(
  project: GitlabProjectApi,
  from: { since: Instant; cursor?: string },
  about: { target: CollectionTarget; now: () => Instant },
): AsyncIterable<BackfillStep> {
  let place: Place | undefined = placeOf(from.cursor);
  while (place) {
    const { phase, page, done } = place;
    const read: PageRead = await readers[phase](project, page, from.since);
    const { complete, problem, retryAfter } = joined(read.readings);
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
  list: PageOf<{ id: number }>,
  read: (ids: number[]) => Promise<ApiReading>,
): Promise<PageRead> {
  const ids = list.items.map(({ id }) => id);
  const readings = [
    ...(list.complete ? [] : [list]),
    ...(ids.length > 0 ? [await read(ids)] : []),
  ];
  return { readings, count: ids.length, next: list.next };
}

function following(
  { phase }: Place,
  next: number | undefined,
  done: number,
): Place | undefined {
  if (next !== undefined) {
    return { phase, page: next, done };
  }
  const after = phases[phases.indexOf(phase) + 1];
  return after && { phase: after, page: 1, done };
}

function cursorOf({ phase, page, done }: Place): string {
  return `${phase}.${page}.${done}`;
}

function placeOf(cursor = 'merged-changes.1.0'): Place {
  const [, name, page, done] =
    /^([a-z-]+)\.([1-9]\d{0,8})\.(\d{1,9})$/.exec(cursor) ?? [];
  const phase = phases.find(known => known === name);
  if (!phase) {
    throw new Error(`No cursor of a back-fill from GitLab: ${cursor}`);
  }
  return { phase, page: Number(page), done: Number(done) };
}

function documentOf(
  { answers }: ApiReading,
  part: Phase,
  { target, now }: { target: CollectionTarget; now: () => Instant },
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
