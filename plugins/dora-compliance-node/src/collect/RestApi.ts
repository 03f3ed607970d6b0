import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf } from './addressOf';
import type { ApiAnswer, ApiReading } from './ApiAnswer';
import type { ConditionalCache } from './EvidenceCollector';
import { keepAnswer, keptAnswer, withPaging } from './keptAnswer';
import { readBounded } from './readBounded';

/** Pages are read no further than this. */
const MAX_PAGES = 100;
/** A wait the API asks for is kept when it is no longer than this. */
const MAX_WAIT = 60_000;
/** An address in a problem is cut after so many characters. */
const MAX_SHOWN = 500;

/**
 * How a REST API is asked.
 *
 * @public
 */
export type RestApiOptions = {
  /** How people call the system, e.g. `GitLab`. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Credentials, anew for each request; a fault here is a problem too. */
  headers(): Promise<Record<string, string>>;
  readonly cache?: ConditionalCache;
  readonly signal?: AbortSignal;
  /** Milliseconds until a whole answer must be there. Default: 20,000. */
  readonly timeout?: number;
  /** Bytes an answer may have. Default: 16 MiB. */
  readonly maxBytes?: number;
};

/**
 * A page of a list: its items, and the path or address of the next page.
 *
 * @public
 */
export type RestPage = {
  readonly items: readonly unknown[];
  readonly next?: string;
  /** How many items the API says there are in all. */
  readonly total?: number;
  /** Why it is not known where the list goes on: it is not whole. */
  readonly problem?: string;
};

/**
 * How an answer is asked for and read, where it is not JSON.
 *
 * @public
 */
export type RestFormat = {
  /** Media type, e.g. `application/xml`. */
  readonly accept: string;
  /** Throws an Error when the text is something else. */
  parse(text: string): unknown;
};

const JSON_FORMAT: RestFormat = {
  accept: 'application/json',
  parse: text => JSON.parse(text),
};

/** What one request came to. */
type Read = {
  answer: ApiAnswer;
  headers: Headers;
  problem?: string;
  skew?: number;
};

/**
 * Asks a REST API so that nothing is taken for whole that is not: refusals,
 * limits, broken and missing pages are problems, with the request and what
 * came instead. Never throws for what the API does.
 *
 * @public
 */
export class RestApi {
  readonly #options: RestApiOptions;
  #skew: number | undefined;
  /** When it may be asked again, in milliseconds since 1970. */
  #resumesAt = 0;

  constructor(options: RestApiOptions) {
    this.#options = options;
  }

  /** Clock of the system minus ours in ms, as of the last answer. */
  get clockSkew(): number | undefined {
    return this.#skew;
  }

  /** One answer. */
  async get(path: string, format = JSON_FORMAT): Promise<ApiReading> {
    const { answer, problem, headers } = await this.#read(path, format);
    return reading([answer], problem, retryAfterOf(headers));
  }

  /**
   * All pages of a list. `page` finds items and the next page in an answer;
   * it answers undefined when the answer is no such list.
   */
  async list(
    path: string,
    page: (body: unknown, headers: Headers) => RestPage | undefined,
  ): Promise<ApiReading & { items: readonly unknown[] }> {
    const answers: ApiAnswer[] = [];
    const items: unknown[] = [];
    const seen = new Set<string>();
    let total: number | undefined;
    let next: string | undefined = path;
    while (next !== undefined) {
      if (seen.has(next) || seen.size >= MAX_PAGES) {
        const { name } = this.#options;
        const problem = seen.has(next)
          ? `${name} leads from one page to an earlier one at GET ${path}`
          : `${name} lists more than ${seen.size} pages at GET ${path}`;
        return { ...reading(answers, problem), items };
      }
      seen.add(next);
      const { answer, headers, problem } = await this.#read(next);
      answers.push(answer);
      if (problem) {
        const again = retryAfterOf(headers);
        return { ...reading(answers, problem, again), items };
      }
      const found = page(answer.body, headers);
      if (!found) {
        return { ...reading(answers, this.#noList(answer)), items };
      }
      // One by one: a call takes no list of a million arguments.
      found.items.forEach(item => items.push(item));
      if (found.problem !== undefined) {
        return { ...reading(answers, found.problem), items };
      }
      total = found.total ?? total;
      next = found.next;
    }
    const short =
      total !== undefined && items.length < total
        ? `${this.#options.name} lists ${
            items.length
          } of ${total} at GET ${path}`
        : undefined;
    return { ...reading(answers, short), items };
  }

  #noList({ request }: ApiAnswer): string {
    return `${this.#options.name} answered ${request} with no list`;
  }

  async #read(path: string, format = JSON_FORMAT): Promise<Read> {
    const first = await this.#inTurn(path, format);
    return isLimit(first) && this.#wait <= MAX_WAIT
      ? this.#inTurn(path, format)
      : first;
  }

