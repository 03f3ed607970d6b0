import {
  commitSubject,
  type Deployment,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { toIdentity, User } from '../accounts';
import { deploymentStatements } from '../deployment';
import { toEnvironment } from '../environment';
import {
  CommitId,
  Moment,
  SOURCE_ID,
  parseSystem,
  WebAddress,
} from '../fields';
import type { GitlabScope } from '../GitlabScope';
import { runUrl } from '../pipelineRun';
import type { PartReader } from './GitlabAnswers';
import { Environment } from './environments';
import type { ProjectSettings } from './ProjectSettings';

export const WholeDeployment = z.looseObject({
  id: z.number().int(),
  ref: z.string(),
  sha: CommitId,
  status: z.string(),
  updated_at: Moment,
  user: User.nullish(),
  environment: z.looseObject({ name: z.string().min(1) }),
  deployable: z
    .looseObject({
      web_url: WebAddress.nullish(),
      finished_at: Moment.nullish(),
      pipeline: z.looseObject({ id: z.number().int() }).nullish(),
    })
    .nullish(),
  approvals: z
    .array(
      z.looseObject({
        user: User.nullish(),
        status: z.enum(['approved', 'rejected']),
        comment: z.string().nullish(),
        created_at: Moment,
      }),
    )
    .nullish(),
});

type WholeDeployment = z.output<typeof WholeDeployment>;

/** Deployments with who approved them. */
export const readDeployments: PartReader = (answers, scope) => {
  const project = answers.project;
  const environments = answers.items(/^\/environments$/, Environment);
  if (!project || !environments) {
    return [];
  }
  const tiers = new Map(environments.map(({ name, tier }) => [name, tier]));
  return answers
    .all(/^\/deployments\/\d+$/, WholeDeployment)
    .flatMap(found => toStatements(found, { project, tiers, scope }));
};

type Context = {
  project: ProjectSettings;
  tiers: ReadonlyMap<string, string | null | undefined>;
  scope: GitlabScope;
};

function toStatements(found: WholeDeployment, context: Context): Statement[] {
  const { project } = context;
  const deployment = describe(found, context);
  const at = isOver(found.status)
    ? found.deployable?.finished_at ?? found.updated_at
    : found.updated_at;
  const told = deploymentStatements(deployment, project, found.status, at);
  return [...told, ...toReviews(found, deployment, project)];
}

function isOver(status: string): boolean {
  return ['success', 'failed', 'canceled'].includes(status);
}

function describe(found: WholeDeployment, context: Context): Deployment {
  const { project, tiers, scope } = context;
  const { environment, deployable, user } = found;
  const { name } = environment;
  return {
    id: String(found.id),
    url: deployable?.web_url ?? `${project.web_url}/-/environments`,
    commit: found.sha,
    ref: found.ref,
    environment: toEnvironment(name, tiers.get(name), scope),
    ...(user && { deployer: toIdentity(user, parseSystem(project.web_url)) }),
    ...(deployable?.pipeline && {
      runUrl: runUrl(project, deployable.pipeline.id),
    }),
  };
}

function toReviews(
  found: WholeDeployment,
  deployment: Deployment,
  project: ProjectSettings,
): Statement[] {
  const run = found.deployable?.pipeline;
  return (found.approvals ?? []).map(approval => ({
    type: 'deployment-reviewed',
    subjects: [
      { kind: 'repository', uri: project.web_url },
      commitSubject(found.sha),
      ...(run
        ? [{ kind: 'pipeline-run' as const, uri: runUrl(project, run.id) }]
        : []),
    ],
    predicate: {
      environment: deployment.environment,
      decision: approval.status,
      ...(approval.user && {
        reviewer: toIdentity(approval.user, parseSystem(project.web_url)),
      }),
      ...(approval.comment && { comment: approval.comment }),
      ...(run && {
        run: { id: String(run.id), url: runUrl(project, run.id) },
      }),
      commit: found.sha,
      decidedAt: approval.created_at,
    },
    observedAt: approval.created_at,
    sourceId: SOURCE_ID,
  }));
}
