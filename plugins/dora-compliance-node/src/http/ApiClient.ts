import { setTimeout } from 'node:timers/promises';
import type { ApiAnswer } from '../collect/ApiAnswer';
import type { ConditionalCache } from '../collect/EvidenceCollector';
import { resolveAddress } from './resolveAddress';
import { fetchWhole, type HttpAnswer } from './fetchWhole';
import { keepAnswer, keptAnswer, withPaging } from './keptAnswer';
import { type KeptFields, parseKept } from './keepFields';
import { retryAfterIn } from './retryAfterIn';

/** A wait that the API asks for is kept if it is no longer than this. */
const MAX_WAIT = 60_000;
/** The pause before the first retry after a fault. It doubles each time. */
const PAUSE = 1000;
/** An address in a problem is cut after so many characters. */
const MAX_SHOWN = 500;

/**
 * How an API is requested.
 *
 * @public
 */
export type ApiClientOptions = {
  /** The name of the system for people, e.g. `GitLab`. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Credentials. Read before each request. An error is a problem too. */
  headers(): Promise<Record<string, string>>;
  /** Milliseconds until a whole answer must be there. Default: 20,000. */
  readonly timeout?: number | undefined;
  /** Bytes an answer may have. Default: 16 MiB. */
  readonly maxBytes?: number | undefined;
  /** How often to retry after a lost connection or a status 5xx. Default: 0. */
  readonly retries?: number;
  /** Milliseconds to wait after a refusal without `Retry-After`. */
  readonly waitAfter?: (refusal: HttpAnswer) => number | undefined;
  /** Whether the JSON of a refusal is kept. Default: false. */
  readonly keepsRefusals?: boolean;
  /**
   * Which fields of answers about secrets are kept. The others are dropped before the
   * answer is cached, returned or described.
   */
  readonly keptFields?: KeptFields;
  /** Waits; for tests. */
  readonly sleep?: (
    milliseconds: number,
    signal?: AbortSignal,
  ) => Promise<void>;
};

/**
 * How an answer is requested and read if it is not JSON.
 *
 * @public
 */
export type ApiFormat = {
  /** Media type, e.g. `application/xml`. */
  readonly accept: string;
  /** Throws an Error when the text is something else. */
  parse(text: string): unknown;
};

/**
 * What a request belongs to.
 *
 * @public
 */
export type ApiContext = {
  readonly cache?: ConditionalCache | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly format?: ApiFormat;
};

/**
 * The result of one request.
 *
 * @public
 */
export type ApiResponse = {
  readonly answer: ApiAnswer;
  readonly headers: Headers;
  /** What came instead of a whole answer. */
  readonly problem?: string;
  /** Milliseconds after which to ask again, where the API reported. */
  readonly retryAfter?: number;
  /** Clock of the system minus ours in milliseconds, where it reported. */
  readonly clockSkew?: number;
};

const JSON_FORMAT: ApiFormat = {
  accept: 'application/json',
  parse: text => JSON.parse(text),
};

/**
 * Requests an API so that nothing is taken for whole that is not: refusals,
 * rate limits and broken answers are problems, which name the request and what
 * came instead. Never throws for what the API does; throws when `signal` ends
 * it.
 *
 * @public
 */
export class ApiClient {
  readonly #options: ApiClientOptions;
  /** When the API may be asked again, in milliseconds since 1970. */
  #resumesAt = 0;

  constructor(options: ApiClientOptions) {
    this.#options = options;
  }

  /** The answer to a path, or to an address that the API named. */
  async read(path: string, context: ApiContext = {}): Promise<ApiResponse> {
    const { baseUrl, name, retries = 0 } = this.#options;
    const url = resolveAddress(path, baseUrl);
    if (!URL.canParse(url)) {
      return this.#failed(url, 0, `${name} leads to an invalid address:`);
    }
    if (!new URL(url).href.startsWith(new URL(`${baseUrl}/`).href)) {
      return this.#failed(url, 0, `${name} leads to another host:`);
    }
    let limits = 1;
    let faults = 0;
    for (;;) {
      const response = await this.#inTurn(url, context);
      const { status } = response.answer;
      if (response.retryAfter !== undefined && limits > 0 && this.#isSoon) {
        limits -= 1;
      } else if (isFault(response, status) && faults < retries) {
        await this.#sleep(PAUSE * 2 ** faults, context.signal);
        faults += 1;
      } else {
        return response;
      }
    }
  }

