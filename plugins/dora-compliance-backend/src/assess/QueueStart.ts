import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shiftInstant } from '../kernel/worker/shiftInstant';

/** The place of a pair in the queue: the longest waiting first. */
export type QueueKey = {
  dueAt: Instant;
  entityRef: string;
  controlId: string;
};

/** So many claims look from one start: each leaves a few hundred dead entries. */
const CLAIMS = 8;

/**
 * So long nothing is looked for before the start, in milliseconds. What another
 * transaction committed there meanwhile waits no longer than that.
 */
const LONGEST = 10_000;

/**
 * Where a claim begins to look for due pairs. Entries of pairs that left the queue
 * stay in the index until a vacuum, all before the first pair that is still there,
 * and each claim would pass over all of them.
 */
export class QueueStart {
  #key: QueueKey | undefined;
  #claims = 0;
  #since: Instant | undefined;

  /** Undefined at the beginning of the queue. */
  read(now: Instant): QueueKey | undefined {
    const isCurrent =
      this.#since !== undefined &&
      this.#since <= now &&
      now < shiftInstant(this.#since, LONGEST);
    if (!isCurrent) {
      this.#key = undefined;
      this.#since = now;
    }
    return this.#key;
  }

  /** Whether a claim has to find out first where the queue begins. */
  countClaim(): boolean {
    this.#claims = (this.#claims + 1) % CLAIMS;
    return this.#claims === 0;
  }

  /** The first pair that is there, whoever has claimed it; none if none is. */
  move(first: QueueKey | undefined): void {
    this.#key = first;
  }
}
