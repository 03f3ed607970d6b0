import type { CollectionTarget } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** A repository as its address names it. */
export type GithubTarget = {
  host: string;
  /** Path of its API, e.g. `/repos/bank/ledger`. */
  path: string;
};

/**
 * Reads the address of a repository; undefined for anything else. A name that
 * is no plain path segment, e.g. `%2e%2e`, would lead to another path of the
 * API.
 */
export function githubTarget({
  kind,
  uri,
}: CollectionTarget): GithubTarget | undefined {
  const [, host, owner = '', name = ''] =
    /^https?:\/\/([^/?#]+)\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(uri) ??
    [];
  return kind === 'repository' && host && ![owner, name].some(isDots)
    ? {
        host: host.toLowerCase(),
        path: `/repos/${owner}/${name}`,
      }
    : undefined;
}

function isDots(segment: string): boolean {
  return segment === '.' || segment === '..';
}
