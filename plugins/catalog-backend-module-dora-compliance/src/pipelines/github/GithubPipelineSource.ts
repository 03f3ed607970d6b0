import { parseLinks } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { DiscoveryError } from '../DiscoveryError';
import type { PipelinePage, PipelineSource } from '../PipelineSource';
import type { GithubRest } from './GithubRest';
import { type Repository, Repositories } from './githubShapes';
import { GithubWorkflows } from './GithubWorkflows';

const REPOSITORIES_PER_PAGE = 100;

/** After so many requests a page ends with the workflows at hand. */
const ENOUGH_REQUESTS = 50;

/**
 * Where reading goes on: behind a repository, by its id, since places shift
 * when repositories are deleted; or at a page of the workflows within the next.
 */
const Place = z.object({
  page: z.number().int().positive(),
  after: z.number().int().optional(),
  within: z
    .object({ repository: z.number().int(), workflowPage: z.number().int() })
    .optional(),
});

type Cursor = z.output<typeof Place>;

/**
 * GitHub Actions workflows of the repositories of an organization. Archived
 * repositories have none that can run.
 */
export class GithubPipelineSource implements PipelineSource {
  readonly id: string;
  readonly #organization: string;
  readonly #rest: GithubRest;
  readonly #workflows: GithubWorkflows;
  readonly #perPage: number;
  readonly #enough: number;

  constructor(options: {
    host: string;
    organization: string;
    rest: GithubRest;
    repositoriesPerPage?: number;
    enoughRequests?: number;
  }) {
    const { host, organization, rest } = options;
    this.id = `github:${host}/${organization}`.toLowerCase();
    this.#organization = organization;
    this.#rest = rest;
    this.#workflows = new GithubWorkflows({ host, rest });
    this.#perPage = options.repositoriesPerPage ?? REPOSITORIES_PER_PAGE;
    this.#enough = options.enoughRequests ?? ENOUGH_REQUESTS;
  }

  async read(cursor?: string): Promise<PipelinePage> {
    const start = parseCursor(cursor);
    const { page, repositories, hasNext } = await this.#repositories(start);
    const pipelines: PipelinePage['pipelines'] = [];
    let after = start.after;
    let requests = 1;
    for (const repository of repositories) {
      let nextPage: number | undefined = firstPage(repository, start);
      while (nextPage !== undefined) {
        if (requests >= this.#enough) {
          const within = { repository: repository.id, workflowPage: nextPage };
          return { pipelines, nextCursor: write({ page, after, within }) };
        }
        const read = await this.#workflows.read(repository, nextPage);
        pipelines.push(...read.pipelines);
        requests += read.requests;
        nextPage = read.nextPage;
      }
      after = repository.id;
    }
    return hasNext
      ? { pipelines, nextCursor: write({ page: page + 1, after }) }
      : { pipelines };
  }

  /**
   * The repositories behind a place. When one before it was deleted meanwhile,
   * the next one moved to the page before: it is looked for there.
   */
  async #repositories({ page, after }: Cursor) {
    const current = await this.#list(page);
    const index = current.all.findIndex(({ id }) => id === after);
    if (page === 1 || index >= 0) {
      return { ...current, page, repositories: behind(current.all, index) };
    }
    const before = await this.#list(page - 1);
    const last = before.all.findIndex(({ id }) => id === after);
    const moved = behind(before.all, last);
    return {
      page,
      hasNext: current.hasNext,
      repositories: [...moved, ...behind(current.all, -1)],
    };
  }

  async #list(page: number) {
    const organization = encodeURIComponent(this.#organization);
    // By creation, so that new ones come last and move no other.
    const { body: all, link } = await this.#rest.get(
      `/orgs/${organization}/repos?type=all&sort=created&direction=asc&per_page=${
        this.#perPage
      }&page=${page}`,
      Repositories,
    );
    // Without the header, a full page may not be the last.
    const hasNext = hasNextPage(link) ?? all.length >= this.#perPage;
    if (hasNext && all.length === 0) {
      throw new DiscoveryError(
        'truncated',
        `GitHub's page ${page} of repositories is empty although more follow`,
      );
    }
    return { all, hasNext };
  }
}

/** Whether a header `Link` names a next page; undefined without the header. */
function hasNextPage(link: string | null): boolean | undefined {
  if (link === null) {
    return undefined;
  }
  const links = parseLinks(link);
  if (!links) {
    throw new DiscoveryError(
      'unexpected',
      `GitHub's header Link can't be read: ${link.slice(0, 100)}`,
    );
  }
  return links.has('next');
}

function behind(all: Repository[], index: number): Repository[] {
  return all.slice(index + 1).filter(({ archived }) => !archived);
}

function firstPage(repository: Repository, { within }: Cursor): number {
  return within?.repository === repository.id ? within.workflowPage : 1;
}

function write(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

function parseCursor(cursor: string | undefined): Cursor {
  if (cursor === undefined) {
    return { page: 1 };
  }
  try {
    return Place.parse(JSON.parse(cursor));
  } catch (cause) {
    throw new DiscoveryError(
      'unexpected',
      `The place to go on, ${cursor}, is none of GitHub's`,
      { cause },
    );
  }
}