  /** How long it asked to be left alone, in milliseconds. */
  get #wait(): number {
    return this.#resumesAt - Date.now();
  }

  /** Waits for its turn; does not ask where that would take too long. */
  async #inTurn(path: string, format: RestFormat): Promise<Read> {
    const wait = this.#wait;
    if (wait > MAX_WAIT) {
      const headers = new Headers({
        'retry-after': String(Math.ceil(wait / 1000)),
      });
      return this.#failed(
        path,
        429,
        'asked to wait, so that there is no answer',
        headers,
      );
    }
    if (wait > 0) {
      await sleep(wait, undefined, { signal: this.#options.signal });
    }
    const read = await this.#once(path, format);
    const asked = retryAfterOf(read.headers);
    if (asked !== undefined) {
      this.#resumesAt = Date.now() + asked;
    }
    return read;
  }

  #failed(
    path: string,
    status: number,
    why: string,
    headers = new Headers(),
  ): Read {
    const { name, baseUrl } = this.#options;
    const request = `GET ${path.replace(baseUrl, '')}`.slice(0, MAX_SHOWN);
    return {
      answer: { request, status, body: null },
      headers,
      problem: `${name} ${why} to ${request}`,
    };
  }

  async #once(path: string, format: RestFormat): Promise<Read> {
    const { baseUrl, cache, signal, timeout = 20_000 } = this.#options;
    const url = addressOf(path, baseUrl);
    const request = `GET ${url.replace(baseUrl, '')}`;
    if (!URL.canParse(url)) {
      return this.#failed(url, 0, 'leads to what is no address,');
    }
    if (new URL(url).origin !== new URL(baseUrl).origin) {
      return this.#failed(
        url,
        0,
        `leads to another host, ${new URL(url).host || url.slice(0, 100)},`,
      );
    }
    try {
      const known = await keptAnswer(cache, url);
      const response = await fetch(url, {
        headers: {
          accept: format.accept,
          ...(known && { 'if-none-match': known.etag }),
          ...(await this.#options.headers()),
        },
        // A redirect would carry credentials away, or end at a sign-in page.
        redirect: 'manual',
        signal: AbortSignal.any([
          AbortSignal.timeout(timeout),
          ...(signal ? [signal] : []),
        ]),
      });
      const { status, headers } = response;
      this.#noteClock(headers);
      if (status === 304 && known) {
        await response.body?.cancel();
        return {
          answer: { request, status, body: known.body },
          headers: withPaging(headers, known.paging),
        };
      }
      if (status !== 200) {
        await response.body?.cancel();
        return this.#failed(url, status, `answered ${status}`, headers);
      }
      const text = await readBounded(response, this.#options.maxBytes);
      const body = format.parse(text);
      await keepAnswer(cache, url, { headers, body });
      return { answer: { request, status, body }, headers };
    } catch (error) {
      signal?.throwIfAborted();
      return this.#failed(url, 0, `gave no whole answer (${messageOf(error)})`);
    }
  }

  #noteClock(headers: Headers) {
    const theirs = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(theirs)) {
      this.#skew = theirs - Date.now();
    }
  }
}

function reading(
  answers: ApiAnswer[],
  problem: string | undefined,
  retryAfter?: number,
): ApiReading {
  return problem
    ? {
        answers,
        complete: false,
        problem,
        ...(retryAfter !== undefined && { retryAfter }),
      }
    : { answers, complete: true };
}

function isLimit({ answer, headers }: Read): boolean {
  const isGood = answer.status === 200 || answer.status === 304;
  return !isGood && retryAfterOf(headers) !== undefined;
}

/** Milliseconds the API asks to wait: seconds, or a date (RFC 9110 10.2.3). */
function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.now();
  return wait >= 0 ? wait : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
