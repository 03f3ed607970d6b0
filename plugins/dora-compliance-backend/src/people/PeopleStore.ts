import type {
  AccountClaim,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Port. Which accounts belong to which user, as of the last sweep. */
export interface PeopleStore {
  /** What the catalog says of the accounts under some keys. */
  claimsOn(keys: readonly string[]): Promise<AccountClaim[]>;

  /**
   * Stores these as all claims. If one was added or removed, controls become
   * due for all assets. Returns how many were.
   */
  replace(
    claims: readonly AccountClaim[],
    affected: { controlIds: readonly string[]; now: Instant },
  ): Promise<number>;
}
