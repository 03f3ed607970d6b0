import type {
  AccountClaim,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByAccepted } from '../due/KnexMarkAccepted';
import { markDueByControls } from '../due/KnexMarkDue';
import { inChunks } from '../kernel/database/columns';
import type { PeopleStore } from './PeopleStore';

type ClaimRow = { key: string; user_ref: string; how: AccountClaim['how'] };

/** Accounts and their users in the database of the plugin. */
export class KnexPeopleStore implements PeopleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async claimsOn(keys: readonly string[]): Promise<AccountClaim[]> {
    const found: AccountClaim[] = [];
    for (const chunk of inChunks([...new Set(keys)])) {
      const rows: ClaimRow[] = await this.#knex('account_user').whereIn(
        'key',
        chunk,
      );
      found.push(
        ...rows.map(({ key, user_ref, how }) => ({
          key,
          userRef: user_ref,
          how,
        })),
      );
    }
    return found;
  }

  async replace(
    claims: readonly AccountClaim[],
    affected: { controlIds: readonly string[]; now: Instant },
  ): Promise<number> {
    return this.#knex.transaction(async transaction => {
      const rows: ClaimRow[] = await transaction('account_user').select(
        'key',
        'user_ref',
        'how',
      );
      const known = byIdentity(rows);
      const wanted = byIdentity(
        claims.map(({ key, userRef, how }) => ({
          key,
          user_ref: userRef,
          how,
        })),
      );
      const gone = without(known, wanted);
      const come = without(wanted, known);
      for (const chunk of inChunks(gone, 300)) {
        await transaction('account_user')
          .whereIn(
            ['key', 'user_ref', 'how'],
            chunk.map(({ key, user_ref, how }) => [key, user_ref, how]),
          )
          .delete();
      }
      for (const chunk of inChunks(come, 300)) {
        await transaction('account_user').insert(chunk);
      }
      const changed = gone.length + come.length;
      if (changed > 0) {
        const { controlIds, now } = affected;
        await markDueByControls(transaction, controlIds, now);
        await markDueByAccepted(transaction, now);
      }
      return changed;
    });
  }
}

function byIdentity(rows: readonly ClaimRow[]): Map<string, ClaimRow> {
  return new Map(
    rows.map(row => [JSON.stringify([row.key, row.user_ref, row.how]), row]),
  );
}

function without(
  rows: ReadonlyMap<string, ClaimRow>,
  others: ReadonlyMap<string, ClaimRow>,
): ClaimRow[] {
  return [...rows].flatMap(([name, row]) => (others.has(name) ? [] : row));
}
