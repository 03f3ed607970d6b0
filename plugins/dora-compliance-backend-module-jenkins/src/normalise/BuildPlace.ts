import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { matchesPattern } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { isKeepable } from './fields';
import type { JenkinsScope } from './JenkinsScope';

/**
 * Bytes an address may have: it is a key of an index in the database, and
 * reading one takes the square of its length.
 */
const MAX_BYTES = 2000;

/**
 * Where a build is: its controller, its job and its number.
 */
export type BuildPlace = {
  /** Host of the controller, with its port. */
  readonly host: string;
  /** Path of the controller, without slashes at its ends. */
  readonly base: string;
  /** Names of the job and the folders above it, from the top. */
  readonly names: readonly string[];
  /** The combination of a matrix job, or the module of a Maven job. */
  readonly part?: string;
  readonly number: number;
  /** The address of the build, whatever view it was looked at in. */
  readonly url: string;
};

/** Views between folders do not matter; views above them are in the base. */
// bounded: requireShort allows no longer address
const BUILD =
  /^https?:\/\/[^/?#]+\/(|.*?\/)((?:job\/[^/?#]+\/(?:view\/[^/?#]+\/)*)+)(?:([^/?#]+)\/)?(\d{1,9})\/?$/;

/**
 * Reads the address of a build, such as
 * `https://ci.example/jenkins/job/bank/job/ledger/7/`. Throws a TypeError when
 * it is none.
 */
export function parsePlace(url: string): BuildPlace {
  requireShort('url', url);
  const parts = BUILD.exec(url);
  if (!parts || !URL.canParse(url)) {
    throw new TypeError('url is not the address of a build of Jenkins');
  }
  const [, before = '', jobs = '', part, number] = parts;
  const { protocol, host } = new URL(url);
  const base = before.replace(/\/$/, '').replace(/(^|\/)view\/[^]*$/, '');
  const names = [...jobs.matchAll(/(job|view)\/([^/]+)\//g)]
    .filter(([, kind]) => kind === 'job')
    .map(([, , name = '']) => name);
  const path = [
    ...(base ? [base] : []),
    ...names.map(name => `job/${name}`),
    ...(part ? [part] : []),
    number,
  ];
  return {
    host,
    base,
    names: names.map(decoded),
    ...(part && { part: decoded(part) }),
    number: Number(number),
    url: `${protocol}//${host}/${path.join('/')}/`,
  };
}

/**
 * The full name of the pipeline a build belongs to. The branches of a
 * multibranch project are jobs of their own to Jenkins; the project is the
 * pipeline.
 */
export function toDefinition(
  { names }: BuildPlace,
  scope: JenkinsScope,
  isBranch: boolean,
): string {
  const parent = names.slice(0, -1).join('/');
  const isNamed = scope.multibranchProjects.some(pattern =>
    matchesPattern(pattern, parent),
  );
  return parent && (isBranch || isNamed) ? parent : names.join('/');
}

/** The pipeline as discovery names it; the path of a controller is part. */
export function toUrn(
  { host, base }: Pick<BuildPlace, 'host' | 'base'>,
  definition: string,
): string {
  const urn = pipelineUrn({ host, project: base || 'jenkins', definition });
  return requireShort('the URN of the pipeline', urn);
}

function decoded(name: string): string {
  let text = '';
  try {
    text = decodeURIComponent(name);
  } catch {
    // Percent-encoding of what is no text.
  }
  if (!text || !isKeepable(text)) {
    throw new TypeError(
      'url names a job by a NUL, or by percent-encoding of what is no text',
    );
  }
  return text;
}

function requireShort(what: string, address: string): string {
  if (Buffer.byteLength(address) > MAX_BYTES) {
    throw new TypeError(`${what} has more than ${MAX_BYTES} bytes`);
  }
  return address;
}
