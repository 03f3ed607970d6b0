import type { z } from 'zod';
import { DiscoveryError, type DiscoveryFailure } from '../DiscoveryError';

/** How long GitHub asks to wait after a secondary limit that says no time. */
const SECONDARY_LIMIT = 60_000;

/** What asking GitHub takes. */
export type GithubRestOptions = {
  /** E.g. `https://api.github.com`. */
  apiBaseUrl: string;
  headers(): Promise<Record<string, string>>;
  /** Milliseconds until the whole answer must be there. */
  timeout: number;
  now(): number;
};

/** Reads the REST API of GitHub. Whatever is no whole answer is thrown. */
export class GithubRest {
  readonly #options: GithubRestOptions;

  constructor(options: GithubRestOptions) {
    this.#options = options;
  }

  /** A whole answer, and the header that tells of other pages. */
  async get<T extends z.ZodType>(
    path: string,
    shape: T,
  ): Promise<{ body: z.output<T>; link: string | null }> {
    const { response, text } = await this.#ask(path);
    if (response.status !== 200) {
      throw this.#refused(path, response, text);
    }
    const read = shape.safeParse(parseJson(text));
    if (!read.success) {
      throw new DiscoveryError(
        'truncated',
        `GitHub's answer to ${path} is not whole: ${read.error.issues
          .map(issue => `${issue.path.join('.') || 'all of it'}`)
          .join(', ')} can't be read`,
      );
    }
    return { body: read.data, link: response.headers.get('link') };
  }

  async #ask(path: string): Promise<{ response: Response; text: string }> {
    const headers = await this.#options.headers().catch(cause => {
      const message = 'There are no credentials that GitHub takes';
      throw new DiscoveryError('forbidden', message, { cause });
    });
    try {
      const response = await fetch(`${this.#options.apiBaseUrl}${path}`, {
        headers: {
          Accept: 'application/vnd.github+json',
          'X-GitHub-Api-Version': '2022-11-28',
          ...headers,
        },
        // A redirect may lead to a repository of the same name elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#options.timeout),
      });
      return { response, text: await wholeText(path, response) };
    } catch (cause) {
      if (cause instanceof DiscoveryError) {
        throw cause;
      }
      throw new DiscoveryError(
        'unavailable',
        `GitHub did not answer ${path}: ${reasonOf(cause)}`,
        { cause },
      );
    }
  }

  #refused(path: string, response: Response, text: string): DiscoveryError {
    const { status, headers } = response;
    const limited =
      status === 429 ||
      (status === 403 &&
        (headers.has('retry-after') ||
          headers.get('x-ratelimit-remaining') === '0' ||
          /secondary rate limit|abuse detection/i.test(text)));
    return new DiscoveryError(
      limited ? 'rate-limited' : failureOf(status),
      `GitHub answered ${status} to ${path}`,
      limited ? { retryAfter: this.#retryAfter(headers) } : {},
    );
  }

  #retryAfter(headers: Headers): number {
    const seconds = Number(headers.get('retry-after') ?? NaN);
    if (seconds >= 0) {
      return seconds * 1000;
    }
    const reset = Number(headers.get('x-ratelimit-reset') ?? NaN);
    return headers.get('x-ratelimit-remaining') === '0' && reset > 0
      ? Math.max(0, reset * 1000 - this.#options.now())
      : SECONDARY_LIMIT;
  }
}

async function wholeText(path: string, response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    if ((cause as Error).name === 'TimeoutError') {
      throw cause;
    }
    throw new DiscoveryError(
      'truncated',
      `GitHub's answer to ${path} broke off: ${reasonOf(cause)}`,
      { cause },
    );
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function failureOf(status: number): DiscoveryFailure {
  if (status === 401 || status === 403) {
    return 'forbidden';
  }
  if (status === 404 || status === 410) {
    return 'not-found';
  }
  return status >= 500 ? 'unavailable' : 'unexpected';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
