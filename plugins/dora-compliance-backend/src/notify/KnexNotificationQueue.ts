import { randomUUID } from 'node:crypto';
import type {
  ControlStatus,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../kernel/database/columns';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import type { StatusChange } from './StatusChange';

/** A claim that was not completed in this time belongs to nobody. */
const CLAIM_TIME = 5 * 60_000;

/** Changes whose message could not be sent wait for this time. */
const RETRY_AFTER = 60_000;

type QueueRow = {
  number: StoredNumber;
  entity_ref: string;
  control_id: string;
  from_status: ControlStatus;
  to_status: ControlStatus;
  changed_at: StoredInstant;
  expires_at: StoredInstant | null;
  expiry_reason: string | null;
};

/** Changes of statuses that owners are not notified of yet. */
export class KnexNotificationQueue {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Owners with changes, the longest waiting first: those whose latest change is
   * older than `quietSince`, or whose first one is older than `waitingSince`.
   */
  async listQuiet(options: {
    quietSince: Instant;
    waitingSince: Instant;
    now: Instant;
  }): Promise<string[]> {
    return this.#whereFree(options.now)
      .groupBy('owner_ref')
      .havingRaw('MAX(changed_at) <= ? OR MIN(changed_at) <= ?', [
        options.quietSince,
        options.waitingSince,
      ])
      .orderByRaw('MIN(number)')
      .pluck('owner_ref');
  }

  /**
   * Claims all changes of an owner, by number. None if another replica has them. One
   * statement: nothing is locked while messages are sent.
   */
  async claim(
    ownerRef: string,
    now: Instant,
  ): Promise<{ ticket: string; changes: StatusChange[] }> {
    const ticket = randomUUID();
    const rows: QueueRow[] = await this.#whereFree(now)
      .where('owner_ref', ownerRef)
      .update({ ticket, claimed_until: shiftInstant(now, CLAIM_TIME) })
      .returning([
        'number',
        'entity_ref',
        'control_id',
        'from_status',
        'to_status',
        'changed_at',
        'expires_at',
        'expiry_reason',
      ]);
    const changes = rows
      .map(row => ({
        number: readNumber(row.number),
        entityRef: row.entity_ref,
        controlId: row.control_id,
        from: row.from_status,
        to: row.to_status,
        changedAt: readInstant(row.changed_at),
        ...(row.expires_at && {
          expiry: {
            at: readInstant(row.expires_at),
            reason: row.expiry_reason ?? '',
          },
        }),
      }))
      .sort((one, other) => one.number - other.number);
    return { ticket, changes };
  }

  /** The owner was notified of the claimed changes. */
  async complete(ownerRef: string, ticket: string): Promise<void> {
    await this.#knex('notification_queue')
      .where({ owner_ref: ownerRef, ticket })
      .delete();
  }

  /** The claimed changes wait again, for a minute at least. */
  async release(ownerRef: string, ticket: string, now: Instant): Promise<void> {
    await this.#knex('notification_queue')
      .where({ owner_ref: ownerRef, ticket })
      .update({ ticket: null, claimed_until: shiftInstant(now, RETRY_AFTER) });
  }

  /** Removes changes until an instant; returns how many. */
  dropUntil(instant: Instant): Promise<number> {
    return this.#knex('notification_queue')
      .where('changed_at', '<=', instant)
      .delete();
  }

  /** Forgets notices about what has ended: nothing ends at that instant again. */
  async forgetExpired(until: Instant): Promise<void> {
    await this.#knex('expiry_notice').where('expires_at', '<=', until).delete();
  }

  #whereFree(now: Instant): Knex.QueryBuilder {
    return this.#knex('notification_queue').where(any =>
      any.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
    );
  }
}
