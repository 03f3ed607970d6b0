import { buildPerson, makeCommitSha, makeUuid } from '../github/names';
import { findFolder } from '../chains';

/** The organization of the bank in Azure DevOps. */
export const ORGANIZATION = 'https://dev.azure.com/meridian-bank';

/** An account as Azure DevOps describes it. */
export function buildAzurePerson(login: string) {
  const { name, email } = buildPerson(login);
  const id = makeUuid(`azure ${login}`);
  return {
    displayName: name,
    url: `${ORGANIZATION}/_apis/Identities/${id}`,
    id,
    uniqueName: email,
    imageUrl: `${ORGANIZATION}/_api/_common/identityImage?id=${id}`,
    descriptor: `aad.${makeCommitSha(`azure ${login}`)}`,
  };
}

export function buildAzureProject(service: string) {
  const name = findFolder(service);
  const id = makeUuid(`azure project ${name}`);
  return {
    id,
    name,
    url: `${ORGANIZATION}/_apis/projects/${id}`,
    state: 'wellFormed',
    visibility: 'private',
  };
}

/** The repository of a service as Azure DevOps describes it. */
export function buildAzureRepository(service: string) {
  const project = buildAzureProject(service);
  const id = makeUuid(`azure repository ${service}`);
  return {
    id,
    name: service,
    url: `${ORGANIZATION}/${project.id}/_apis/git/repositories/${id}`,
    project,
    defaultBranch: 'refs/heads/main',
    remoteUrl: `${ORGANIZATION}/${project.name}/_git/${service}`,
    webUrl: `${ORGANIZATION}/${project.name}/_git/${service}`,
  };
}
