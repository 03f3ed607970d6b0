import {
  commitSubject,
  type Deployment,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type DeploymentEnd,
  deploymentEnded,
  markClassified,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { isProduction } from '../AzureDevOpsScope';
import { type Build, readCommit } from '../build';
import { toBranchName, toIdentity, parseOrganisation } from '../fields';
import { environmentUri, runUri } from '../../place';
import { PATHS } from './paths';
import type { PartReader } from './AzureDevOpsAnswers';
import { deployedRecords, type DeploymentRecord } from './deployedRecords';
import { Environment } from './readEnvironments';

/** Deployments to one environment that ended, made from the target. */
export const readDeployments: PartReader = (answers, scope) => {
  const environment = answers.one(PATHS.environment, Environment);
  if (!environment) {
    return [];
  }
  const { deployed, flaws } = deployedRecords(answers);
  const production = isProduction(environment.name, scope);
  const classified = markClassified(
    environment.name,
    scope.nonProductionEnvironments,
  );
  const statements = deployed.flatMap(({ record, build }): Statement[] => {
    const { finishTime } = record;
    const outcome = toDeploymentEnd(record.result);
    if (!finishTime || !outcome) {
      return [];
    }
    const { deployment, subjects } = describe(
      { name: environment.name, production, ...classified },
      record,
      build,
    );
    return [
      deploymentEnded(deployment, {
        outcome,
        at: finishTime,
        subjects: [...answers.subjects, ...subjects],
        sourceId: 'azure-devops',
      }),
    ];
  });
  return { statements, flaws };
};

/** Jobs that were skipped deployed nothing and failed at nothing. */
function toDeploymentEnd(
  result: string | null | undefined,
): DeploymentEnd | undefined {
  switch (result) {
    case 'succeeded':
    case 'succeededWithIssues':
      return 'deployed';
    case 'failed':
      return 'failure';
    case 'canceled':
    case 'abandoned':
      return 'error';
    default:
      return undefined;
  }
}

function describe(
  environment: Deployment['environment'],
  record: DeploymentRecord,
  build: Build,
) {
  const organisation = parseOrganisation(build.url);
  const page = environmentUri(
    organisation,
    build.project.id,
    record.environmentId,
  );
  const runUrl = runUri(organisation, build.project.id, build.id);
  const commit = readCommit(build);
  const deployment: Deployment = {
    id: String(record.id),
    url: `${page}?view=deployments`,
    ...(commit && { commit }),
    ...(build.sourceBranch && { ref: toBranchName(build.sourceBranch) }),
    environment,
    ...(build.requestedFor && {
      deployer: toIdentity(build.requestedFor, organisation.host),
    }),
    runUrl,
  };
  return {
    deployment,
    subjects: [
      ...(commit ? [commitSubject(commit)] : []),
      {
        kind: 'deployment' as const,
        uri: `${page}?view=deployments&record=${record.id}`,
      },
      { kind: 'environment' as const, uri: page },
      { kind: 'pipeline-run' as const, uri: runUrl },
    ],
  };
}
