import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AccountClaim,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { PeopleStore } from './PeopleStore';
import type { UserDirectory } from './UserDirectory';

/**
 * Updates the accounts from the catalog. Controls that depend on identities
 * become due if an account was assigned to another user. Returns how many were.
 */
export async function syncPeople(options: {
  directory: UserDirectory;
  people: PeopleStore;
  controls: Iterable<CompiledControl>;
  logger: LoggerService;
  now: Instant;
  /** Ends the sweep between two pages. */
  signal?: AbortSignal;
}): Promise<number> {
  const { directory, people, controls, logger, now, signal } = options;
  const claims: AccountClaim[] = [];
  let users = 0;
  for await (const page of directory.users()) {
    signal?.throwIfAborted();
    users += page.length;
    claims.push(...page.flatMap(user => user.claims));
    page
      .flatMap(({ problems }) => problems)
      .forEach(problem =>
        logger.warn('An account of a user can not be read', { problem }),
      );
  }
  if (users === 0) {
    // An empty catalog is probably not filled yet, so the known accounts are
    // kept.
    return 0;
  }
  const controlIds = [...controls]
    .filter(({ needs }) => needs.people)
    .map(({ control }) => control.id);
  return people.replace(claims, { controlIds, now });
}
