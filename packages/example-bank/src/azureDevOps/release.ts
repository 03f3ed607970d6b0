import type { Story } from '../Story';
import {
  buildAzurePerson,
  buildAzureProject,
  buildAzureRepository,
} from './names';

/** The account with which releases are deployed. */
const DEPLOYER = {
  ...buildAzurePerson('deploy'),
  displayName: 'digital-channels Build Service (meridian-bank)',
  uniqueName: 'Build\\6f6d2c1e-8a52-4a53-9f0c-1f3c5a6f9d11',
  descriptor: 'svc.meridian-bank',
};

/** Resource of `ms.vss-release.deployment-completed-event`. */
export function azureRelease(
  story: Story,
  environment: 'staging' | 'production',
  at: string,
) {
  const { release, number, after } = story;
  const { service } = release;
  const project = buildAzureProject(service);
  const repository = buildAzureRepository(service);
  const described = {
    id: number,
    name: `Release-${number}`,
    url: `https://vsrm.dev.azure.com/meridian-bank/${project.id}/_apis/Release/releases/${number}`,
    artifacts: [
      {
        sourceId: `${project.id}:${repository.id}`,
        type: 'Git',
        alias: `_${service}`,
        definitionReference: {
          project: { id: project.id, name: project.name },
          definition: { id: repository.id, name: service },
          version: { id: after, name: after.slice(0, 8) },
          branch: { id: 'main', name: 'main' },
        },
        isPrimary: true,
      },
    ],
  };
  return {
    environment: {
      id: number * 10 + (environment === 'staging' ? 1 : 2),
      releaseId: number,
      name: environment,
      status: 'succeeded',
      modifiedOn: at,
    },
    deployment: {
      id: number,
      deploymentStatus: 'succeeded',
      requestedFor: DEPLOYER,
      release: described,
    },
    project: { id: project.id, name: project.name },
  };
}
