import { z } from 'zod';
import { DiscoveryError } from '../DiscoveryError';
import { readJson } from '../readAnswer';

type Query = Record<string, string>;

/** Asks one organisation of Azure DevOps, in the name of Backstage. */
export class AzureDevOpsClient {
  constructor(
    private readonly place: {
      organizationUrl: string;
      /** Headers that prove who asks. */
      headers: () => Promise<Record<string, string>>;
      timeout?: number;
    },
  ) {}

  /** One thing. */
  async one<T>(shape: z.ZodType<T>, path: string): Promise<T> {
    return (await this.#get(shape, path, {})).value;
  }

  /** Some of a list, and the token that leads to the rest. */
  async some<T>(
    item: z.ZodType<T>,
    path: string,
    query: Query,
    token?: string,
  ): Promise<{ items: T[]; token?: string }> {
    const { value: list, headers } = await this.#get(
      z.looseObject({ count: z.number().optional(), value: z.array(item) }),
      path,
      token ? { ...query, continuationToken: token } : query,
    );
    if ((list.count ?? list.value.length) !== list.value.length) {
      throw new DiscoveryError(
        'truncated',
        `${path}: ${list.value.length} of ${list.count}`,
      );
    }
    const next = headers.get('x-ms-continuationtoken') || undefined;
    if (next !== undefined && next === token) {
      throw new DiscoveryError('unexpected', `${path}: the list never ends`);
    }
    return { items: list.value, token: next };
  }

  /** A list to its end; for lists that are short. */
  async all<T>(
    item: z.ZodType<T>,
    path: string,
    query: Query = {},
  ): Promise<T[]> {
    const items: T[] = [];
    const seen = new Set<string>();
    let token: string | undefined;
    do {
      const some = await this.some(item, path, query, token);
      some.items.forEach(one => items.push(one));
      token = some.token;
      if (token !== undefined && seen.has(token)) {
        throw new DiscoveryError('unexpected', `${path}: the list never ends`);
      }
      seen.add(token ?? '');
    } while (token);
    return items;
  }

  async #get<T>(shape: z.ZodType<T>, path: string, query: Query) {
    const search = new URLSearchParams({ 'api-version': '7.1', ...query });
    return readJson(shape, {
      name: 'Azure DevOps',
      url: `${this.place.organizationUrl}/${path}?${search}`,
      headers: await this.place.headers(),
      timeout: this.place.timeout,
    });
  }
}
