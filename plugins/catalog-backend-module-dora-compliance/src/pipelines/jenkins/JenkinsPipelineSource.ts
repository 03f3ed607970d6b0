import { basicAuthorization } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { DiscoveryError } from '../DiscoveryError';
import type {
  DiscoveredPipeline,
  PipelinePage,
  PipelineSource,
} from '../PipelineSource';
import { readJson } from '../readAnswer';
import {
  ITEM_TREE,
  JenkinsItemShape,
  classifyItem,
  findRepository,
  type JenkinsItem,
} from './JenkinsItem';
import { writeCursor, parseCursor, type JenkinsPlace } from './JenkinsPlace';

/** A Jenkins whose jobs are discovered, folders included. */
export type JenkinsPipelineOptions = {
  /** E.g. `https://ci.bank.example/jenkins`. */
  baseUrl: string;
  /** Who reads; nobody in particular when left out. */
  username?: string;
  apiKey?: string;
  /** Entity reference of who provides this Jenkins. */
  provider?: string;
};

/** Items a page; each costs Jenkins a look at its last build. */
const PER_PAGE = 50;

const FolderShape = z.looseObject({ jobs: z.array(JenkinsItemShape) });

class JenkinsPipelineSource implements PipelineSource {
  readonly id: string;
  readonly #base: URL;
  readonly #headers: Record<string, string>;
  readonly #timeout?: number;

  constructor(options: JenkinsPipelineOptions, timeout?: number) {
    this.#base = new URL(`${options.baseUrl.replace(/(?<!\/)\/+$/, '')}/`);
    const { username, apiKey } = options;
    this.#headers =
      username && apiKey ? basicAuthorization(username, apiKey) : {};
    this.#timeout = timeout;
    this.id = `jenkins:${this.#base.host}${this.#base.pathname.slice(0, -1)}`;
  }

  /** One stretch of one folder; the folders in it come next. */
  async read(cursor?: string): Promise<PipelinePage> {
    const places = parseCursor(cursor);
    const place = places.pop()!;
    const [folder, from] = place;
    const items = await this.#items(place);
    if (!items) {
      return {
        pipelines: [],
        nextCursor: writeCursor([...places, [folder, 0]]),
      };
    }
    if (items.length === PER_PAGE) {
      places.push([folder, from + PER_PAGE, items.at(-1)?.name]);
    }
    const below = items
      .filter(item => classifyItem(item) === 'folder')
      .map((item): JenkinsPlace => [[...folder, item.name], 0]);
    return {
      pipelines: items
        .filter(item => classifyItem(item) === 'pipeline')
        .map(item => this.#pipeline(folder, item)),
      nextCursor: writeCursor([...places, ...below.reverse()]),
    };
  }

  /**
   * Jenkins counts places in a folder, so a job that comes or goes moves all
   * after it. The item before the place reports: when it isn't the one of last
   * time the answer is none, and the folder has to be read from its beginning.
   */
  async #items([folder, from, before]: JenkinsPlace): Promise<
    JenkinsItem[] | undefined
  > {
    const first = before === undefined ? from : from - 1;
    const path = folder
      .map(name => `job/${encodeURIComponent(name)}/`)
      .join('');
    const url = new URL(`${path}api/json`, this.#base);
    url.searchParams.set(
      'tree',
      `jobs[${ITEM_TREE}]{${first},${from + PER_PAGE}}`,
    );
    const { value } = await readJson(FolderShape, {
      name: 'Jenkins',
      url: url.href,
      headers: this.#headers,
      timeout: this.#timeout,
    });
    if (value.jobs.length > from + PER_PAGE - first) {
      throw new DiscoveryError('unexpected', `${url.href}: more than asked`);
    }
    if (before === undefined) {
      return value.jobs;
    }
    return value.jobs[0]?.name === before ? value.jobs.slice(1) : undefined;
  }

  #pipeline(folder: string[], item: JenkinsItem): DiscoveredPipeline {
    const fullName = [...folder, item.name].join('/');
    return {
      host: this.#base.host,
      // Two controllers may share a host; the path tells them apart.
      project: this.#base.pathname.slice(1, -1) || 'jenkins',
      definition: fullName,
      title: item.fullDisplayName ?? fullName,
      url: item.url,
      repository: findRepository(item),
      // What a job does is not in the listing.
      canDeploy: true,
      environments: [],
      runner: { kind: 'self-hosted' },
    };
  }
}

/** Sources for whole Jenkins controllers, with their providers. */
export function createJenkinsPipelineSources(
  options: readonly JenkinsPipelineOptions[],
  deps: { timeout?: number } = {},
): { source: PipelineSource; provider?: string }[] {
  return options.map(jenkins => ({
    source: new JenkinsPipelineSource(jenkins, deps.timeout),
    provider: jenkins.provider,
  }));
}
