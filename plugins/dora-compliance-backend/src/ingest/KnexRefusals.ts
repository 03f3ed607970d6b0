import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { later } from '../worker/later';

const DAY = 24 * 60 * 60_000;

/** Tallies are kept as long as gaps can be made good: 400 days. */
const KEPT = 400 * DAY;

/** How many deliveries were refused for a reason. */
export type Refusal = { code: string; count: number };

/**
 * Counts what is turned away at the door. It is not kept, so that nobody can
 * fill the database by being refused; only how much, when and why.
 */
export class KnexRefusals {
  readonly #knex: Knex;
  readonly #now: () => Instant;
  /** Counts by source and code since the last time they were kept. */
  #counts = new Map<string, number>();

  constructor(knex: Knex, now: () => Instant) {
    this.#knex = knex;
    this.#now = now;
  }

  note(sourceId: string, code: string): void {
    const key = `${sourceId} ${code}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Keeps what was counted; what can't be kept is counted on. */
  async keep(): Promise<void> {
    const counts = this.#counts;
    if (counts.size === 0) {
      return;
    }
    this.#counts = new Map();
    const hour = hourOf(this.#now());
    try {
      await this.#knex('refusal_tally')
        .insert(
          [...counts].map(([key, n]) => {
            const [source_id, code] = key.split(' ');
            return { source_id, code, hour, n };
          }),
        )
        .onConflict(['source_id', 'hour', 'code'])
        .merge({ n: this.#knex.raw('refusal_tally.n + excluded.n') });
    } catch (error) {
      for (const [key, n] of counts) {
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + n);
      }
      throw error;
    }
  }
}

/** What was refused since the full hour a day ago, most first, by source. */
export async function refusalsOfLastDay(
  knex: Knex,
  ids: readonly string[],
  now: Instant,
): Promise<Map<string, Refusal[]>> {
  const rows: { source_id: string; code: string; n: number | string }[] =
    await knex('refusal_tally')
      .whereIn('source_id', ids)
      .where('hour', '>=', hourOf(later(now, -DAY)))
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

/** Forgets tallies that are old. */
export async function forgetRefusals(knex: Knex, now: Instant): Promise<void> {
  await knex('refusal_tally').where('hour', '<', later(now, -KEPT)).delete();
}

function hourOf(instant: Instant): string {
  return `${instant.slice(0, 13)}:00:00.000Z`;
}
