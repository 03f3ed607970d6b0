import type { UserAccounts } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Port. The source of users and their accounts in other systems. */
export interface UserDirectory {
  /** All users, page by page; throws when a page can't be read. */
  users(): AsyncIterable<UserAccounts[]>;
}
