import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import type {
  ApiAnswer,
  ConditionalCache,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { boundedFetch } from './boundedFetch';

/** The plugins are typed for another release of the core than they run with. */
type Plugin = Parameters<typeof Octokit.plugin>[0];

const PatientOctokit = Octokit.plugin(
  retry as unknown as Plugin,
  throttling as unknown as Plugin,
);

/** A wait GitHub asks for is kept, once, when it is no longer than this. */
const MAX_WAIT_SECONDS = 60;
const RETRIES = 2;

/** How GitHub is asked. */
export type GithubApiOptions = {
  /** E.g. `https://api.github.com`, without a slash at the end. */
  apiBaseUrl: string;
  /** Credentials, anew for each request. */
  headers(): Promise<Record<string, string>>;
  /** What GitHub counts as a second, in milliseconds; less in tests. */
  second?: number;
};

/** What one request came to. */
export type GithubRead = {
  answer: ApiAnswer;
  /** The address of the next page. */
  next?: string;
  /** How many items there are on all pages, as far as the pages tell. */
  lastPage?: number;
  /** What came instead of a whole answer; the body then is GitHub's. */
  problem?: string;
  /** When to ask again, in milliseconds, where a limit was met. */
  retryAfter?: number;
  /** GitHub's clock minus ours in milliseconds. */
  clockSkew?: number;
};

/** What is kept of an answer: a 304 does not name the next page again. */
const Kept = z.object({ link: z.string().optional(), body: z.unknown() });

/** An error of Octokit that has GitHub's answer with it. */
const Refusal = z.looseObject({
  response: z.looseObject({
    status: z.number(),
    headers: z.record(z.string(), z.unknown()),
    data: z.unknown(),
  }),
});

/** One GitHub host. Asks again, for a while, when it fails or asks to wait. */
export class GithubApi {
  readonly #options: GithubApiOptions;
  readonly #octokit: Octokit;
  /** When it may be asked again, in milliseconds since 1970. */
  #resumesAt = 0;

  constructor(options: GithubApiOptions) {
    const { apiBaseUrl, second = 1000 } = options;
    const isShort = (wait: number, _: unknown, __: unknown, count: number) =>
      wait <= MAX_WAIT_SECONDS && count < 1;
    this.#options = options;
    this.#octokit = new PatientOctokit({
      baseUrl: apiBaseUrl,
      userAgent: 'dora-compliance',
      request: { fetch: boundedFetch },
      retry: { retries: RETRIES, retryAfterBaseValue: second },
      throttle: {
        id: apiBaseUrl,
        retryAfterBaseValue: second,
        onRateLimit: isShort,
        onSecondaryRateLimit: isShort,
      },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
  }

  /**
   * Asks for a path or for an address GitHub named. Never throws for what
   * GitHub does; throws when `signal` ends it.
   */
  async read(
    pathOrUrl: string,
    { cache, signal }: { cache: ConditionalCache; signal: AbortSignal },
  ): Promise<GithubRead> {
    const { apiBaseUrl } = this.#options;
    const url = /^https?:/.test(pathOrUrl)
      ? pathOrUrl
      : `${apiBaseUrl}${pathOrUrl}`;
    if (!url.startsWith(`${apiBaseUrl}/`)) {
      const request = `GET ${url}`;
      const problem = `GitHub leads to another host: ${request}`;
      return { answer: { request, status: 0, body: null }, problem };
    }
    const request = `GET ${url.slice(apiBaseUrl.length)}`;
    const retryAfter = this.#resumesAt - Date.now();
    if (retryAfter > 0) {
      const problem = `GitHub asked to wait, so that there is no answer to ${request}`;
      return {
        answer: { request, status: 429, body: null },
        problem,
        retryAfter,
      };
    }
    try {
      signal.throwIfAborted();
      const known = await cache.get(url);
      const kept = known && Kept.safeParse(known.body);
      const answer = await endedBy(
        signal,
        this.#ask(url, kept?.success ? known?.etag : undefined, signal),
      );
      if (answer.status === 304 && kept?.success) {
        return readOf(request, answer, kept.data);
      }
      const { etag, link } = answer.headers;
      if (etag && answer.status === 200) {
        const body = { ...(link && { link }), body: answer.body };
        await cache.set(url, { etag, body });
      }
      const read = readOf(request, answer, { link, body: answer.body });
      this.#resumesAt = Date.now() + (read.retryAfter ?? 0);
      return read;
    } catch (error) {
      signal.throwIfAborted();
      const why = error instanceof Error ? error.message : String(error);
      const problem = `GitHub gave no whole answer to ${request} (${why})`;
      return { answer: { request, status: 0, body: null }, problem };
    }
  }

  async #ask(
    url: string,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<Asked> {
    try {
      const { status, headers, data } = await this.#octokit.request(
        `GET ${url}`,
        {
          headers: {
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
            ...(etag && { 'if-none-match': etag }),
            ...(await this.#options.headers()),
          },
          request: { signal },
        },
      );
      return { status, headers: textsOf(headers), body: data };
    } catch (error) {
      const response = Refusal.safeParse(error);
      if (!response.success) {
        throw error;
      }
      const { status, headers, data } = response.data.response;
      return { status, headers: textsOf(headers), body: data };
    }
  }
}

type Asked = {
  status: number;
  headers: Record<string, string>;
  body: unknown;
};

function textsOf(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function readOf(
  request: string,
  { status, headers }: Asked,
  { link, body }: { link?: string; body: unknown },
): GithubRead {
  const next = pageOf(link, 'next');
  const last = pageOf(link, 'last');
  const lastPage = Number(/[?&]page=(\d+)/.exec(last ?? '')?.[1]);
  const theirs = Date.parse(headers.date ?? '');
  const whole = status === 200 || status === 304;
  const wait = whole ? undefined : waitOf(status, headers);
  return {
    answer: { request, status, body: body === undefined ? null : body },
    ...(next && { next }),
    ...(lastPage > 0 && { lastPage }),
    ...(!whole && { problem: `GitHub answered ${status} to ${request}` }),
    ...(wait !== undefined && { retryAfter: wait }),
    ...(!Number.isNaN(theirs) && { clockSkew: theirs - Date.now() }),
  };
}

/** `Link: <https://…>; rel="next"` (RFC 8288). */
function pageOf(link: string | undefined, rel: string): string | undefined {
  const links = (link ?? '')
    .split('<')
    .map(part => /^([^>]*)>\s*;[^,]*?rel="(\w+)"/.exec(part));
  return links.find(found => found?.[2] === rel)?.[1];
}

/** Milliseconds until GitHub wants to be asked again after a limit. */
function waitOf(status: number, headers: Record<string, string>) {
  if (status !== 403 && status !== 429) {
    return undefined;
  }
  const seconds = Number(headers['retry-after'] ?? NaN);
  if (seconds >= 0) {
    return seconds * 1000;
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
  return headers['x-ratelimit-remaining'] === '0' && reset > 0
    ? Math.max(0, reset * 1000 - Date.now())
    : undefined;
}

/** Waits no longer than the round lasts, even between two attempts. */
async function endedBy<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
