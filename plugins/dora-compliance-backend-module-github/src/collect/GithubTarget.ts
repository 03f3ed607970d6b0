import type { CollectionTarget } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** A repository as its address names it. */
export type GithubTarget = {
  host: string;
  /** Path of its API, e.g. `/repos/bank/ledger`. */
  path: string;
};

/** Reads the address of a repository; undefined for anything else. */
export function githubTarget({
  kind,
  uri,
}: CollectionTarget): GithubTarget | undefined {
  const [, host, owner = '', name = ''] =
    /^https?:\/\/([^/?#]+)\/([^/?#]+)\/([^/?#]+?)(?:\.git)?\/?$/.exec(uri) ??
    [];
  return kind === 'repository' && host
    ? {
        host: host.toLowerCase(),
        path: `/repos/${owner}/${name}`,
      }
    : undefined;
}
