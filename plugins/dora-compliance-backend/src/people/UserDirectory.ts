import type { UserAccounts } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Port. Where users and their accounts in other systems come from. */
export interface UserDirectory {
  /** All users there are, page by page; throws when a page can't be read. */
  users(): AsyncIterable<UserAccounts[]>;
}