  /** Milliseconds until the API may be asked again. */
  get #wait(): number {
    return this.#resumesAt - Date.now();
  }

  get #isSoon(): boolean {
    return this.#wait <= MAX_WAIT;
  }

  async #sleep(milliseconds: number, signal?: AbortSignal) {
    const { sleep = pause } = this.#options;
    await sleep(milliseconds, signal);
  }

  /** Waits for its turn. Does not ask if that would take too long. */
  async #inTurn(url: string, context: ApiContext): Promise<ApiResponse> {
    const wait = this.#wait;
    if (!this.#isSoon) {
      const { name } = this.#options;
      return {
        ...this.#failed(
          url,
          429,
          `${name} asked to wait, so that there is no answer to`,
        ),
        retryAfter: wait,
      };
    }
    if (wait > 0) {
      await this.#sleep(wait, context.signal);
    }
    return this.#once(url, context);
  }

  #failed(url: string, status: number, why: string): ApiResponse {
    const request = this.#describeRequest(url).slice(0, MAX_SHOWN);
    return {
      answer: { request, status, body: null },
      headers: new Headers(),
      problem: `${why} ${request}`,
    };
  }

  #describeRequest(url: string): string {
    return `GET ${url.replace(this.#options.baseUrl, '')}`;
  }

  async #once(url: string, context: ApiContext): Promise<ApiResponse> {
    const { cache, signal, format = JSON_FORMAT } = context;
    const { name, timeout, maxBytes, headers } = this.#options;
    try {
      signal?.throwIfAborted();
      const known = await keptAnswer(cache, url);
      const answer = await fetchWhole(url, {
        headers: {
          accept: format.accept,
          ...(known && { 'if-none-match': known.etag }),
          ...(await headers()),
        },
        timeout,
        maxBytes,
        signal,
      });
      if (answer.status === 304 && known) {
        return this.#whole(url, answer, known.body, known.paging);
      }
      if (answer.status !== 200) {
        return this.#refused(url, answer);
      }
      const body = parseKept(answer.text(), format, this.#listKept(url));
      await keepAnswer(cache, url, { headers: answer.headers, body });
      return this.#whole(url, answer, body);
    } catch (error) {
      signal?.throwIfAborted();
      const why = error instanceof Error ? error.message : String(error);
      return this.#failed(url, 0, `${name} gave no whole answer (${why}) to`);
    }
  }

  #listKept(url: string): readonly string[] | undefined {
    const { keptFields, baseUrl } = this.#options;
    return keptFields?.(url.replace(baseUrl, ''));
  }

  #whole(
    url: string,
    answer: HttpAnswer,
    body: unknown,
    paging: Record<string, string> = {},
  ): ApiResponse {
    this.#noteWait(retryAfterIn(answer));
    const { status, headers } = answer;
    return {
      answer: { request: this.#describeRequest(url), status, body },
      headers: withPaging(headers, paging),
      ...clockIn(headers),
    };
  }

  #refused(url: string, answer: HttpAnswer): ApiResponse {
    const { name, keepsRefusals, waitAfter } = this.#options;
    const { status, headers } = answer;
    const retryAfter = retryAfterIn(answer) ?? waitAfter?.(answer);
    this.#noteWait(retryAfter);
    const body = keepsRefusals
      ? parsedOrNull(answer.looseText(), this.#listKept(url))
      : null;
    return {
      answer: { request: this.#describeRequest(url), status, body },
      headers,
      problem: `${name} answered ${status} to ${this.#describeRequest(url)}`,
      ...(retryAfter !== undefined && { retryAfter }),
      ...clockIn(headers),
    };
  }

  #noteWait(wait: number | undefined) {
    if (wait !== undefined) {
      this.#resumesAt = Date.now() + wait;
    }
  }
}

async function pause(milliseconds: number, signal?: AbortSignal) {
  await setTimeout(milliseconds, undefined, signal ? { signal } : {});
}

/** Whether another try may succeed. */
function isFault({ problem }: ApiResponse, status: number): boolean {
  return problem !== undefined && (status === 0 || status >= 500);
}

function clockIn(headers: Headers): { clockSkew?: number } {
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? {} : { clockSkew: theirs - Date.now() };
}

function parsedOrNull(text: string, names?: readonly string[]): unknown {
  try {
    return parseKept(text, JSON_FORMAT, names);
  } catch {
    return null;
  }
}
