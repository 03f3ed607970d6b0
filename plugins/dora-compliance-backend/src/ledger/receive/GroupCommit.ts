/** One item that waits for its commit. */
type Waiting<T> = {
  item: T;
  kept: () => void;
  failed: (error: unknown) => void;
};

/**
 * Whom an error would befall: each item alone, too; one of them; or nobody can
 * tell, as the attempt hung and was cancelled.
 */
export type Reach = 'all' | 'one' | 'unknown';

type Failure = { error: unknown; reach: Reach };

/** Groups being committed at a time: one is sent while one is written. */
const LANES = 2;

/**
 * Commits what comes in at the same time together: while groups are being
 * committed the next gathers, so that a crowd of senders costs a few
 * transactions and a lone one waits for nobody.
 */
export class GroupCommit<T> {
  readonly #commit: (items: readonly T[]) => Promise<void>;
  readonly #limit: number;
  readonly #toReach: (error: unknown) => Reach;
  #gathering: Waiting<T>[] = [];
  #lanes = 0;

  /**
   * @param commit - keeps all items or none
   * @param limit - how many items a group may have
   * @param toReach - whom an error would befall
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

  /** Answers when the item is committed; throws when it can't be. */
  add(item: T): Promise<void> {
    return new Promise((kept, failed) => {
      this.#gathering.push({ item, kept, failed });
      if (this.#lanes < LANES) {
        this.#lanes += 1;
        // What arrives in the same turn joins.
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
   * A group that fails is tried one by one, so that one harms no other; not
   * when all would fail, so that nobody waits for that many times. Answers
   * what all would fail for.
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

  /** Where two hang, the others are taken to hang as well. */
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
   * Who had to wait for all of an attempt that failed for all does not wait
   * for another one: however many wait, nobody waits for long.
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
