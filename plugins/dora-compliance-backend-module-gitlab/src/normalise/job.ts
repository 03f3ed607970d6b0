import {
  commitSubject,
  type Runner as RunnerOfTask,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireSentAt } from './DeliveryContext';
import {
  CommitId,
  EventProject,
  Moment,
  projectSubject,
  SOURCE_ID,
  parseSystem,
} from './fields';
import { toOutcome } from './outcome';
import { withProject } from './withProject';

/** A machine that executes jobs, as payloads and the API describe it. */
const Runner = z.looseObject({
  id: z.number().int(),
  description: z.string().nullish(),
  runner_type: z.string().nullish(),
  is_shared: z.boolean().nullish(),
  tags: z.array(z.string()).nullish(),
});

type Runner = z.output<typeof Runner>;

const JobEvent = z.looseObject({
  build_id: z.number().int(),
  build_name: z.string(),
  build_status: z.string(),
  build_started_at: Moment.nullish(),
  build_finished_at: Moment.nullish(),
  /** Older versions do not report it. */
  pipeline_id: z.number().int().nullish(),
  sha: CommitId,
  project: EventProject,
  runner: Runner.nullish(),
});

const AnyState = z.looseObject({ build_status: z.string() });

/** `build`: a job ended. One that was skipped has no end, and no evidence. */
export function readJob(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { build_status: status } = AnyState.parse(payload);
  const outcome = toOutcome(status);
  if (!outcome) {
    return [];
  }
  const job = JobEvent.parse(withProject(payload));
  if (outcome === 'skipped' && !job.build_finished_at) {
    return [];
  }
  // The event is sent when the job ends.
  const finishedAt =
    job.build_finished_at ?? requireSentAt(context, 'end of a job');
  const { project } = job;
  const url = `${project.web_url}/-/jobs/${job.build_id}`;
  const run = readRun(job);
  return [
    {
      type: 'pipeline-task-finished',
      subjects: [
        projectSubject(project),
        commitSubject(job.sha),
        ...(run ? [{ kind: 'pipeline-run' as const, uri: run.url }] : []),
        { kind: 'pipeline-task', uri: url },
      ],
      predicate: {
        task: { id: String(job.build_id), name: job.build_name, url },
        ...(run && { run }),
        outcome,
        commit: job.sha,
        ...(job.runner && {
          runner: readRunner(job.runner, parseSystem(project.web_url)),
        }),
        ...(job.build_started_at && { startedAt: job.build_started_at }),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: SOURCE_ID,
    },
  ];
}

function readRun({ pipeline_id: id, project }: z.output<typeof JobEvent>) {
  return typeof id === 'number'
    ? { id: String(id), url: `${project.web_url}/-/pipelines/${id}` }
    : undefined;
}

function readRunner(runner: Runner, system: string): RunnerOfTask {
  const selfHosted = isSelfHosted(runner, system);
  return {
    name: runner.description || `#${runner.id}`,
    labels: runner.tags ?? [],
    ...(selfHosted !== undefined && { selfHosted }),
  };
}

/**
 * Groups and projects run their own; those of all of gitlab.com are GitLab's.
 * Who runs those of another instance is not reported.
 */
function isSelfHosted(runner: Runner, system: string): boolean | undefined {
  const isShared = runner.runner_type
    ? runner.runner_type === 'instance_type'
    : runner.is_shared;
  if (isShared === false) {
    return true;
  }
  return isShared && system === 'gitlab.com' ? false : undefined;
}
