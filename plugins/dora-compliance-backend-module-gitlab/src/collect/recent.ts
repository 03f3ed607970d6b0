import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

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
    yield together(list);
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
  const list = await project.all(historyPaths.pipelines(since), ListedPipeline);
  const { expects, ...runs } = await readRuns(project, endedIds(list.items));
  return {
    ...together(list, runs),
    expects: expects.filter(({ at }) => at >= since),
  };
}

/** Deployments that changed since an instant. */
export async function readRecentDeployments(
  project: GitlabProjectApi,
  since: Instant,
): Promise<PartReading> {
  const list = await project.all(
    historyPaths.deployments(since),
    ListedDeployment,
  );
  const ids = list.items.map(({ id }) => id);
  return together(list, await readDeploymentsById(project, ids));
}
