import {
  githubApiHeaders,
  githubWaitAfter,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { z } from 'zod';
import { DiscoveryError } from '../DiscoveryError';
import { readJson } from '../readAnswer';

/** What requests to GitHub need. */
type GithubRestOptions = {
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

  /** A whole answer, and the header that reports on other pages. */
  async get<T>(
    path: string,
    shape: z.ZodType<T>,
  ): Promise<{ body: T; link: string | null }> {
    const { apiBaseUrl, timeout, now } = this.#options;
    const credentials = await this.#options.headers().catch(cause => {
      const message = 'There are no credentials that GitHub takes';
      throw new DiscoveryError('forbidden', message, { cause });
    });
    const { value, headers } = await readJson(shape, {
      name: 'GitHub',
      url: `${apiBaseUrl}${path}`,
      headers: { ...githubApiHeaders, ...credentials },
      timeout,
      now,
      waitAfter: githubWaitAfter,
      otherShape: 'truncated',
    });
    return { body: value, link: headers.get('link') };
  }
}
