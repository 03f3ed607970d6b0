import type { Deployment } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  deploymentEnded,
  markClassified,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type AzureDevOpsScope, isProduction } from './AzureDevOpsScope';
import { toIdentity, type Person } from './fields';
import { DeploymentResource } from './releaseShapes';
import {
  readOrigin,
  releaseStage,
  type ReleaseStage,
  stageSubjects,
  stageUri,
} from './releaseStage';
import { createdAt, type EventReader, type Reading } from './ServiceHookEvent';

/** `ms.vss-release.deployment-completed-event`. */
export const readRelease: EventReader = (event, scope): Reading => {
  const { deployment, project, release, ...resource } =
    DeploymentResource.parse(event.resource);
  const environment =
    resource.environment ??
    deployment?.environment ??
    deployment?.releaseEnvironment;
  const stage = releaseStage(event, {
    environment,
    releases: [environment?.release, deployment?.release, release],
    project,
  });
  const status =
    environment?.status ?? deployment?.status ?? deployment?.deploymentStatus;
  const outcome = toDeploymentEnd(status);
  if (outcome === 'unknown') {
    return {
      statements: [],
      flaws: [`the status of the deployment, ${status}, is unknown`],
    };
  }
  if (outcome === 'unfinished') {
    return [];
  }
  const at = createdAt(event);
  return [
    deploymentEnded(describe(stage, deployment?.requestedFor, scope), {
      outcome,
      at,
      subjects: stageSubjects(stage),
      sourceId: 'azure-devops',
    }),
  ];
};

/** A deployment that succeeded in part is one: something was deployed. */
function toDeploymentEnd(status: string | null | undefined) {
  switch (status?.toLowerCase()) {
    case 'succeeded':
    case 'partiallysucceeded':
      return 'deployed';
    case 'rejected':
    case 'failed':
      return 'failure';
    case 'canceled':
    case 'notdeployed':
      return 'error';
    case 'inprogress':
    case 'notstarted':
    case 'queued':
    case 'scheduled':
      return 'unfinished';
    default:
      return 'unknown';
  }
}

function describe(
  stage: ReleaseStage,
  requestedFor: Person | null | undefined,
  scope: AzureDevOpsScope,
): Deployment {
  const { organisation, releaseId, environment } = stage;
  const { commit, ref, runUrl } = readOrigin(stage);
  return {
    id: `${releaseId}/${environment.id}`,
    url: stageUri(stage),
    ...(commit && { commit }),
    ...(ref && { ref }),
    environment: {
      name: environment.name,
      production: isProduction(environment.name, scope),
      ...markClassified(environment.name, scope.nonProductionEnvironments),
    },
    ...(requestedFor && {
      deployer: toIdentity(requestedFor, organisation.host),
    }),
    ...(runUrl && { runUrl }),
  };
}
