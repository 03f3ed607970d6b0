import type {
  ErrorCode,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  type LostDeliveries,
  recordLostDeliveries,
} from './KnexRecordLostDeliveries';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import { sourceDefaults } from '../sourceDefaults';

const DAY = 24 * 60 * 60_000;

/** What counting rejections needs. */
type RefusalsOptions = {
  knex: Knex;
  /** How long a delivery may take, in milliseconds. */
  tolerance: number;
  now: () => Instant;
  /** Called when a gap was found. */
  onGap: () => void;
};

/** How many deliveries were rejected for a reason. */
export type Refusal = { code: string; count: number };

/**
 * Reasons that only apply to deliveries of authenticated senders. Their content
 * is lost, unless it is collected.
 */
const LOST: ReadonlySet<ErrorCode> = new Set([
  'body-not-json',
  'body-too-deep',
  'body-too-costly',
  'store-unavailable',
]);

/**
 * Counts rejected deliveries. They are not stored, so that nobody can fill the
 * database with them; only their number, time and reason. If the sender was
 * authenticated, the source has a gap.
 */
export class KnexRefusals {
  readonly #options: RefusalsOptions;
  /** Counts by source and code since they were last stored. */
  #counts = new Map<string, number>();
  /** What was lost since then, by source. */
  #lost = new Map<string, LostDeliveries>();

  constructor(options: RefusalsOptions) {
    this.#options = options;
  }

  /**
   * Counts a rejection.
   *
   * @param isLost - whether its content is lost; by default that depends on the
   * code
   */
  note(sourceId: string, code: ErrorCode, isLost = LOST.has(code)): void {
    const key = `${sourceId} ${code}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    if (isLost) {
      const at = this.#options.now();
      this.#lose({ sourceId, from: at, to: at, code });
    }
  }

  #lose(more: LostDeliveries): void {
    const known = this.#lost.get(more.sourceId);
    this.#lost.set(
      more.sourceId,
      known ? { ...known, to: known.to > more.to ? known.to : more.to } : more,
    );
  }

  /** Stores the counts; if that fails, they are stored the next time. */
  async keep(): Promise<void> {
    const counts = this.#counts;
    const lost = this.#lost;
    if (counts.size === 0) {
      return;
    }
    this.#counts = new Map();
    this.#lost = new Map();
    try {
      await this.#options.knex.transaction(async transaction => {
        await this.#tally(transaction, counts);
        for (const deliveries of lost.values()) {
          await recordLostDeliveries(transaction, deliveries, {
            tolerance: this.#options.tolerance,
            now: this.#options.now(),
          });
        }
      });
    } catch (error) {
      for (const [key, n] of counts) {
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + n);
      }
      const since = this.#lost;
      this.#lost = lost;
      since.forEach(deliveries => this.#lose(deliveries));
      throw error;
    }
    if (lost.size > 0) {
      this.#options.onGap();
    }
  }

  async #tally(
    transaction: Knex.Transaction,
    counts: ReadonlyMap<string, number>,
  ): Promise<void> {
    const hour = truncateToHour(this.#options.now());
    await transaction('refusal_tally')
      .insert(
        [...counts].map(([key, n]) => {
          const [source_id, code] = key.split(' ');
          return { source_id, code, hour, n };
        }),
      )
      .onConflict(['source_id', 'hour', 'code'])
      .merge({ n: transaction.raw('refusal_tally.n + excluded.n') });
  }
}

/** Rejections since the full hour a day ago, most first, by source. */
export async function refusalsOfLastDay(
  knex: Knex,
  ids: readonly string[],
  now: Instant,
): Promise<Map<string, Refusal[]>> {
  const rows: { source_id: string; code: string; n: number | string }[] =
    await knex('refusal_tally')
      .whereIn('source_id', ids)
      .where('hour', '>=', truncateToHour(shiftInstant(now, -DAY)))
      .groupBy('source_id', 'code')
      .orderBy('code')
      .select('source_id', 'code')
      .sum('n as n');
  const found = new Map<string, Refusal[]>();
  for (const { source_id, code, n } of rows) {
    const known = found.get(source_id) ?? [];
    found.set(source_id, [...known, { code, count: Number(n) }]);
  }
  found.forEach(all => all.sort((one, other) => other.count - one.count));
  return found;
}

/** Deletes old tallies. */
export async function forgetRefusals(knex: Knex, now: Instant): Promise<void> {
  await knex('refusal_tally')
    .where('hour', '<', shiftInstant(now, -sourceDefaults.oldestGap))
    .delete();
}

function truncateToHour(instant: Instant): string {
  return `${instant.slice(0, 13)}:00:00.000Z`;
}
