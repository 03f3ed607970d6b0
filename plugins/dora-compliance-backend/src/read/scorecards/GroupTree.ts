import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Port. Which groups belong to a group. */
export interface GroupTree {
  /**
   * A group and all groups below it that the caller may read, each once, whatever
   * their relations; none if the caller may not read the group itself.
   */
  listWithin(
    groupRef: string,
    credentials: BackstageCredentials,
  ): Promise<string[]>;
}
