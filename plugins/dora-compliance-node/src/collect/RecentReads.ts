import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * What was read lately for several targets. An organization with a thousand
 * repositories is then not read, and all of them not assessed, a thousand times in
 * each round.
 *
 * @public
 */
export class RecentReads {
  readonly #readAt = new Map<string, number>();
  readonly #restFor: number;

  /** @param restFor - how long what was read is not read again, in milliseconds */
  constructor(restFor: number) {
    this.#restFor = restFor;
  }

  /** Whether it is time to read something; it then counts as read. */
  take(name: string, now: Instant): boolean {
    const time = Date.parse(now);
    const last = this.#readAt.get(name);
    const isDue =
      last === undefined || time < last || time - last >= this.#restFor;
    if (isDue) {
      this.#readAt.set(name, time);
    }
    return isDue;
  }
}
