import {
  commitSubject,
  type Instant,
  pipelineUrn,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { gitlabCiFile } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { toIdentity, User } from './accounts';
import type { DeliveryContext } from './DeliveryContext';
import {
  CommitId,
  Moment,
  Project,
  projectSubject,
  SOURCE_ID,
  parseSystem,
  wellFormed,
} from './fields';
import { toOutcome } from './outcome';

/** What the webhook and the API both report about a pipeline. */
export const Pipeline = z.looseObject({
  id: z.number().int(),
  name: z.string().nullish(),
  ref: z.string().nullish(),
  tag: z.boolean().nullish(),
  sha: CommitId,
  source: z.string().nullish(),
  status: z.string(),
  created_at: Moment,
  finished_at: Moment.nullish(),
});

export type Pipeline = z.output<typeof Pipeline>;

const PipelineEvent = z.looseObject({
  project: Project,
  /** Of a pipeline of a merge request, and of the children of one. */
  merge_request: z.unknown().optional(),
  user: User.nullish(),
  object_attributes: Pipeline,
});

const AnyState = z.looseObject({
  object_attributes: z.looseObject({ status: z.string() }),
});

/** `pipeline`: ended, whichever way. */
export function readPipeline(
  payload: unknown,
  { sentAt }: DeliveryContext,
): Statement[] {
  const { object_attributes: attributes } = AnyState.parse(payload);
  if (!toOutcome(attributes.status)) {
    return [];
  }
  const event = PipelineEvent.parse(payload);
  const { project, user, object_attributes: run } = event;
  // The event is sent when the pipeline ends.
  const isOpen = !run.finished_at && run.status !== 'skipped' && sentAt;
  return runFinished(
    {
      ...run,
      ...(isOpen && { finished_at: sentAt }),
      ...(event.merge_request !== undefined &&
        event.merge_request !== null && { ref: undefined }),
    },
    project,
    user,
  );
}

/**
 * The statement of a pipeline that ended; none while it has not. The webhook
 * and the API lead to the same one, so only what both report is in it.
 */
export function runFinished(
  run: Pipeline,
  project: Project,
  user: User | null | undefined,
): Statement[] {
  const outcome = toOutcome(run.status);
  if (!outcome) {
    return [];
  }
  const finishedAt = readFinishedAt(run);
  const url = runUrl(project, run.id);
  const definition = definedBy(run, project);
  return [
    {
      type: 'pipeline-run-finished',
      subjects: [
        projectSubject(project),
        commitSubject(run.sha),
        { kind: 'pipeline-run', uri: url },
        ...definition.subjects,
      ],
      predicate: {
        pipeline: {
          name: run.name || project.path_with_namespace,
          ...definition.path,
        },
        run: { id: String(run.id), attempt: 1, url },
        outcome,
        commit: run.sha,
        ...readBranch(run),
        ...(run.source && { trigger: run.source }),
        ...triggeredBy(run, project, user),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: SOURCE_ID,
    },
  ];
}

/**
 * Whose account started a run. The clock starts those of a schedule: the
 * account is that of its owner, who did nothing at that time.
 */
function triggeredBy(
  { source }: Pipeline,
  project: Project,
  user: User | null | undefined,
) {
  return user && !/(^|_)schedule$/.test(source ?? '')
    ? { triggeredBy: toIdentity(user, parseSystem(project.web_url)) }
    : {};
}

/** One that is skipped never starts: it ends where it was created. */
function readFinishedAt(run: Pipeline): Instant {
  const finishedAt =
    run.finished_at ?? (run.status === 'skipped' ? run.created_at : undefined);
  if (!finishedAt) {
    throw new TypeError('finished_at of the pipeline is missing');
  }
  return finishedAt;
}

/**
 * For merge requests, and the children of their pipelines, the webhook reports
 * a branch that may be of a fork, and the API another ref.
 */
function readBranch({ ref, tag, source }: Pipeline) {
  const isBranch =
    !tag && source !== 'merge_request_event' && !ref?.startsWith('refs/');
  return ref && isBranch ? { branch: ref } : {};
}

/**
 * Where a run is defined. A child of another pipeline has a file of its own,
 * which is not reported: it is not the pipeline of the project.
 */
function definedBy({ source }: Pipeline, project: Project) {
  return source === 'parent_pipeline'
    ? { path: {}, subjects: [] }
    : {
        path: { path: gitlabCiFile(project.ci_config_path).path },
        subjects: [pipelineSubject(project)],
      };
}

export function runUrl(project: Project, id: number): string {
  return `${project.web_url}/-/pipelines/${id}`;
}

/** The pipeline as discovery names it in the catalog. */
function pipelineSubject(project: Project): Subject {
  const uri = pipelineUrn({
    host: parseSystem(project.web_url),
    project: wellFormed(project.path_with_namespace),
    definition: wellFormed(gitlabCiFile(project.ci_config_path).path),
  });
  return { kind: 'pipeline', uri };
}
