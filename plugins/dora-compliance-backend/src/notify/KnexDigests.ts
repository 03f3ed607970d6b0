import type {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../kernel/database/columns';
import { scopeKeys } from '../scores/scopes';
import {
  TALLY_COLUMNS,
  tallyFromRow,
  type TallyRow,
} from '../scores/tallyColumns';

/** Pairs of an owner that are not satisfied, or not assessed. */
export type OpenPairs = { notSatisfied: number; notAssessed: number };

/** A satisfied control, and when it is lost. */
type ExpiringStatus = { entityRef: string; controlId: string; at: Instant };

/** What a summary for an owner says. */
export type Digest = {
  now: OpenPairs;
  /** A week ago; undefined if nothing is known of that time. */
  before: OpenPairs | undefined;
  /** The assets with the greatest risk, that first. */
  assets: { entityRef: string; title: string }[];
  /** Assets whose review is overdue or due soon, the first of them, and how many. */
  reviews: { assets: { entityRef: string; title: string }[]; total: number };
  /** Controls that are about to be lost, the first of them, and how many. */
  expiring: { pairs: ExpiringStatus[]; total: number };
};

const KIND = 'digest';

/** The assets that a summary names at most. */
const NAMED = 3;

/** Summaries for owners, and which ones were sent. */
export class KnexDigests {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Owners of assets that got no summary of the week yet. */
  async listOwners(week: Day): Promise<string[]> {
    const sent = this.#knex('notification_sent')
      .where({ kind: KIND, content: week })
      .select('owner_ref');
    return this.#knex('asset_score')
      .distinct('owner_ref')
      .whereNot('owner_ref', '')
      .whereNotIn('owner_ref', sent)
      .orderBy('owner_ref')
      .pluck('owner_ref');
  }

  /**
   * @param days.weekAgo - the day that the numbers are compared with
   * @param days.dueBy - reviews that are due by this day are named
   * @param days.now - what ends after that is named
   */
  async read(
    ownerRef: string,
    { weekAgo, dueBy, now }: { weekAgo: Day; dueBy: Day; now: Instant },
  ): Promise<Digest> {
    const scope = scopeKeys.owner(ownerRef);
    const total: TallyRow | undefined = await this.#knex('score_total')
      .where({ scope })
      .first(...TALLY_COLUMNS);
    const day: TallyRow | undefined = await this.#knex('score_day')
      .where({ scope })
      .andWhere('day', '<=', weekAgo)
      .orderBy('day', 'desc')
      .first(...TALLY_COLUMNS);
    const assets: { entityRef: string; title: string }[] = await this.#knex(
      'asset_score',
    )
      .join(
        'inventory_node',
        'inventory_node.entity_ref',
        'asset_score.entity_ref',
      )
      .where('owner_ref', ownerRef)
      .andWhere('risk_order', '<', 0)
      .orderBy(['risk_order', 'asset_score.entity_ref'])
      .limit(NAMED)
      .select({ entityRef: 'asset_score.entity_ref' }, 'title');
    return {
      now: countOpen(total) ?? { notSatisfied: 0, notAssessed: 0 },
      before: countOpen(day),
      assets,
      reviews: await this.#readReviews(ownerRef, dueBy),
      expiring: await this.#readExpiring(ownerRef, now),
    };
  }

  /**
   * Only a person renews a review, so that a date that comes near is certain. Assets
   * that were never reviewed have no date.
   */
  async #readReviews(ownerRef: string, dueBy: Day): Promise<Digest['reviews']> {
    const due = this.#knex('asset_index')
      .where('owner_ref', ownerRef)
      .andWhere('review_due', '>', '')
      .andWhere('review_due', '<=', dueBy);
    const counted = await due.clone().count({ total: '*' }).first();
    const assets: { entityRef: string; title: string }[] = await due
      .join(
        'inventory_node',
        'inventory_node.entity_ref',
        'asset_index.entity_ref',
      )
      .orderBy(['review_due', 'asset_index.entity_ref'])
      .limit(NAMED)
      .select({ entityRef: 'asset_index.entity_ref' }, 'title');
    return { assets, total: Number(counted?.total ?? 0) };
  }

  async #readExpiring(
    ownerRef: string,
    now: Instant,
  ): Promise<Digest['expiring']> {
    const expiring = this.#knex('control_status')
      .join(
        'asset_index',
        'asset_index.entity_ref',
        'control_status.entity_ref',
      )
      .where('owner_ref', ownerRef)
      .andWhere('expires_at', '>', now);
    const counted = await expiring.clone().count({ total: '*' }).first();
    const rows: {
      entity_ref: string;
      control_id: string;
      expires_at: StoredInstant;
    }[] = await expiring
      .orderBy(['expires_at', 'control_status.entity_ref', 'control_id'])
      .limit(NAMED)
      .select('control_status.entity_ref', 'control_id', 'expires_at');
    return {
      pairs: rows.map(row => ({
        entityRef: row.entity_ref,
        controlId: row.control_id,
        at: readInstant(row.expires_at),
      })),
      total: Number(counted?.total ?? 0),
    };
  }

  /** The owner has the summary of the week. */
  async complete(ownerRef: string, week: Day): Promise<void> {
    await this.#knex('notification_sent')
      .insert({ kind: KIND, owner_ref: ownerRef, content: week })
      .onConflict(['kind', 'owner_ref'])
      .merge();
  }
}

function countOpen(row: TallyRow | undefined): OpenPairs | undefined {
  if (!row) {
    return undefined;
  }
  const { statuses } = tallyFromRow(row);
  return {
    notSatisfied: statuses['not-satisfied'],
    notAssessed: statuses['not-assessed'],
  };
}
