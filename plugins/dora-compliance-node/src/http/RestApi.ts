import type { z } from 'zod';
import type { ApiAnswer, ApiReading } from '../collect/ApiAnswer';
import { describeProblem } from '../source/normaliseJson';
import {
  ApiClient,
  type ApiClientOptions,
  type ApiContext,
  type ApiFormat,
  type ApiResponse,
} from './ApiClient';
import { collectorDefaults } from '../collect/collectorDefaults';

/**
 * How a REST API is requested, and for what.
 *
 * @public
 */
export type RestApiOptions = ApiClientOptions & Omit<ApiContext, 'format'>;

/**
 * A page of a list: its items, and the path or address of the next page.
 *
 * @public
 */
export type RestPage = {
  readonly items: readonly unknown[];
  readonly next?: string | undefined;
  /** How many items the API says there are in all. */
  readonly total?: number;
  /** Why it is not known where the list continues: it is incomplete. */
  readonly problem?: string;
};

/**
 * An answer in its shape. Without a value, the reading is incomplete.
 *
 * @public
 */
export type ReadingOf<T> = ApiReading & { readonly value?: T };

/**
 * Items in their shape. Those of an incomplete reading are the first ones.
 *
 * @public
 */
export type ListReading<T> = ApiReading & { readonly items: readonly T[] };

/**
 * Reads the answers and lists of a REST API. An answer of another shape, and a
 * list of which a page is missing, are incomplete and say why.
 *
 * @public
 */
export class RestApi {
  readonly #client: ApiClient;
  readonly #context: ApiContext;
  readonly #name: string;
  #skew: number | undefined;

  constructor(options: RestApiOptions) {
    const { cache, signal, ...client } = options;
    this.#client = new ApiClient(client);
    this.#context = { cache, signal };
    this.#name = options.name;
  }

  /** Clock of the system minus ours in ms, as of the last answer. */
  get clockSkew(): number | undefined {
    return this.#skew;
  }

  /** One answer. */
  async get(path: string, format?: ApiFormat): Promise<ApiReading> {
    const response = await this.#read(path, format);
    return reading([response.answer], response);
  }

  /** One answer of a shape. */
  async one<T>(path: string, shape: z.ZodType<T>): Promise<ReadingOf<T>> {
    const found = await this.get(path);
    if (!found.complete) {
      return found;
    }
    const [answer] = found.answers;
    const read = shape.safeParse(answer?.body);
    return read.success
      ? { ...found, value: read.data }
      : this.#unexpected(found, answer?.request, read.error);
  }

  /**
   * All pages of a list. `page` finds items and the next page in an answer;
   * it answers undefined when the answer is no such list.
   */
  async list(
    path: string,
    page: (body: unknown, headers: Headers) => RestPage | undefined,
  ): Promise<ListReading<unknown>> {
    const answers: ApiAnswer[] = [];
    const items: unknown[] = [];
    const seen = new Set<string>();
    const incomplete = (problem: string) => ({
      ...reading(answers, { problem }),
      items,
    });
    let total: number | undefined;
    let next: string | undefined = path;
    while (next !== undefined) {
      if (seen.has(next)) {
        return incomplete(
          `${this.#name} leads from one page to an earlier one at GET ${path}`,
        );
      }
      if (seen.size >= collectorDefaults.maxPages) {
        return incomplete(
          `${this.#name} lists more than ${
            collectorDefaults.maxPages
          } pages at GET ${path}`,
        );
      }
      seen.add(next);
      const response: ApiResponse = await this.#read(next);
      answers.push(response.answer);
      if (response.problem !== undefined) {
        return { ...reading(answers, response), items };
      }
      const found = page(response.answer.body, response.headers);
      if (!found) {
        const { request } = response.answer;
        return incomplete(`${this.#name} answered ${request} with no list`);
      }
      // One by one: a call takes no list of a million arguments.
      found.items.forEach(item => items.push(item));
      if (found.problem !== undefined) {
        return incomplete(found.problem);
      }
      total = found.total ?? total;
      next = found.next;
    }
    return total !== undefined && items.length < total
      ? incomplete(
          `${this.#name} lists ${items.length} of ${total} at GET ${path}`,
        )
      : { ...reading(answers), items };
  }

  /** All pages of a list whose items have a shape. */
  async listParsed<T>(
    path: string,
    shape: z.ZodType<T>,
    page: (body: unknown, headers: Headers) => RestPage | undefined,
  ): Promise<ListReading<T>> {
    const { items, ...found } = await this.list(path, page);
    const read = shape.array().safeParse(items);
    return read.success
      ? { ...found, items: read.data }
      : { ...this.#unexpected(found, `GET ${path}`, read.error), items: [] };
  }

  /** An earlier problem is the reason for this one. */
  #unexpected(
    found: ApiReading,
    request: string | undefined,
    error: unknown,
  ): ApiReading {
    const problem =
      found.problem ??
      `${this.#name} answered ${request} in another form: ${describeProblem(
        error,
      )}`;
    return { ...found, complete: false, problem };
  }

  async #read(path: string, format?: ApiFormat): Promise<ApiResponse> {
    const context = { ...this.#context, ...(format && { format }) };
    const response = await this.#client.read(path, context);
    this.#skew = response.clockSkew ?? this.#skew;
    return response;
  }
}

function reading(
  answers: ApiAnswer[],
  { problem, retryAfter }: { problem?: string; retryAfter?: number } = {},
): ApiReading {
  return problem === undefined
    ? { answers, complete: true }
    : {
        answers,
        complete: false,
        problem,
        ...(retryAfter !== undefined && { retryAfter }),
      };
}
