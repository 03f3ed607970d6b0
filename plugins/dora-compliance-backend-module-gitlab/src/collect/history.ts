import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type ApiReading,
  type ExpectedDelivery,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { ListedCommit, MergedRequest } from '../normalise/api/mergedChange';
import { runsFinished, WholePipeline } from '../normalise/api/pipelines';
import { WholeDeployment } from '../normalise/api/deployments';
import { Environment } from '../normalise/api/environments';
import { Approvals, Version } from '../normalise/api/reviews';
import { Moment } from '../normalise/fields';
import { toOutcome } from '../normalise/outcome';

import type { GitlabProjectApi } from './GitlabProjectApi';

/** What a list reports about a merge request: enough to ask for the rest. */
export const ListedMergeRequest = z.looseObject({
  iid: z.number().int(),
  web_url: z.string().min(1),
  merged_at: Moment.nullish(),
});

/** What a list reports about a pipeline. */
export const ListedPipeline = z.looseObject({
  id: z.number().int(),
  status: z.string(),
});

/** What a list reports about a deployment. */
export const ListedDeployment = z.looseObject({ id: z.number().int() });

/**
 * Where lists of what happened are, from an instant on. All go by when
 * something last changed: what began long before may have ended since.
 */
export const historyPaths = {
  /** Later changes of a merge request move none out of this list. */
  changes: (since: Instant) =>
    `/merge_requests?state=merged&scope=all&order_by=created_at&sort=asc&updated_after=${since}`,
  /** Of any status: GitLab does not count skipped ones as finished. */
  pipelines: (since: Instant) =>
    `/pipelines?order_by=id&sort=asc&updated_after=${since}`,
  /**
   * Newest first: one that changes meanwhile moves others back, and is itself
   * for the round that comes after. GitLab allows no other order.
   */
  deployments: (since: Instant) =>
    `/deployments?order_by=updated_at&sort=desc&updated_after=${since}`,
} as const;

/** All of one merge request. */
export async function readChange(
  project: GitlabProjectApi,
  iid: number,
): Promise<ApiReading> {
  const path = `/merge_requests/${iid}`;
  const change = await project.one(path, MergedRequest);
  if (!change.complete) {
    return together(await project.settings(), change);
  }
  return together(
    await project.settings(),
    change,
    await project.all(`${path}/commits`, ListedCommit),
    await project.one(`${path}/approvals`, Approvals),
    await project.all(`${path}/versions`, Version),
  );
}

/** The pipelines of a list that have ended, one way or the other. */
export function endedIds(
  list: readonly z.output<typeof ListedPipeline>[],
): number[] {
  return list.filter(({ status }) => toOutcome(status)).map(({ id }) => id);
}

/** Pipelines one by one, and what their webhooks should have reported. */
export async function readRuns(
  project: GitlabProjectApi,
  ids: readonly number[],
): Promise<ApiReading & { expects: ExpectedDelivery[] }> {
  const settings = await project.settings();
  const readings: ApiReading[] = [settings];
  const runs: WholePipeline[] = [];
  for (const id of ids) {
    const reading = await project.one(`/pipelines/${id}`, WholePipeline);
    readings.push(reading);
    runs.push(...(reading.value ? [reading.value] : []));
  }
  const told = settings.value && runsFinished(runs, settings.value);
  const expects = (told?.statements ?? []).flatMap(
    ({ subjects, observedAt: at }) =>
      subjects
        .filter(({ kind }) => kind === 'pipeline-run')
        .map(subject => ({ subject, at })),
  );
  return { ...together(...readings), expects };
}

/** Deployments one by one, with the environments that report their tier. */
export async function readDeploymentsById(
  project: GitlabProjectApi,
  ids: readonly number[],
): Promise<ApiReading> {
  const readings: ApiReading[] = [
    await project.settings(),
    await project.all('/environments', Environment),
  ];
  for (const id of ids) {
    readings.push(await project.one(`/deployments/${id}`, WholeDeployment));
  }
  return together(...readings);
}
