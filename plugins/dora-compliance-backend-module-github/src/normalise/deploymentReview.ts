import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { environmentSubject, isProduction } from './environment';
import {
  Action,
  Commit,
  toIdentity,
  Repository,
  repositorySubject,
  unknownIdentity,
  User,
  WebAddress,
} from './fields';

/** A job of the run; not each one deploys to an environment. */
const Job = z.looseObject({ environment: z.string().nullish() });

const ReviewEvent = z.looseObject({
  action: z.enum(['approved', 'rejected']),
  repository: Repository,
  approver: User.nullish(),
  sender: User.nullish(),
  comment: z.string().nullish(),
  environment: z.string().min(1).nullish(),
  workflow_job_run: Job.nullish(),
  workflow_job_runs: z.array(Job).nullish(),
  workflow_run: z
    .looseObject({
      id: z.number(),
      run_attempt: z.number().int().positive().nullish(),
      html_url: WebAddress,
      head_sha: Commit,
    })
    .nullish(),
});

type ReviewEvent = z.output<typeof ReviewEvent>;

/**
 * `deployment_review`: approved or rejected, once for each environment that was
 * decided on. The payload shows since when the jobs waited, not when the
 * decision fell.
 */
export function readDeploymentReview(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  if (action === 'requested') {
    return [];
  }
  const event = ReviewEvent.parse(payload);
  const environments = listEnvironments(event);
  if (environments.length === 0) {
    throw new TypeError('workflow_job_runs names no environment');
  }
  return environments.map(name => decided(event, name, context));
}

function decided(
  event: ReviewEvent,
  name: string,
  context: DeliveryContext,
): Statement {
  const { repository, workflow_run: run } = event;
  const reviewer = event.approver ?? event.sender;
  const decidedAt = requireMoment(context);
  return {
    type: 'deployment-reviewed',
    subjects: [
      repositorySubject(repository),
      ...(run ? [commitSubject(run.head_sha)] : []),
      environmentSubject(repository, name),
      ...(run ? [{ kind: 'pipeline-run' as const, uri: run.html_url }] : []),
    ],
    predicate: {
      environment: { name, production: isProduction(name, context) },
      decision: event.action,
      reviewer: reviewer
        ? toIdentity(reviewer, repository)
        : unknownIdentity(repository),
      ...(event.comment && { comment: event.comment }),
      ...(run && {
        run: {
          id: String(run.id),
          url: run.html_url,
          ...(run.run_attempt && { attempt: run.run_attempt }),
        },
        commit: run.head_sha,
      }),
      decidedAt,
    },
    observedAt: decidedAt,
    sourceId: 'github',
  };
}

function listEnvironments(event: ReviewEvent): string[] {
  const told = [
    ...(event.workflow_job_runs ?? []).map(job => job.environment),
    event.workflow_job_run?.environment,
    event.environment,
  ];
  return [...new Set(told.flatMap(name => name || []))];
}
