import type {
  ApiAnswer,
  ApiContext,
  ApiResponse,
  ExpectedDelivery,
  PartReading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { z } from 'zod';
import type { Page } from '../normalise/api/pages';
import { type GithubApi, readNextPage } from './GithubApi';
import { githubDefaults } from '../githubDefaults';

/**
 * A refusal that is an answer: there is nothing. Matches its status and its
 * message, e.g. `404 Branch not protected`.
 */
type Absence = RegExp;

/**
 * The questions about one thing, their answers, and what was not answered. What
 * it returns is whole or nothing; `reading` shows which.
 */
export class Inquiry {
  readonly #api: GithubApi;
  readonly #context: ApiContext;
  readonly #answers: ApiAnswer[] = [];
  readonly #problems: string[] = [];
  readonly expects: ExpectedDelivery[] = [];
  #clockSkew: number | undefined;
  #retryAfter: number | undefined;
  #isBroken = false;
  #permission: string | undefined;

  constructor(
    api: GithubApi,
    { cache, signal }: Pick<ApiContext, 'cache' | 'signal'>,
  ) {
    this.#api = api;
    this.#context = { cache, signal };
  }

  /** When to ask again, where GitHub met us with a limit. */
  get retryAfter(): number | undefined {
    return this.#retryAfter;
  }

  /** Whether an answer failed; what GitHub never reports is no failure. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  get problem(): string | undefined {
    const [first] = this.#problems;
    const more = this.#problems.length - 1;
    return more > 0 ? `${first}; and ${more} more` : first;
  }

  /** An inquiry of its own that starts from the same answers. */
  branch(): Inquiry {
    const other = new Inquiry(this.#api, this.#context);
    other.#answers.push(...this.#answers);
    other.#problems.push(...this.#problems);
    other.#isBroken = this.#isBroken;
    return other;
  }

  /** Names the permission that the next questions take, for when they are refused. */
  requires(permission: string): void {
    this.#permission = permission;
  }

  /** Notes that something is not whole though GitHub answered. */
  lacks(problem: string): void {
    this.#problems.push(problem);
  }

  /**
   * One answer; undefined when it was refused, is not what it should be, or
   * says that there is nothing. Only the last is no problem.
   */
  async get<T>(
    path: string,
    shape: z.ZodType<T>,
    absence?: Absence,
  ): Promise<T | undefined> {
    const read = await this.#read(path);
    if (absence && says(read, absence)) {
      return undefined;
    }
    return this.#understood(read, shape);
  }

  /**
   * All items of a list, over its pages. `isPast` ends it early at the first
   * item that is no longer of interest.
   */
  async list<T>(
    path: string,
    shape: z.ZodType<Page<T>>,
    options: { isPast?: (item: T) => boolean; absence?: Absence } = {},
  ): Promise<T[] | undefined> {
    const items: T[] = [];
    const seen = new Set<string>();
    let next: string | undefined = path;
    let total: number | undefined;
    while (next !== undefined) {
      if (seen.has(next) || seen.size >= githubDefaults.maxPages) {
        this.lacks(
          seen.has(next)
            ? `GitHub leads from one page to an earlier one at GET ${path}`
            : `GitHub lists more than ${githubDefaults.maxPages} pages at GET ${path}`,
        );
        return undefined;
      }
      seen.add(next);
      const read: ApiResponse = await this.#read(next);
      if (options.absence && says(read, options.absence)) {
        return [];
      }
      const page: Page<T> | undefined = this.#understood(read, shape);
      if (!page) {
        return undefined;
      }
      const end = page.items.findIndex(item => options.isPast?.(item));
      const wanted = end < 0 ? page.items : page.items.slice(0, end);
      // One by one: a call takes no list of a million arguments.
      wanted.forEach(item => items.push(item));
      if (end >= 0) {
        return items;
      }
      const after = readNextPage(read);
      if (after.problem !== undefined) {
        this.#fails(after.problem);
        return undefined;
      }
      total = page.total ?? total;
      next = after.next;
    }
    if (total !== undefined && items.length < total) {
      this.lacks(
        `GitHub lists ${items.length} of ${total} items at GET ${path}`,
      );
      return undefined;
    }
    return items;
  }

  /** One page of a list, and where it goes on; empty where there is none. */
  async page<T>(
    path: string,
    shape: z.ZodType<Page<T>>,
    absence?: Absence,
  ): Promise<(Page<T> & { next?: string }) | undefined> {
    const read = await this.#read(path);
    if (absence && says(read, absence)) {
      return { items: [] };
    }
    const page = this.#understood(read, shape);
    const { next, problem } = readNextPage(read);
    if (page && (problem !== undefined || next === path)) {
      this.#fails(
        problem ?? `GitHub leads from a page to itself at GET ${path}`,
      );
      return undefined;
    }
    return page && { ...page, ...(next && { next }) };
  }

  reading(): PartReading {
    const { problem } = this;
    return {
      answers: this.#answers,
      complete: problem === undefined,
      ...(problem !== undefined && { problem }),
      ...(this.expects.length > 0 && { expects: this.expects }),
      ...(this.#clockSkew !== undefined && { clockSkew: this.#clockSkew }),
      ...(this.#retryAfter !== undefined && { retryAfter: this.#retryAfter }),
    };
  }

  async #read(path: string): Promise<ApiResponse> {
    const read = await this.#api.read(path, this.#context);
    this.#answers.push(read.answer);
    this.#clockSkew = read.clockSkew ?? this.#clockSkew;
    this.#retryAfter = longer(this.#retryAfter, read.retryAfter);
    return read;
  }

  #fails(problem: string) {
    this.#isBroken = true;
    this.#problems.push(problem);
  }

  #describeRemedy({ answer: { status } }: ApiResponse): string {
    return this.#permission && [401, 403, 404, 422].includes(status)
      ? `: it takes the permission ${this.#permission}`
      : '';
  }

  #understood<T>(read: ApiResponse, shape: z.ZodType<T>): T | undefined {
    if (read.problem) {
      this.#fails(`${read.problem}${this.#describeRemedy(read)}`);
      return undefined;
    }
    const { request, body } = read.answer;
    const found = shape.safeParse(body);
    if (!found.success) {
      const fields = found.error.issues
        .slice(0, 3)
        .map(({ path, message }) => `${path.join('.') || 'all'} ${message}`);
      this.#fails(
        `GitHub's answer to ${request} can't be read: ${fields.join(', ')}`,
      );
    }
    return found.data;
  }
}

function says({ answer }: ApiResponse, absence: Absence): boolean {
  const body = answer.body as { message?: unknown } | null;
  return (
    answer.status >= 400 &&
    typeof body?.message === 'string' &&
    absence.test(`${answer.status} ${body.message}`)
  );
}

function longer(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? a ?? b : Math.max(a, b);
}
