import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import {
  Action,
  Commit,
  Moment,
  Repository,
  repositorySubject,
  WebAddress,
} from './fields';
import { toOutcome } from './outcome';

const JobEvent = z.looseObject({
  repository: Repository,
  workflow_job: z.looseObject({
    id: z.number(),
    run_id: z.number(),
    run_attempt: z.number().int().positive().nullish(),
    name: z.string(),
    html_url: WebAddress,
    head_sha: Commit,
    conclusion: z.string().nullable(),
    started_at: Moment.nullish(),
    completed_at: Moment.nullish(),
    labels: z.array(z.string()),
    runner_name: z.string().nullish(),
    runner_group_name: z.string().nullish(),
  }),
});

type Job = z.output<typeof JobEvent>['workflow_job'];

/** `workflow_job`: completed. */
export function readTask(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  if (action !== 'completed') {
    return [];
  }
  const { repository, workflow_job: job } = JobEvent.parse(payload);
  const finishedAt = job.completed_at ?? requireMoment(context);
  const runUrl = `${repository.html_url}/actions/runs/${job.run_id}`;
  return [
    {
      type: 'pipeline-task-finished',
      subjects: [
        repositorySubject(repository),
        commitSubject(job.head_sha),
        { kind: 'pipeline-run', uri: runUrl },
        { kind: 'pipeline-task', uri: job.html_url },
      ],
      predicate: {
        task: { id: String(job.id), name: job.name, url: job.html_url },
        run: {
          id: String(job.run_id),
          url: runUrl,
          ...(job.run_attempt && { attempt: job.run_attempt }),
        },
        outcome: toOutcome(job.conclusion),
        commit: job.head_sha,
        // A job that was skipped or cancelled early met no runner.
        ...(job.runner_name && { runner: readRunner(job, job.runner_name) }),
        ...(job.started_at && { startedAt: job.started_at }),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: 'github',
    },
  ];
}

function readRunner(job: Job, name: string) {
  const selfHosted = isSelfHosted(job);
  return {
    name,
    ...(job.runner_group_name && { group: job.runner_group_name }),
    labels: job.labels,
    ...(selfHosted !== undefined && { selfHosted }),
  };
}

/**
 * The job reports the labels it asked for, not those of the runner: only the
 * label of all self-hosted runners and the group of GitHub's own are proof.
 */
function isSelfHosted(job: Job): boolean | undefined {
  if (job.labels.some(label => label.toLowerCase() === 'self-hosted')) {
    return true;
  }
  return job.runner_group_name === 'GitHub Actions' ? false : undefined;
}
