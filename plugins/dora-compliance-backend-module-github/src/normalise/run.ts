import {
  commitSubject,
  pipelineUrn,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  Action,
  Commit,
  toIdentity,
  Moment,
  Repository,
  repositorySubject,
  WebAddress,
} from './fields';
import { toOutcome } from './outcome';
import { Trigger, findTriggeringUser } from './trigger';

const RunEvent = z.object({
  repository: Repository,
  workflow_run: Trigger.extend({
    id: z.number(),
    name: z.string().nullable(),
    path: z.string().nullish(),
    html_url: WebAddress,
    conclusion: z.string().nullable(),
    head_sha: Commit,
    head_branch: z.string().nullish(),
    /** Null where it was a fork that is gone. */
    head_repository: z.object({ html_url: z.string().nullish() }).nullish(),
    event: z.string(),
    run_started_at: Moment.nullish(),
    updated_at: Moment,
  }),
});

type Run = z.output<typeof RunEvent>['workflow_run'];

/** `workflow_run`: completed. */
export function readRun(payload: unknown): Statement[] {
  const { action } = Action.parse(payload);
  if (action !== 'completed') {
    return [];
  }
  const { repository, workflow_run: run } = RunEvent.parse(payload);
  const actor = findTriggeringUser(run);
  return [
    {
      type: 'pipeline-run-finished',
      subjects: [
        repositorySubject(repository),
        commitSubject(run.head_sha),
        { kind: 'pipeline-run', uri: run.html_url },
        ...pipelineSubject(repository, run.path),
      ],
      predicate: {
        pipeline: {
          name: run.name || run.path || String(run.id),
          ...(run.path && { path: run.path }),
        },
        run: {
          id: String(run.id),
          attempt: run.run_attempt ?? 1,
          url: run.html_url,
        },
        outcome: toOutcome(run.conclusion),
        commit: run.head_sha,
        ...readBranch(run, repository),
        trigger: run.event,
        ...(actor && { triggeredBy: toIdentity(actor, repository) }),
        ...(run.run_started_at && { startedAt: run.run_started_at }),
        finishedAt: run.updated_at,
      },
      observedAt: run.updated_at,
      sourceId: 'github',
    },
  ];
}

/** A branch of a fork may have the name of a branch here, but is another. */
function readBranch(run: Run, repository: Repository) {
  const { head_branch: branch, head_repository: head } = run;
  const isHere =
    head === undefined ||
    head?.html_url?.toLowerCase() === repository.html_url.toLowerCase();
  return branch && isHere ? { branch } : {};
}

/** The pipeline is named by the file that defines it, whatever its ref. */
function pipelineSubject(
  repository: Repository,
  path: string | null | undefined,
): Subject[] {
  const address = /^https?:\/\/([^/]+)\/(.*[^/])\/*$/.exec(repository.html_url);
  const definition = path?.split('@')[0];
  if (!address || !definition) {
    return [];
  }
  const [, host = '', project = ''] = address;
  const uri = pipelineUrn({ host, project, definition });
  return [{ kind: 'pipeline', uri }];
}
