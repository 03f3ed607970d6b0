/** One item that waits for its commit. */
type Waiting<T> = {
  item: T;
  kept: () => void;
  failed: (error: unknown) => void;
};

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
  readonly #isOfAll: (error: unknown) => boolean;
  #gathering: Waiting<T>[] = [];
  #lanes = 0;

  /**
   * @param commit - keeps all items or none
   * @param limit - how many items a group may have
   * @param isOfAll - whether an error would befall each item alone, too
   */
  constructor(
    commit: (items: readonly T[]) => Promise<void>,
    limit: number,
    isOfAll: (error: unknown) => boolean,
  ) {
    this.#commit = commit;
    this.#limit = limit;
    this.#isOfAll = isOfAll;
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
  ): Promise<{ error: unknown } | undefined> {
    try {
      await this.#commit(group.map(({ item }) => item));
      group.forEach(({ kept }) => kept());
      return undefined;
    } catch (error) {
      const isOfAll = this.#isOfAll(error);
      if (group.length === 1 || isOfAll) {
        group.forEach(({ failed }) => failed(error));
        return isOfAll ? { error } : undefined;
      }
    }
    for (const one of group) {
      await this.#commitGroup([one]);
    }
    return undefined;
  }

  /**
   * Who had to wait for all of an attempt that failed for all does not wait
   * for another one: however many wait, nobody waits longer than two attempts.
   */
  #failBehind(behind: readonly Waiting<T>[], error: unknown) {
    const late = new Set(behind);
    const failing = this.#gathering.filter(one => late.has(one));
    this.#gathering = this.#gathering.filter(one => !late.has(one));
    failing.forEach(({ failed }) => failed(error));
  }
}
