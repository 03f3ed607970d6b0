import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { PartReading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
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

/** A page of deployments; more than these have no place in one round. */
const MAX_PAGES = 100;

/** Changes merged since an instant: a reading of each, and of their list. */
export async function* readRecentChanges(
  project: GitlabProjectApi,
  since: Instant,
): AsyncIterable<PartReading> {
  const list = await project.all(
    historyPaths.changes(since),
    ListedMergeRequest,
  );
  if (!list.complete) {
    yield joined([list]);
  }
  for (const { iid, web_url: uri, merged_at: at } of list.items) {
    if (at && at >= since) {
      const reading = await readChange(project, iid);
      const subject = { kind: 'change' as const, uri };
      yield { ...reading, expects: [{ subject, at }] };
    }
  }
}

/** Pipelines that ended since an instant. */
export async function readRecentPipelines(
  project: GitlabProjectApi,
  since: Instant,
): Promise<PartReading> {
  const list = await project.all(historyPaths.pipelines(since), Listed);
  const { expects, ...runs } = await readRuns(
    project,
    list.items.map(({ id }) => id),
  );
  return {
    ...joined([list, runs]),
    expects: expects.filter(({ at }) => at >= since),
  };
}

/** Deployments made since an instant. */
export async function readRecentDeployments(
  project: GitlabProjectApi,
  since: Instant,
): Promise<PartReading> {
  const pages: PartReading[] = [];
  const ids: number[] = [];
  let next: number | undefined = 1;
  while (next !== undefined && pages.length < MAX_PAGES) {
    const page: PageOf<{ id: number; created_at: Instant }> =
      await project.page(
        `${historyPaths.deployments()}&per_page=100`,
        next,
        Listed,
      );
    pages.push(page);
    const recent = page.items.filter(({ created_at: at }) => at >= since);
    ids.push(...recent.map(({ id }) => id));
    const isLast: boolean = !page.complete || recent.length < page.items.length;
    next = isLast ? undefined : page.next;
  }
  const tooMany = next === undefined ? [] : [truncated(pages.length)];
  const deployments = await readDeploymentsById(project, ids);
  return joined([...pages, ...tooMany, deployments]);
}

function truncated(pages: number): PartReading {
  const problem = `GitLab lists more than ${pages} pages of deployments`;
  return { answers: [], complete: false, problem };
}
