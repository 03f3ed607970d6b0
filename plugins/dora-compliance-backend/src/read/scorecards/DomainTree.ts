import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Port. Which systems belong to a domain. */
export interface DomainTree {
  /**
   * The systems of a domain and of all domains below it that the caller may read, each
   * once; undefined if there is no such domain, or the caller may not read it.
   */
  listSystems(
    domainRef: string,
    credentials: BackstageCredentials,
  ): Promise<string[] | undefined>;
}
