import type {
  Deployment,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  type Organisation,
  projectUri,
  runUri,
  withoutProject,
} from '../place';
import { type AzureDevOpsScope, isProduction } from './AzureDevOpsScope';
import { identityOf, Moment, organisationOf, Person } from './fields';
import {
  createdAt,
  type EventReader,
  type ServiceHookEvent,
} from './ServiceHookEvent';

const Named = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).nullish(),
  name: z.string().nullish(),
});

const Artifact = z.looseObject({
  type: z.string().nullish(),
  isPrimary: z.boolean().nullish(),
  definitionReference: z
    .looseObject({
      project: Named.nullish(),
      version: Named.nullish(),
      branch: Named.nullish(),
    })
    .nullish(),
});

const Release = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  artifacts: z.array(Artifact).nullish(),
});

const AddressedRelease = Release.extend({
  url: z.string().nullish(),
  _links: z
    .looseObject({
      web: z.looseObject({ href: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

const ReleaseProject = z.looseObject({
  id: z.string().nullish(),
  name: z.string().min(1),
});

const DeploymentResource = z.looseObject({
  environment: z.looseObject({
    id: z.number().int(),
    name: z.string().min(1),
    status: z.string(),
    release: AddressedRelease,
  }),
  project: ReleaseProject,
  deployment: z
    .looseObject({
      requestedFor: Person.nullish(),
      release: z
        .looseObject({ artifacts: z.array(Artifact).nullish() })
        .nullish(),
    })
    .nullish(),
});

const ApprovalResource = z.looseObject({
  approval: z.looseObject({
    approver: Person.nullish(),
    approvedBy: Person.nullish(),
    approvalType: z.string(),
    status: z.string(),
    comments: z.string().nullish(),
    isAutomated: z.boolean().nullish(),
    modifiedOn: Moment,
    release: Release,
    releaseDefinition: z.looseObject({ url: z.string().min(1) }),
    releaseEnvironment: z.looseObject({
      id: z.number().int(),
      name: z.string().min(1),
    }),
  }),
  release: Release.nullish(),
  project: ReleaseProject,
});

type Where = {
  organisation: Organisation;
  project: string;
  release: z.output<typeof Release>;
  environmentId: number;
};

/**
 * `ms.vss-release.deployment-completed-event`. A deployment that succeeded in
 * part is one: something was deployed.
 */
export const readReleaseDeployment: EventReader = (event, scope) => {
  const { environment, project, deployment } = DeploymentResource.parse(
    event.resource,
  );
  const at = createdAt(event);
  const where: Where = {
    organisation: withoutProject(
      organisationOf(addressOf(event, environment.release)),
      project,
    ),
    project: project.name,
    release: {
      ...environment.release,
      artifacts:
        deployment?.release?.artifacts ?? environment.release.artifacts,
    },
    environmentId: environment.id,
  };
  const common = {
    subjects: subjectsOf(where),
    observedAt: at,
    sourceId: 'azure-devops',
  };
  const described = {
    ...describe(where, environment.name, scope),
    ...(deployment?.requestedFor && {
      deployer: identityOf(deployment.requestedFor, where.organisation.host),
    }),
  };
  switch (environment.status) {
    case 'succeeded':
    case 'partiallySucceeded':
      return [
        {
          type: 'service-deployed',
          ...common,
          predicate: { deployment: described, deployedAt: at },
        },
      ];
    case 'rejected':
    case 'canceled':
      return [
        {
          type: 'deployment-failed',
          ...common,
          predicate: {
            deployment: described,
            outcome: environment.status === 'rejected' ? 'failure' : 'error',
            failedAt: at,
          },
        },
      ];
    default:
      return [];
  }
};

/** Not all versions of the event tell the address of the release. */
function addressOf(
  { resourceContainers }: ServiceHookEvent,
  { url, _links }: z.output<typeof AddressedRelease>,
): string {
  return (
    url ?? _links?.web?.href ?? resourceContainers?.collection?.baseUrl ?? ''
  );
}

/**
 * `ms.vss-release.deployment-approval-completed-event` before a deployment.
 * What approved itself was approved by nobody.
 */
export const readReleaseApproval: EventReader = (event, scope) => {
  const { approval, project, release } = ApprovalResource.parse(event.resource);
  const { status, approvalType, modifiedOn, comments } = approval;
  const isDecision = status === 'approved' || status === 'rejected';
  if (!isDecision || approval.isAutomated || approvalType !== 'preDeploy') {
    return [];
  }
  const organisation = withoutProject(
    organisationOf(approval.releaseDefinition.url),
    project,
  );
  const { id, name } = approval.releaseEnvironment;
  const reviewer = approval.approvedBy ?? approval.approver;
  const predicate: Statement<'deployment-reviewed'>['predicate'] = {
    environment: { name, production: isProduction(name, scope) },
    decision: status,
    ...(reviewer && { reviewer: identityOf(reviewer, organisation.host) }),
    ...(comments && { comment: comments }),
    decidedAt: modifiedOn,
  };
  const where: Where = {
    organisation,
    project: project.name,
    release: release ?? approval.release,
    environmentId: id,
  };
  return [
    {
      type: 'deployment-reviewed',
      subjects: subjectsOf(where),
      predicate,
      observedAt: modifiedOn,
      sourceId: 'azure-devops',
    },
  ];
};

function describe(
  where: Where,
  environment: string,
  scope: AzureDevOpsScope,
): Deployment {
  const { release, environmentId } = where;
  const build = buildOf(where);
  return {
    id: `${release.id}/${environmentId}`,
    url: deploymentUri(where),
    ...(build?.branch && { ref: build.branch }),
    environment: {
      name: environment,
      production: isProduction(environment, scope),
    },
    ...(build && { runUrl: build.url }),
  };
}

/** The repository is not told; the build that was deployed may be. */
function subjectsOf(where: Where): Subject[] {
  const build = buildOf(where);
  return [
    { kind: 'deployment', uri: deploymentUri(where) },
    ...(build ? [{ kind: 'pipeline-run' as const, uri: build.url }] : []),
  ];
}

/** The page of a release in an environment. */
function deploymentUri({
  organisation,
  project,
  release,
  environmentId,
}: Where): string {
  return `${projectUri(organisation, project)}/_releaseProgress?releaseId=${
    release.id
  }&environmentId=${environmentId}`;
}

function buildOf({ organisation, release }: Where) {
  const artifacts = release.artifacts ?? [];
  const primary = artifacts.find(({ isPrimary }) => isPrimary) ?? artifacts[0];
  const { project, version, branch } = primary?.definitionReference ?? {};
  return primary?.type === 'Build' && project?.id && version?.id
    ? {
        url: runUri(organisation, project.id, version.id),
        branch: branch?.id?.replace(/^refs\/heads\//, ''),
      }
    : undefined;
}
