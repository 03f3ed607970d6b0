/** What is reported together, and how long it may wait for more, in ms. */
const MOST = 500;
const WITHIN = 1_000;

/** Calls back later; returns how to give that up. */
type ScheduleTimer = (callback: () => void, milliseconds: number) => unknown;

const scheduleUnrefTimer: ScheduleTimer = (callback, milliseconds) =>
  setTimeout(callback, milliseconds).unref();

/**
 * Reports changed entities together, so that a catalog that is filled costs
 * a few events and not one for each entity.
 */
export class ChangeAnnouncer {
  readonly #publish: (entityRefs: string[]) => Promise<void>;
  readonly #later: ScheduleTimer;
  #entityRefs = new Set<string>();

  constructor(
    publish: (entityRefs: string[]) => Promise<void>,
    later: ScheduleTimer = scheduleUnrefTimer,
  ) {
    this.#publish = publish;
    this.#later = later;
  }

  /** Notes a change; it is reported soon. */
  note(entityRef: string): void {
    this.#entityRefs.add(entityRef);
    if (this.#entityRefs.size === 1) {
      const group = this.#entityRefs;
      this.#later(() => this.#tell(group), WITHIN);
    }
    if (this.#entityRefs.size >= MOST) {
      this.#tell(this.#entityRefs);
    }
  }

  #tell(group: Set<string>) {
    if (this.#entityRefs === group) {
      this.#entityRefs = new Set();
      this.#publish([...group]);
    }
  }
}
