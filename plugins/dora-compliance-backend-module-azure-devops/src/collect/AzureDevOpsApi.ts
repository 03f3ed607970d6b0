import {
  type CollectorContext,
  type ReadingOf,
  RestApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { azureDevOpsDefaults } from '../azureDevOpsDefaults';
import { listKeptFields } from './listKeptFields';

type Query = Readonly<Record<string, string>>;

const VERSION = '7.1';

const List = z.looseObject({
  count: z.number(),
  value: z.array(z.unknown()),
});

/**
 * Asks one organisation of Azure DevOps. An answer of another shape, a list
 * shorter than it says and the page to sign in are no answers.
 */
export class AzureDevOpsApi {
  readonly #rest: RestApi;

  constructor(options: {
    /** Address of the organisation, without a slash at the end. */
    organisationUrl: string;
    headers: () => Promise<Record<string, string>>;
    context: CollectorContext;
  }) {
    this.#rest = new RestApi({
      name: 'Azure DevOps',
      baseUrl: options.organisationUrl,
      headers: options.headers,
      keptFields: listKeptFields,
      cache: options.context.cache,
      signal: options.context.signal,
    });
  }

  get clockSkew(): number | undefined {
    return this.#rest.clockSkew;
  }

  /** One thing. */
  one<T>(
    path: string,
    shape: z.ZodType<T>,
    query: Query = {},
  ): Promise<ReadingOf<T>> {
    return this.#rest.one(address(path, query), shape);
  }

  /** A list to its end, by its continuation tokens. */
  async all(path: string, query: Query = {}) {
    return this.#rest.list(address(path, query), (body, headers) => {
      const items = readItems(body);
      const token = headers.get('x-ms-continuationtoken');
      return (
        items && { items, ...(token && { next: address(path, query, token) }) }
      );
    });
  }

  /**
   * A list to its end that counts what is left out instead.
   *
   * @param sign - what the names of the parameters begin with
   */
  async allBySkip(path: string, query: Query = {}, sign: '$' | '' = '$') {
    let skip = 0;
    const at = () =>
      address(path, {
        ...query,
        [`${sign}top`]: String(azureDevOpsDefaults.pageSize),
        [`${sign}skip`]: String(skip),
      });
    return this.#rest.list(at(), body => {
      const items = readItems(body);
      skip += azureDevOpsDefaults.pageSize;
      return (
        items && {
          items,
          ...(items.length === azureDevOpsDefaults.pageSize && { next: at() }),
        }
      );
    });
  }

  /** One page of a list, and the token of the next. */
  async page(path: string, query: Query, token?: string) {
    let next: string | undefined;
    const reading = await this.#rest.list(
      address(path, query, token),
      (body, headers) => {
        const items = readItems(body);
        next = headers.get('x-ms-continuationtoken') || undefined;
        return items && { items };
      },
    );
    return next !== undefined && next === token
      ? {
          ...reading,
          complete: false as const,
          problem: `Azure DevOps leads from a page of GET ${path} to itself`,
          next: undefined,
        }
      : { ...reading, next };
  }
}

function address(path: string, query: Query, token?: string): string {
  const search = new URLSearchParams({
    ...query,
    ...(token && { continuationToken: token }),
    'api-version': query['api-version'] ?? VERSION,
  });
  return `${path}?${search}`;
}

/** The items of a list that is as long as it says. */
function readItems(body: unknown): unknown[] | undefined {
  const list = List.safeParse(body).data;
  return list && list.count === list.value.length ? list.value : undefined;
}
