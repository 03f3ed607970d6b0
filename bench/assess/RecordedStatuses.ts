import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { now } from './clock';

/** Milliseconds between two looks at the database. */
const LOOK = 3;

type Waiting = { begin: number; at: string };

/**
 * Measures how long it takes from now until all pairs of an asset that a
 * delivery made due are decided and recorded.
 */
export class RecordedStatuses {
  readonly #knex: Knex;
  readonly #waiting = new Map<string, Waiting>();
  readonly #looking: Promise<void>;
  /** In ms. */
  readonly times: number[] = [];
  #isOver = false;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#looking = this.#look();
  }

  /** A delivery about an asset is sent now. */
  expect(entityRef: string): void {
    this.#waiting.set(entityRef, { begin: performance.now(), at: now() });
  }

  /** Waits so many milliseconds at most until all are recorded. */
  async wait(longest: number): Promise<void> {
    const deadline = performance.now() + longest;
    while (this.#waiting.size > 0 && performance.now() < deadline) {
      await sleep(LOOK);
    }
  }

  /**
   * Stops. Returns how many are not recorded: they count with the time that they
   * waited.
   */
  async end(): Promise<number> {
    this.#isOver = true;
    await this.#looking;
    const left = [...this.#waiting.values()];
    left.forEach(one => this.times.push(performance.now() - one.begin));
    return left.length;
  }

  async #look() {
    while (!this.#isOver) {
      await sleep(LOOK);
      const refs = [...this.#waiting.keys()];
      const latest = refs.length > 0 ? await this.#latest(refs) : [];
      for (const { entity_ref: ref, at } of latest) {
        const one = this.#waiting.get(ref);
        if (one && at.toISOString() >= one.at) {
          this.times.push(performance.now() - one.begin);
          this.#waiting.delete(ref);
        }
      }
    }
  }

  /** When assets of which nothing is due were assessed last. */
  #latest(refs: string[]): Promise<{ entity_ref: string; at: Date }[]> {
    return this.#knex('control_status')
      .whereIn('entity_ref', refs)
      .whereNotIn(
        'entity_ref',
        this.#knex('assessment_queue')
          .whereIn('entity_ref', refs)
          .where('due_at', '<=', now())
          .select('entity_ref'),
      )
      .groupBy('entity_ref')
      .select('entity_ref')
      .max({ at: 'assessed_at' }) as never;
  }
}
