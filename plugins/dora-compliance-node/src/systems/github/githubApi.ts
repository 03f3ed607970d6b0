import type { HttpAnswer } from '../../http';

/** How long GitHub wants to be left alone after a secondary rate limit. */
const SECONDARY_LIMIT = 60_000;

/**
 * The headers of each request to the REST API of GitHub.
 *
 * @public
 */
export const githubApiHeaders = {
  accept: 'application/vnd.github+json',
  'user-agent': 'dora-compliance',
  'x-github-api-version': '2022-11-28',
} as const;

/**
 * Milliseconds to wait after a refusal of GitHub that names no time. It meets
 * a secondary rate limit with 403 and a message.
 *
 * @public
 */
export function githubWaitAfter(refusal: HttpAnswer): number | undefined {
  const { status } = refusal;
  const isSecondary =
    status === 403 &&
    /secondary rate limit|abuse detection/i.test(refusal.looseText());
  return status === 429 || isSecondary ? SECONDARY_LIMIT : undefined;
}
