/** An item that waits for its commit. */
type Waiting<T> = {
  item: T;
  kept: () => void;
  failed: (error: unknown) => void;
};

/**
 * Which items an error affects: `all`, also when tried alone; `one` of them; or
 * `unknown`, as the attempt timed out and was canceled.
 */
export type Reach = 'all' | 'one' | 'unknown';

type Failure = { error: unknown; reach: Reach };

/**
 * Groups being committed at the same time: one is sent while one is written.
 */
const LANES = 2;

/**
 * Commits concurrent items together: while groups are being committed, the next
 * one fills up. Many senders thus cost few transactions, and a single sender
 * does not wait.
 */
export class GroupCommit<T> {
  readonly #commit: (items: readonly T[]) => Promise<void>;
  readonly #limit: number;
  readonly #toReach: (error: unknown) => Reach;
  #gathering: Waiting<T>[] = [];
  #lanes = 0;

  /**
   * @param commit - stores all items or none
   * @param limit - how many items a group may have
   * @param toReach - which items an error affects
   */
  constructor(
    commit: (items: readonly T[]) => Promise<void>,
    limit: number,
    toReach: (error: unknown) => Reach,
  ) {
    this.#commit = commit;
    this.#limit = limit;
    this.#toReach = toReach;
  }

  /** Resolves when the item is committed; rejects if it can't be. */
  add(item: T): Promise<void> {
    return new Promise((kept, failed) => {
      this.#gathering.push({ item, kept, failed });
      if (this.#lanes < LANES) {
        this.#lanes += 1;
        // Items of the same tick join the group.
        setImmediate(() => this.#run());
      }
    });
  }

  async #run() {
    while (this.#gathering.length > 0) {
      const group = this.#gathering.slice(0, this.#limit);
      this.#gathering = this.#gathering.slice(this.#limit);
      const behind = [...this.#gathering];
      const fault = await this.#commitGroup(group);
      if (fault) {
        this.#failBehind(behind, fault.error);
      }
    }
    this.#lanes -= 1;
  }

  /**
   * The items of a failed group are tried one by one, so that one does not
   * affect the others; unless all of them would fail, so that nobody waits for
   * so many attempts. Returns the error that affects all.
   */
  async #commitGroup(
    group: readonly Waiting<T>[],
  ): Promise<Failure | undefined> {
    const failure = await this.#attempt(group);
    if (!failure) {
      return undefined;
    }
    if (group.length > 1 && failure.reach !== 'all') {
      return this.#commitEach(group);
    }
    fail(group, failure);
    return failure.reach === 'all' ? failure : undefined;
  }

  /** After two timeouts, the others are expected to time out as well. */
  async #commitEach(
    group: readonly Waiting<T>[],
  ): Promise<Failure | undefined> {
    let hung = 0;
    for (const [index, one] of group.entries()) {
      const failure = await this.#attempt([one]);
      hung += failure?.reach === 'unknown' ? 1 : 0;
      if (failure && (failure.reach === 'all' || hung > 1)) {
        fail(group.slice(index), failure);
        return failure;
      }
      if (failure) {
        fail([one], failure);
      }
    }
    return undefined;
  }

  async #attempt(group: readonly Waiting<T>[]): Promise<Failure | undefined> {
    try {
      await this.#commit(group.map(({ item }) => item));
    } catch (error) {
      return { error, reach: this.#toReach(error) };
    }
    group.forEach(({ kept }) => kept());
    return undefined;
  }

  /**
   * An item that waited for a whole attempt that failed for all does not wait
   * for another one: this limits the wait, however many items there are.
   */
  #failBehind(behind: readonly Waiting<T>[], error: unknown) {
    const late = new Set(behind);
    const failing = this.#gathering.filter(one => late.has(one));
    this.#gathering = this.#gathering.filter(one => !late.has(one));
    failing.forEach(({ failed }) => failed(error));
  }
}

function fail<T>(group: readonly Waiting<T>[], { error }: Failure) {
  group.forEach(({ failed }) => failed(error));
}
