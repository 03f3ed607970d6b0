import type {
  Digest,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../kernel/database/columns';
import { isSqlite } from '../kernel/database/isSqlite';
import type { PairClaim } from './ClaimedPair';
import { claimPairs } from './KnexClaimPairs';
import { whereFrom } from './KnexWhereFrom';
import { type QueueKey, QueueStart } from './QueueStart';

/** Claims due pairs, and remembers where the queue begins. */
export class KnexPairClaims {
  readonly #knex: Knex;
  readonly #start = new QueueStart();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async claim(options: {
    limit: number;
    now: Instant;
    codes?: readonly Digest[];
  }): Promise<PairClaim> {
    const start = await this.#findStart(options.now);
    const claim = await claimPairs(this.#knex, {
      ...options,
      ...(start && { start }),
    });
    if (!start || claim.pairs.length === options.limit) {
      return claim;
    }
    // What is before the start is due before what comes after.
    this.#start.move(undefined);
    return claim.pairs.length > 0 ? claim : claimPairs(this.#knex, options);
  }

  /** SQLite removes entries at once. */
  async #findStart(now: Instant): Promise<QueueKey | undefined> {
    if (isSqlite(this.#knex)) {
      return undefined;
    }
    const start = this.#start.read(now);
    if (!this.#start.countClaim()) {
      return start;
    }
    const first = await findFirst(this.#knex, start);
    this.#start.move(first);
    return first;
  }
}

async function findFirst(
  knex: Knex,
  start: QueueKey | undefined,
): Promise<QueueKey | undefined> {
  const query = knex('assessment_queue')
    .orderBy(['due_at', 'entity_ref', 'control_id'])
    .limit(1)
    .select('due_at', 'entity_ref', 'control_id');
  const [row]: {
    due_at: StoredInstant;
    entity_ref: string;
    control_id: string;
  }[] = await whereFrom(query, start);
  return (
    row && {
      dueAt: readInstant(row.due_at),
      entityRef: row.entity_ref,
      controlId: row.control_id,
    }
  );
}
