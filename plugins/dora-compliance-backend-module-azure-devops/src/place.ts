/** An organisation of Azure DevOps Services, or a collection of a server. */
export type Organisation = {
  /** Host of the accounts and pipelines, e.g. `dev.azure.com`. */
  readonly host: string;
  readonly name: string;
  /** Its address, without a slash at the end. */
  readonly url: string;
};

/** What an address of Azure DevOps names. */
export type Place = {
  readonly organisation: Organisation;
  /** Name or id of the project, where the address has one. */
  readonly project?: string;
};

/** A repository of Azure Repos, by the names in its address. */
export type RepositoryPlace = {
  readonly organisation: Organisation;
  readonly project: string;
  readonly name: string;
};

/** The host organisations are known by, whatever older address they have. */
const CLOUD = 'dev.azure.com';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a segment of an address is an id and no name. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/**
 * Where an address of the API or of a page lies, or undefined when it is none
 * of Azure DevOps. Addresses of `<organisation>.visualstudio.com` and those
 * of single services (`vsrm.dev.azure.com`) lie in `dev.azure.com`.
 */
export function placeOf(address: string): Place | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  const segments = segmentsOf(url);
  const marker = segments.findIndex(segment => segment.startsWith('_'));
  const before = marker < 0 ? segments : segments.slice(0, marker);
  const cloud = cloudOrganisation(url.hostname, before);
  if (cloud) {
    const [name, ...rest] = cloud;
    const [project] = rest.filter(
      (segment, index) => index > 0 || !/^DefaultCollection$/i.test(segment),
    );
    return name
      ? {
          organisation: {
            host: CLOUD,
            name,
            url: `https://${CLOUD}/${encodeURIComponent(name)}`,
          },
          ...(project && { project }),
        }
      : undefined;
  }
  return serverPlace(url, before, segments[marker]);
}

/** The organisation and what follows it, when it is one of the cloud. */
function cloudOrganisation(
  host: string,
  segments: string[],
): string[] | undefined {
  if (host === CLOUD || host.endsWith(`.${CLOUD}`)) {
    return segments;
  }
  const old = /^([^.]+)(?:\.[^.]+)?\.visualstudio\.com$/.exec(host);
  return old?.[1] ? [old[1], ...segments] : undefined;
}

/**
 * On a server the collection may lie under any path. Pages are those of a
 * project; calls of the API mostly name the project by its id or not at all.
 */
function serverPlace(
  url: URL,
  before: string[],
  marker: string | undefined,
): Place | undefined {
  const last = before.at(-1) ?? '';
  const isProject = isGuid(last) || (marker !== '_apis' && before.length > 1);
  const path = isProject ? before.slice(0, -1) : before;
  return path.length > 0
    ? {
        organisation: {
          host: url.host,
          name: path.join('/'),
          url: [url.origin, ...path.map(encodeURIComponent)].join('/'),
        },
        ...(isProject && { project: last }),
      }
    : undefined;
}

function segmentsOf(url: URL): string[] {
  try {
    return url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

/**
 * The repository a web address names, in any of its forms.
 *
 * @param known - where it lies, where that is known: the address of a server
 *   does not tell its collection from a project
 */
export function repositoryPlaceOf(
  address: string,
  known?: Organisation,
): RepositoryPlace | undefined {
  const place = placeOf(address);
  const segments = URL.canParse(address) ? segmentsOf(new URL(address)) : [];
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
 * The organisation of an address that may name one of its projects at its
 * end, which looks like a part of the collection on a server.
 */
export function withoutProject(
  organisation: Organisation,
  project: { readonly id?: string | null; readonly name: string },
): Organisation {
  const parts = organisation.name.split('/');
  const last = parts.at(-1);
  return parts.length > 1 && (last === project.name || last === project.id)
    ? {
        ...organisation,
        name: parts.slice(0, -1).join('/'),
        url: organisation.url.replace(/\/[^/]*$/, ''),
      }
    : organisation;
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

export function projectUri(organisation: Organisation, project: string) {
  return `${organisation.url}/${encodeURIComponent(project)}`;
}

/**
 * The page of a run. Its project goes by its id, which all that tells of runs
 * has, and which stays when the project is renamed.
 */
export function runUri(
  organisation: Organisation,
  projectId: string,
  buildId: string | number,
): string {
  return `${projectUri(
    organisation,
    projectId,
  )}/_build/results?buildId=${buildId}`;
}

/** The page of an environment. */
export function environmentUri(
  organisation: Organisation,
  projectId: string,
  id: string | number,
): string {
  return `${projectUri(organisation, projectId)}/_environments/${id}`;
}
