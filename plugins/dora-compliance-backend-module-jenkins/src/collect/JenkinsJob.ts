import {
  type ApiReading,
  basicAuthorization,
  type CollectionTarget,
  type CollectorContext,
  type ReadingOf,
  RestApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { JenkinsController } from '../JenkinsOptions';
import type { BuildJson } from '../normalise/BuildJson';
import { parsePlace, toUrn } from '../normalise/BuildPlace';
import { definitionOfUrn } from '../normalise/definitionOfUrn';
import { listKeptFields } from './listKeptFields';
import { parseJobXml } from './parseJobXml';
import { JOB_TREE, JobJson } from '../normalise/Settings';

/**
 * A job of a controller, found by the URN of its pipeline, and what it says of
 * itself, asked for once.
 */
export class JenkinsJob {
  readonly api: RestApi;
  readonly path: string;
  /** The paths of the folders it is in, from the outermost on. */
  readonly folders: readonly string[];
  #self: Promise<ReadingOf<JobJson>> | undefined;

  constructor(
    controller: JenkinsController,
    target: CollectionTarget,
    { cache, signal }: CollectorContext,
  ) {
    const { baseUrl, username, apiKey } = controller;
    const headers =
      username && apiKey ? basicAuthorization(username, apiKey) : {};
    this.api = new RestApi({
      name: 'Jenkins',
      baseUrl: baseUrl.replace(/(?<!\/)\/+$/, ''),
      headers: async () => headers,
      keptFields: listKeptFields,
      cache,
      signal,
    });
    const names = definitionOfUrn(target.uri).split('/');
    this.path = toPath(names);
    this.folders = names
      .slice(1)
      .map((_, at) => toPath(names.slice(0, at + 1)));
  }

  self(): Promise<ReadingOf<JobJson>> {
    this.#self ??= this.api.one(treePath(this.path, JOB_TREE), JobJson);
    return this.#self;
  }

  /**
   * What its configuration says. Few accounts may read it: a refusal is an
   * answer, too.
   */
  async configuration(): Promise<ApiReading> {
    const reading = await this.api.get(`${this.path}/config.xml`, {
      accept: 'application/xml',
      parse: parseJobXml,
    });
    return reading.answers[0]?.status === 403
      ? { answers: reading.answers, complete: true }
      : reading;
  }

  /** Whether its branches are jobs of their own. */
  async isMultibranch(): Promise<boolean> {
    const { value } = await this.self();
    return /MultiBranchProject$/.test(value?._class ?? '');
  }

  /** The path of one of its branches. */
  branch(name: string): string {
    return `${this.path}${toPath([name])}`;
  }
}

/** Whether a URN names a job of a controller; its path is the project. */
export function isOn({ baseUrl }: JenkinsController, urn: string): boolean {
  const { host, pathname } = new URL(baseUrl);
  const base = pathname.replace(/(?<!\/)\/+$/, '').replace(/^\//, '');
  const prefix = toUrn({ host, base }, '').toLowerCase();
  return urn.toLowerCase().startsWith(prefix) && urn.length > prefix.length;
}

/** The path of a build, whatever address the controller thinks it has. */
export function buildPath({ url }: BuildJson): string {
  const { names, part, number } = parsePlace(url);
  const within = part ? `/${encodeURIComponent(part)}` : '';
  return `${toPath(names)}${within}/${number}`;
}

/** The path of the JSON of something, with the fields that are wanted. */
export function treePath(path: string, tree: string): string {
  return `${path}/api/json?tree=${encodeURIComponent(tree)}`;
}

/** The path of a job, from the names of its folders and its own. */
export function toPath(names: readonly string[]): string {
  return names.map(name => `/job/${encodeURIComponent(name)}`).join('');
}
