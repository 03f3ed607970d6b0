import {
  commitSubject,
  type Deployment,
  type Instant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type DeploymentEnd,
  deploymentEnded,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { toIdentity, User } from './accounts';
import {
  type DeliveryContext,
  type Reading,
  requireSentAt,
} from './DeliveryContext';
import { toApproval, DeploymentApproval } from './deploymentApproval';
import { toEnvironment, environmentSubject } from './environment';
import {
  readInstance,
  Moment,
  Project,
  projectSubject,
  SOURCE_ID,
  parseSystem,
  WebAddress,
} from './fields';

const DeploymentProject = Project.extend({ id: z.number().int() });

type DeploymentProject = z.output<typeof DeploymentProject>;

const DeploymentEvent = z.looseObject({
  /** Older versions do not report it. */
  deployment_id: z.number().int().nullish(),
  status: z.string(),
  /** Older versions do not report it. */
  status_changed_at: Moment.nullish(),
  deployable_url: WebAddress.nullish(),
  environment: z.string().min(1),
  environment_tier: z.string().nullish(),
  project: DeploymentProject,
  user: User.nullish(),
  ref: z.string().nullish(),
  commit_url: z.string().nullish(),
  ...DeploymentApproval.shape,
});

type DeploymentEvent = z.output<typeof DeploymentEvent>;

/** Statuses of a deployment that is only made, or will never be. */
const NOTHING_HAPPENED = ['created', 'skipped'];

/** `deployment`: started, waits for approval, was approved or not, or ended. */
export function readDeployment(
  payload: unknown,
  context: DeliveryContext,
): Reading {
  const event = DeploymentEvent.parse(payload);
  const { project, user } = event;
  const at = event.status_changed_at ?? requireSentAt(context, 'deployment');
  const [commit] = /(?<=\/commit\/)[0-9a-f]{40,64}$/i.exec(
    event.commit_url ?? '',
  ) ?? [undefined];
  const deployment: Deployment = {
    id: toDeploymentId(event, at),
    url: event.deployable_url ?? `${project.web_url}/-/environments`,
    ...(commit && { commit }),
    ...(event.ref && { ref: event.ref }),
    environment: toEnvironment(
      event.environment,
      event.environment_tier,
      context,
    ),
    ...(user && { deployer: toIdentity(user, parseSystem(project.web_url)) }),
  };
  const { status } = event;
  if (status === 'approved' || status === 'rejected') {
    return [toApproval(event, status, { deployment, project, at })];
  }
  const statements = deploymentStatements(deployment, project, status, at);
  return statements.length > 0 || NOTHING_HAPPENED.includes(status)
    ? statements
    : { statements, flaws: [`status ${status} was not read`] };
}

/**
 * Older versions report no number: their deployment goes by the address of its
 * job or, without one, by where and when it was.
 */
function toDeploymentId(event: DeploymentEvent, at: Instant): string {
  const { deployment_id: id, deployable_url: job, environment } = event;
  return String(id ?? job ?? `${environment}@${at}`);
}

const ends: ReadonlyMap<string, DeploymentEnd> = new Map([
  ['success', 'deployed'],
  ['failed', 'failure'],
  ['canceled', 'error'],
]);

/** What the status of a deployment says; nothing of one that is only made. */
export function deploymentStatements(
  deployment: Deployment,
  project: DeploymentProject,
  status: string,
  at: Instant,
): Statement[] {
  const subjects = listSubjects(deployment, project);
  if (status === 'blocked' || status === 'running') {
    return [
      {
        type: 'deployment-requested',
        subjects,
        predicate: { deployment, requestedAt: at },
        observedAt: at,
        sourceId: SOURCE_ID,
      },
    ];
  }
  const outcome = ends.get(status);
  const end = { at, subjects, sourceId: SOURCE_ID };
  return outcome ? [deploymentEnded(deployment, { outcome, ...end })] : [];
}

/**
 * A deployment has no page of its own: its address in the API names it. One
 * whose number is not reported has none.
 */
function listSubjects(deployment: Deployment, project: DeploymentProject) {
  const { id, commit, environment } = deployment;
  const api = `${readInstance(project)}/api/v4/projects/${project.id}`;
  return [
    projectSubject(project),
    ...(commit ? [commitSubject(commit)] : []),
    ...(/^\d+$/.test(id)
      ? [{ kind: 'deployment' as const, uri: `${api}/deployments/${id}` }]
      : []),
    environmentSubject(project.web_url, environment.name),
  ];
}
