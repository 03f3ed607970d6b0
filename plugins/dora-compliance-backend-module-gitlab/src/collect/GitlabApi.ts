import { getGitLabRequestOptions } from '@backstage/integration';
import type { GitLabIntegrationConfig } from '@backstage/integration';
import {
  type CollectorContext,
  gitlabNextPage,
  type ListReading,
  type ReadingOf,
  RestApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { z } from 'zod';
import { listKeptFields } from './listKeptFields';

/** One page of a list, for reading that continues another time. */
export type PageOf<T> = ListReading<T> & { readonly next?: number };

/** The REST API of a GitLab (version 4). */
export class GitlabApi {
  readonly #rest: RestApi;

  constructor(
    integration: GitLabIntegrationConfig,
    { cache, signal }: Partial<Pick<CollectorContext, 'cache' | 'signal'>>,
  ) {
    this.#rest = new RestApi({
      name: 'GitLab',
      baseUrl: integration.apiBaseUrl.replace(/(?<!\/)\/+$/, ''),
      headers: async () => getGitLabRequestOptions(integration).headers,
      keptFields: listKeptFields,
      cache,
      signal,
    });
  }

  /** Clock of GitLab minus ours in ms, as of the last answer. */
  get clockSkew(): number | undefined {
    return this.#rest.clockSkew;
  }

  one<T>(path: string, shape: z.ZodType<T>): Promise<ReadingOf<T>> {
    return this.#rest.one(path, shape);
  }

  /** All pages of a list. */
  all<T>(path: string, item: z.ZodType<T>): Promise<ListReading<T>> {
    const query = `${path}${path.includes('?') ? '&' : '?'}per_page=100`;
    let page = 1;
    return this.#rest.listParsed(`${query}&page=1`, item, (body, headers) => {
      const total = headers.get('x-total');
      const { next, ...after } = gitlabNextPage(page, headers, path);
      page = next ?? page;
      return Array.isArray(body)
        ? {
            items: body,
            ...after,
            ...(next !== undefined && { next: `${query}&page=${next}` }),
            ...(total && { total: Number(total) }),
          }
        : undefined;
    });
  }

  /** One page of a list, and the number of the next one. */
  async page<T>(
    path: string,
    page: number,
    item: z.ZodType<T>,
  ): Promise<PageOf<T>> {
    let found: ReturnType<typeof gitlabNextPage> = {};
    const list = await this.#rest.listParsed(
      `${path}&page=${page}`,
      item,
      (body, headers) => {
        const { next, ...after } = gitlabNextPage(page, headers, path);
        found = { ...(next !== undefined && { next }) };
        return Array.isArray(body) ? { items: body, ...after } : undefined;
      },
    );
    return { ...list, ...found };
  }
}
