import {
  commitSubject,
  pipelineUrn,
  type Instant,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { isGuid, parsePlace, type Place, runUri } from '../place';
import { parseRepositoryPlace, repositoryUri } from '../repositoryPlace';
import { branchIn, CommitId, OptionalMoment } from './fields';
import { otherRepository } from './otherRepository';
import { toOutcome } from './outcome';
import {
  createdAt,
  type EventReader,
  type ServiceHookEvent,
} from './ServiceHookEvent';

const Links = z
  .looseObject({
    web: z.looseObject({ href: z.string().nullish() }).nullish(),
  })
  .nullish();

const Pipeline = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  url: z.string().nullish(),
});

const Run = z.looseObject({
  id: z.number().int().nullish(),
  state: z.string(),
  result: z.string().nullish(),
  finishedDate: OptionalMoment,
  url: z.string().nullish(),
  _links: Links,
  pipeline: Pipeline.nullish(),
  resources: z
    .looseObject({
      repositories: z
        .record(
          z.string(),
          z.looseObject({
            refName: z.string().nullish(),
            version: z.string().nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

const UsedRepository = z.looseObject({
  alias: z.string().nullish(),
  type: z.string().nullish(),
  url: z.string().nullish(),
  change: z.looseObject({ version: z.string().nullish() }).nullish(),
});

const Task = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  displayName: z.string().nullish(),
  state: z.string(),
  result: z.string().nullish(),
  startTime: OptionalMoment,
  finishTime: OptionalMoment,
  _links: Links,
});

/** The pipeline is reported by the run, beside it, or by both. */
const RunResource = z.looseObject({
  run: Run,
  pipeline: Pipeline.nullish(),
  projectId: z.string().nullish(),
  repositories: z
    .array(UsedRepository)
    .nullish()
    .transform(list => list ?? []),
});

const StageResource = RunResource.extend({ stage: Task });
const JobResource = RunResource.extend({ job: Task });

/** `ms.vss-pipelines.run-state-changed-event`: completed. */
export const readRun: EventReader = event => {
  const resource = RunResource.parse(event.resource);
  const { run } = resource;
  return run.state === 'completed'
    ? [runFinished(readContext(event, resource), run.finishedDate)]
    : [];
};

/** `ms.vss-pipelines.stage-state-changed-event`: completed. */
export const readStage: EventReader = event => {
  const resource = StageResource.parse(event.resource);
  const { stage } = resource;
  return taskFinished(readContext(event, resource, stage), stage, 's');
};

/** `ms.vss-pipelines.job-state-changed-event`: completed. */
export const readJob: EventReader = event => {
  const resource = JobResource.parse(event.resource);
  const { job } = resource;
  return taskFinished(readContext(event, resource, job), job, 'j');
};

type Context = ReturnType<typeof readContext>;

/** What all events of a run report about it. */
function readContext(
  event: ServiceHookEvent,
  resource: z.output<typeof RunResource>,
  task?: z.output<typeof Task>,
) {
  const { run, repositories } = resource;
  const pipeline = run.pipeline ?? resource.pipeline;
  if (!pipeline) {
    throw new TypeError('resource.run.pipeline is missing');
  }
  const page = run._links?.web?.href ?? task?._links?.web?.href;
  const address = page ?? run.url ?? pipeline.url ?? '';
  const place = parsePlace(address);
  const projectId =
    resource.projectId ||
    event.resourceContainers?.project?.id ||
    place?.project;
  const id = run.id ?? /[?&]buildId=(\d+)/.exec(page ?? '')?.[1];
  if (!place || !projectId || id === undefined) {
    throw new TypeError('resource.run names no organisation, project and id');
  }
  const own =
    repositories.find(({ alias }) => alias === 'self') ?? repositories[0];
  const self = run.resources?.repositories?.self;
  return {
    event,
    run,
    pipeline,
    id: String(id),
    place,
    url: runUri(place.organisation, projectId, id),
    repository: readRepositorySubject(own?.url, place),
    commit: CommitId.safeParse(self?.version ?? own?.change?.version).data,
    branch: branchIn(self?.refName),
  };
}

function readRepositorySubject(
  url: string | null | undefined,
  { organisation }: Place,
): Subject[] {
  const place = parseRepositoryPlace(url ?? '', organisation);
  const onGithub =
    /^https:\/\/(?:api\.github\.com\/repos|github\.com)\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(
      url ?? '',
    )?.[1];
  if (place) {
    return [{ kind: 'repository', uri: repositoryUri(place) }];
  }
  const uri = onGithub
    ? `https://github.com/${onGithub}`
    : otherRepository(url);
  return uri === undefined ? [] : [{ kind: 'repository', uri }];
}

/** Pipelines go by the name of their project, which most events lack. */
function pipelineSubject(place: Place, id: number): Subject[] {
  const { organisation, project } = place;
  if (!project || isGuid(project)) {
    return [];
  }
  const uri = pipelineUrn({
    host: organisation.host,
    project: `${organisation.name}/${project}`,
    definition: String(id),
  });
  return [{ kind: 'pipeline', uri }];
}

function listSubjects({ repository, commit, url, pipeline, place }: Context) {
  return [
    ...repository,
    ...(commit ? [commitSubject(commit)] : []),
    { kind: 'pipeline-run' as const, uri: url },
    ...pipelineSubject(place, pipeline.id),
  ];
}

function runFinished(
  context: Context,
  finished: Instant | null | undefined,
): Statement {
  const { event, run, pipeline, id, url, commit, branch } = context;
  const finishedAt = finished ?? createdAt(event);
  return {
    type: 'pipeline-run-finished',
    subjects: listSubjects(context),
    predicate: {
      pipeline: { name: pipeline.name },
      run: { id, attempt: 1, url },
      outcome: toOutcome(run.result),
      ...(commit && { commit }),
      ...(branch && { branch }),
      finishedAt,
    },
    observedAt: finishedAt,
    sourceId: 'azure-devops',
  };
}

/** Ids of stages and jobs come again in each run of a pipeline. */
function taskFinished(
  context: Context,
  task: z.output<typeof Task>,
  parameter: 's' | 'j',
): Statement[] {
  if (task.state !== 'completed') {
    return [];
  }
  const { event, id, url, commit } = context;
  const taskUrl = `${url}&view=logs&${parameter}=${encodeURIComponent(
    task.id,
  )}`;
  // Stages do not show when they ended; the event is made when they do.
  const finishedAt = task.finishTime ?? createdAt(event);
  return [
    {
      type: 'pipeline-task-finished',
      subjects: [
        ...listSubjects(context),
        { kind: 'pipeline-task', uri: taskUrl },
      ],
      predicate: {
        task: {
          id: `${id}/${task.id}`,
          name: task.displayName || task.name,
          url: taskUrl,
        },
        run: { id, url },
        outcome: toOutcome(task.result),
        ...(commit && { commit }),
        ...(task.startTime && { startedAt: task.startTime }),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: 'azure-devops',
    },
  ];
}
