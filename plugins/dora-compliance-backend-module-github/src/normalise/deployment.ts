import {
  commitSubject,
  type Deployment,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type DeploymentEnd,
  deploymentEnded,
  markClassified,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { findArtifact } from './artifact';
import { environmentUrl, isProduction } from './environment';
import {
  Commit,
  toAccount,
  Moment,
  Repository,
  repositorySubject,
  User,
  WebAddress,
} from './fields';
import type { GithubScope } from './GithubScope';
import { isOfSchedule, Trigger } from './trigger';

const DeploymentEvent = z.looseObject({
  repository: Repository,
  deployment: z.looseObject({
    id: z.number(),
    url: WebAddress,
    sha: Commit,
    ref: z.string(),
    environment: z.string().min(1),
    production_environment: z.boolean().nullish(),
    payload: z.unknown().optional(),
    creator: User.nullish(),
    created_at: Moment,
  }),
  workflow_run: Trigger.extend({ html_url: WebAddress }).nullish(),
});

type DeploymentEvent = z.output<typeof DeploymentEvent>;

const StatusEvent = DeploymentEvent.extend({
  deployment_status: z.looseObject({
    state: z.string(),
    // A status may change where its deployment goes.
    environment: z.string().nullish(),
    created_at: Moment,
  }),
});

const MayHaveAction = z.looseObject({ action: z.string().optional() });

/** `deployment`: created. */
export function readDeployment(
  payload: unknown,
  scope: GithubScope,
): Statement[] {
  const { action } = MayHaveAction.parse(payload);
  if (action !== undefined && action !== 'created') {
    return [];
  }
  const event = DeploymentEvent.parse(payload);
  const deployment = describe(event, scope);
  const requestedAt = event.deployment.created_at;
  return [
    {
      type: 'deployment-requested',
      subjects: listSubjects(event, deployment),
      predicate: { deployment, requestedAt },
      observedAt: requestedAt,
      sourceId: 'github',
    },
  ];
}

const ends: ReadonlyMap<string, DeploymentEnd> = new Map([
  ['success', 'deployed'],
  ['failure', 'failure'],
  ['error', 'error'],
]);

/** `deployment_status`: success, failure or error; others report no end. */
export function readDeploymentStatus(
  payload: unknown,
  scope: GithubScope,
): Statement[] {
  const event = StatusEvent.parse(payload);
  const { state, environment, created_at: at } = event.deployment_status;
  const deployment = describe(event, scope, environment || undefined);
  const outcome = ends.get(state);
  return outcome
    ? [
        deploymentEnded(deployment, {
          outcome,
          at,
          subjects: listSubjects(event, deployment),
          sourceId: 'github',
        }),
      ]
    : [];
}

/**
 * A deployment as evidence reports it. It is of production if GitHub marks it
 * so or either name says so: a status can not take it away from production.
 *
 * @param name - its environment, which a status may have changed
 */
function describe(
  event: DeploymentEvent,
  scope: GithubScope,
  name = event.deployment.environment,
): Deployment {
  const { deployment, repository, workflow_run: run } = event;
  const { creator } = deployment;
  const artifact = findArtifact(deployment.payload);
  const isScheduled = creator && run && isOfSchedule(creator, run);
  return {
    id: String(deployment.id),
    // The page for people; the API address stays the subject.
    url: environmentUrl(repository, name),
    commit: deployment.sha,
    ref: deployment.ref,
    environment: {
      name,
      production:
        deployment.production_environment === true ||
        isProduction(name, scope) ||
        isProduction(deployment.environment, scope),
      ...markClassified(name, scope.nonProductionEnvironments),
    },
    ...(!isScheduled && { deployer: toAccount(creator, repository) }),
    ...(artifact && { artifact }),
    ...(run && { runUrl: run.html_url }),
  };
}

function listSubjects(
  event: DeploymentEvent,
  deployment: Deployment,
): Subject[] {
  return [
    repositorySubject(event.repository),
    commitSubject(event.deployment.sha),
    { kind: 'deployment', uri: event.deployment.url },
    ...(deployment.artifact?.digest
      ? [{ kind: 'artifact' as const, digest: deployment.artifact.digest }]
      : []),
  ];
}
