import { getGitLabRequestOptions } from '@backstage/integration';
import type { GitLabIntegrationConfig } from '@backstage/integration';
import {
  type ApiReading,
  type CollectorContext,
  problemOf,
  RestApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** An answer that is what it should be, or a problem and no value. */
export type One<T> = ApiReading & { readonly value?: T };

/** The items of a list; those of a broken one are the first ones. */
export type Many<T> = ApiReading & { readonly items: readonly T[] };

/** One page of a list, for reading that goes on another time. */
export type PageOf<T> = Many<T> & { readonly next?: number };

/**
 * The REST API of a GitLab (version 4). An answer of another shape than
 * expected is a problem like any other.
 */
export class GitlabApi {
  readonly #rest: RestApi;

  constructor(
    integration: GitLabIntegrationConfig,
    { cache, signal }: Pick<CollectorContext, 'cache' | 'signal'>,
  ) {
    this.#rest = new RestApi({
      name: 'GitLab',
      baseUrl: integration.apiBaseUrl.replace(/(?<!\/)\/+$/, ''),
      headers: async () => getGitLabRequestOptions(integration).headers,
      cache,
      signal,
    });
  }

  /** Clock of GitLab minus ours in ms, as of the last answer. */
  get clockSkew(): number | undefined {
    return this.#rest.clockSkew;
  }

  async one<T extends z.ZodType>(
    path: string,
    shape: T,
  ): Promise<One<z.output<T>>> {
    const reading = await this.#rest.get(path);
    if (!reading.complete) {
      return reading;
    }
    const read = shape.safeParse(reading.answers[0]?.body);
    return read.success
      ? { ...reading, value: read.data }
      : odd(reading, path, read.error);
  }

  /** All pages of a list. */
  async all<T extends z.ZodType>(
    path: string,
    item: T,
  ): Promise<Many<z.output<T>>> {
    const query = `${path}${path.includes('?') ? '&' : '?'}per_page=100`;
    let page = 1;
    const { items, ...reading } = await this.#rest.list(
      `${query}&page=1`,
      (body, headers) => {
        if (!Array.isArray(body)) {
          return undefined;
        }
        const total = headers.get('x-total');
        const { next, problem } = pageAfter(page, headers, path);
        page = next ?? page;
        return {
          items: body,
          ...(problem !== undefined && { problem }),
          ...(next !== undefined && { next: `${query}&page=${next}` }),
          ...(total && { total: Number(total) }),
        };
      },
    );
    return checked({ ...reading, items }, path, item);
  }

  /** One page of a list, and the number of the next one. */
  async page<T extends z.ZodType>(
    path: string,
    page: number,
    item: T,
  ): Promise<PageOf<z.output<T>>> {
    let next: number | undefined;
    const { items, ...reading } = await this.#rest.list(
      `${path}&page=${page}`,
      (body, headers) => {
        const after = pageAfter(page, headers, path);
        next = after.next;
        return Array.isArray(body)
          ? {
              items: body,
              ...(after.problem !== undefined && { problem: after.problem }),
            }
          : undefined;
      },
    );
    return { ...checked({ ...reading, items }, path, item), next };
  }
}

/** The number of the page after one; a list goes on at a later page. */
function pageAfter(
  page: number,
  headers: Headers,
  path: string,
): { next?: number; problem?: string } {
  const told = headers.get('x-next-page')?.trim() ?? '';
  if (told === '') {
    return {};
  }
  return /^\d{1,9}$/.test(told) && Number(told) > page
    ? { next: Number(told) }
    : {
        problem: `GitLab names "${told.slice(
          0,
          50,
        )}" as the page after ${page} of GET ${path}`,
      };
}

function checked<T extends z.ZodType>(
  { items, ...reading }: ApiReading & { items: readonly unknown[] },
  path: string,
  item: T,
): Many<z.output<T>> {
  const read = z.array(item).safeParse(items);
  return read.success
    ? { ...reading, items: read.data }
    : { ...odd(reading, path, read.error), items: [] };
}

function odd(reading: ApiReading, path: string, error: unknown): ApiReading {
  return {
    ...reading,
    complete: false,
    problem:
      reading.problem ??
      `GitLab answered GET ${path} with something else: ${problemOf(error)}`,
  };
}
