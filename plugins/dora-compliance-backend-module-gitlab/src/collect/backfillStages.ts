import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  backfillStage,
  type BackfillStage,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Moment } from '../normalise/fields';
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
import { type Branches, pushesStage } from './pushes';
import { gitlabDefaults } from '../gitlabDefaults';

const Page = z.object({ page: z.number().int().positive() });

/**
 * The stages of a backfill: merged changes, pipelines, deployments and pushes,
 * page by page.
 */
export function backfillStages(
  project: GitlabProjectApi,
  branches: Branches,
): BackfillStage[] {
  return [
    listStage(project, {
      name: 'merged-changes',
      path: historyPaths.changes,
      item: ListedMergeRequest,
      async read(items, since) {
        const merged = items.filter(({ merged_at: at }) => at && at >= since);
        const readings: ApiReading[] = [];
        for (const { iid } of merged) {
          readings.push(await readChange(project, iid));
        }
        return { readings, read: merged.length };
      },
    }),
    listStage(project, {
      name: 'pipelines',
      path: historyPaths.pipelines,
      item: ListedPipeline,
      read: items =>
        oneDocument(endedIds(items), ids => readRuns(project, ids)),
    }),
    listStage(project, {
      name: 'deployments',
      path: historyPaths.deployments,
      item: ListedDeployment,
      read: items =>
        oneDocument(
          items.map(({ id }) => id),
          ids => readDeploymentsById(project, ids),
        ),
    }),
    pushesStage(project, branches),
  ];
}

type Found = { readings: ApiReading[]; read: number };

/** A list, and what is read of the items of each page. */
function listStage<T>(
  project: GitlabProjectApi,
  list: {
    name: string;
    path(since: Instant): string;
    item: z.ZodType<T>;
    read(items: readonly T[], since: Instant): Promise<Found>;
  },
): BackfillStage {
  return backfillStage({
    name: list.name,
    place: Page,
    async read(place, span) {
      const { page } = place ?? { page: 1 };
      const since = Moment.parse(span.since);
      const path = `${list.path(since)}&per_page=${
        gitlabDefaults.backfillPageSize
      }`;
      const listed = await project.page(path, page, list.item);
      const { readings, read } = await list.read(listed.items, since);
      return {
        readings: listed.complete ? readings : [listed, ...readings],
        read,
        ...(listed.next && { next: { page: listed.next } }),
      };
    },
  });
}

/** One document of the items of a page, or none if there are none. */
async function oneDocument(
  ids: number[],
  read: (ids: number[]) => Promise<ApiReading>,
): Promise<Found> {
  const readings = ids.length > 0 ? [await read(ids)] : [];
  return { readings, read: ids.length };
}
