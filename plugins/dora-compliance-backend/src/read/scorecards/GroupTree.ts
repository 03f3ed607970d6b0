import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Port. Which groups belong to a group. */
export interface GroupTree {
  /**
   * Some groups and all groups below them that the caller may read, each once,
   * whatever their relations; those that the caller may not read are left out.
   */
  listWithin(
    groupRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]>;

  /** Those of some owners that the catalog has and the caller may read. */
  listKnown(
    ownerRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>>;
}
