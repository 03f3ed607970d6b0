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
export function parsePlace(address: string): Place | undefined {
  const url = webAddress(address);
  if (!url) {
    return undefined;
  }
  const segments = splitPath(url);
  const marker = segments.findIndex((segment, index) =>
    isMarker(segment, segments[index + 1]),
  );
  const before = marker < 0 ? segments : segments.slice(0, marker);
  return isCloud(url)
    ? cloudPlace(url, before)
    : serverPlace(url, before, marker < 0 ? [] : segments.slice(marker));
}

/**
 * The organisation whose own address this is, as events name it in `baseUrl`;
 * on a server all of the path belongs to the collection.
 */
export function organisationAt(address: string): Organisation | undefined {
  const url = webAddress(address);
  if (!url) {
    return undefined;
  }
  const segments = splitPath(url);
  return isCloud(url)
    ? cloudPlace(url, segments)?.organisation
    : collectionAt(url, segments);
}

function webAddress(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Whether the organisation and the project come before this segment. */
function isMarker(segment: string, next = ''): boolean {
  return segment.startsWith('_') || isOldPage(segment, next);
}

/** Pages of collections as old servers name them: `web/build.aspx`. */
function isOldPage(segment: string, next = ''): boolean {
  return /^web$/i.test(segment) && /\.aspx$/i.test(next);
}

const OLD_CLOUD = /^([^.]+)(?:\.[^.]+)?\.visualstudio\.com$/;

function isCloud({ hostname }: URL): boolean {
  return (
    hostname === CLOUD ||
    hostname.endsWith(`.${CLOUD}`) ||
    OLD_CLOUD.test(hostname)
  );
}

/** Organisation and project of the cloud. */
function cloudPlace(url: URL, segments: string[]): Place | undefined {
  const old = OLD_CLOUD.exec(url.hostname)?.[1];
  const [name, ...rest] = old ? [old, ...segments] : segments;
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

/**
 * On a server the collection may lie under any path. Pages are those of a
 * project, and so is the API of releases; other calls of the API mostly name
 * the project by its id or not at all.
 */
function serverPlace(
  url: URL,
  before: string[],
  [marker = '', next = '']: string[],
): Place | undefined {
  const last = before.at(-1) ?? '';
  const isOfProject =
    marker === '_apis' ? /^release$/i.test(next) : !isOldPage(marker, next);
  const isProject = isGuid(last) || (isOfProject && before.length > 1);
  const organisation = collectionAt(
    url,
    isProject ? before.slice(0, -1) : before,
  );
  return organisation && { organisation, ...(isProject && { project: last }) };
}

function collectionAt(url: URL, path: string[]): Organisation | undefined {
  return path.length > 0
    ? {
        host: url.host,
        name: path.join('/'),
        url: [url.origin, ...path.map(encodeURIComponent)].join('/'),
      }
    : undefined;
}

/** The segments of a path as they are read. */
export function splitPath(url: URL): string[] {
  try {
    return url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

export function projectUri(organisation: Organisation, project: string) {
  return `${organisation.url}/${encodeURIComponent(project)}`;
}

/**
 * The page of a run. Its project goes by its id, which all that reports on runs
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
