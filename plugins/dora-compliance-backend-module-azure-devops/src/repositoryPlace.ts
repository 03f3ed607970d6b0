import {
  type Organisation,
  type Place,
  parsePlace,
  projectUri,
  splitPath,
} from './place';

/** A repository of Azure Repos, by the names in its address. */
export type RepositoryPlace = {
  readonly organisation: Organisation;
  readonly project: string;
  readonly name: string;
};

/**
 * The repository a web address names, in any of its forms.
 *
 * @param known - where it lies, where that is known: the address of a server
 *   does not tell its collection from a project
 */
export function parseRepositoryPlace(
  address: string,
  known?: Organisation,
): RepositoryPlace | undefined {
  const place = parsePlace(address);
  const segments = URL.canParse(address) ? splitPath(new URL(address)) : [];
  const name = segments[segments.indexOf('_git') + 1];
  if (!place || !segments.includes('_git') || !name) {
    return undefined;
  }
  if (known && place.project && isProjectIn(known, place)) {
    return { organisation: known, project: name, name };
  }
  // The repository of the same name as its project may leave the project out.
  return {
    organisation: place.organisation,
    project: place.project ?? name,
    name,
  };
}

/** Whether what was taken for a project is the end of a known collection. */
function isProjectIn(known: Organisation, { organisation, project }: Place) {
  return (
    known.host === organisation.host &&
    known.name === `${organisation.name}/${project}`
  );
}

/**
 * The one address of a repository, in the form `.../<project>/_git/<name>`.
 */
export function repositoryUri(repository: RepositoryPlace): string {
  const { organisation, project, name } = repository;
  return `${projectUri(organisation, project)}/_git/${encodeURIComponent(
    name,
  )}`;
}
