import {
  ApiClient,
  type ApiClientOptions,
  type ApiResponse,
  githubApiHeaders,
  githubWaitAfter,
  parseLinks,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { listKeptFields } from './listKeptFields';

/** How GitHub is requested. */
type GithubApiOptions = {
  /** E.g. `https://api.github.com`, without a slash at the end. */
  apiBaseUrl: string;
} & Pick<ApiClientOptions, 'headers' | 'sleep'>;

/** One GitHub host. Retries, for a while, when it fails or asks to wait. */
export class GithubApi extends ApiClient {
  constructor({ apiBaseUrl, headers, sleep }: GithubApiOptions) {
    super({
      name: 'GitHub',
      baseUrl: apiBaseUrl,
      headers: async () => ({
        ...githubApiHeaders,
        ...(await headers()),
      }),
      timeout: 30_000,
      maxBytes: 32 * 1024 * 1024,
      retries: 2,
      // Its message distinguishes a refusal from "there is none".
      keepsRefusals: true,
      keptFields: listKeptFields,
      waitAfter: githubWaitAfter,
      ...(sleep && { sleep }),
    });
  }
}

/** The next page, as an answer links it, or why nobody knows where it is. */
export function readNextPage({ answer, headers }: ApiResponse): {
  next?: string;
  problem?: string;
} {
  const links = parseLinks(headers.get('link') ?? undefined);
  if (!links) {
    return {
      problem: `GitHub answered ${answer.request} with a header Link that can't be read`,
    };
  }
  const next = links.get('next');
  return next === undefined ? {} : { next };
}
