import { setImmediate as nextTurn } from 'node:timers/promises';
import { DeliveryThrottle } from './DeliveryThrottle';

/** Deliveries that end when they are told to. */
class Door {
  /** How many were counted and have not ended. */
  inProgress = 0;
  pages = {
    isAnswering: false,
    isReading: false,
    deliveryBegins: () => {
      this.inProgress += 1;
      return () => {
        this.inProgress -= 1;
      };
    },
  };
  now = 0;
  readonly inside: string[] = [];
  readonly #ends = new Map<string, () => void>();
  readonly #throttle: DeliveryThrottle;

  constructor() {
    const { pages } = this;
    this.#throttle = new DeliveryThrottle(pages, () => this.now);
  }

  reads(isAnswering: boolean) {
    Object.assign(this.pages, { isReading: true, isAnswering });
  }

  async arrives(...names: string[]): Promise<string[]> {
    for (const name of names) {
      this.#throttle
        .through(async () => {
          this.inside.push(name);
          await new Promise<void>(end => this.#ends.set(name, end));
          this.inside.splice(this.inside.indexOf(name), 1);
          if (name.startsWith('bad')) {
            throw new Error(name);
          }
        })
        .catch(() => {});
    }
    await nextTurn();
    return this.inside;
  }

  async ends(name: string): Promise<string[]> {
    this.#ends.get(name)!();
    await nextTurn();
    return this.inside;
  }

  async admits(): Promise<string[]> {
    this.#throttle.admit();
    await nextTurn();
    return this.inside;
  }
}

// Each door is left with deliveries inside; nobody waits for its timers.
beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => jest.useRealTimers());

describe('DeliveryThrottle', () => {
  it('lets all through while nobody reads', async () => {
    const door = new Door();
    expect(await door.arrives('a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  });

  it('lets one through after the other between pages', async () => {
    const door = new Door();
    door.reads(false);
    expect(await door.arrives('a', 'bad', 'c')).toEqual(['a']);
    expect(await door.ends('a')).toEqual(['bad']);
    expect(await door.ends('bad')).toEqual(['c']);
  });

  it('lets none begin while a page is in progress, and one when it is answered', async () => {
    const door = new Door();
    door.reads(true);
    expect(await door.arrives('a', 'b')).toEqual([]);
    door.reads(false);
    expect(await door.admits()).toEqual(['a']);
  });

  it('waits no longer than a quarter of a second for a long page', async () => {
    const door = new Door();
    door.reads(true);
    await door.arrives('a', 'b');
    door.now = 249;
    expect(await door.admits()).toEqual([]);
    door.now = 250;
    jest.advanceTimersByTime(250);
    await nextTurn();
    expect(door.inside).toEqual(['a']);
    expect(await door.ends('a')).toEqual(['b']);
  });

  it('lets all that wait through once nobody reads', async () => {
    const door = new Door();
    door.reads(false);
    await door.arrives('a', 'b', 'c');
    door.pages.isReading = false;
    expect(await door.ends('a')).toEqual(['b', 'c']);
  });

  it('lets nobody wait for more than a second', async () => {
    const door = new Door();
    door.reads(true);
    await door.arrives('a', 'b', 'c');
    door.now = 1001;
    expect(await door.arrives('d')).toEqual(['a', 'b', 'c']);
    expect(await door.ends('b')).toEqual(['a', 'c']);
  });

  it('answers what the work answers, and counts what is in progress', async () => {
    const door = new Door();
    const throttle = new DeliveryThrottle(door.pages);
    const stored = throttle.through(async () => 'kept');
    expect(door.inProgress).toBe(1);
    expect(await stored).toBe('kept');
    const failed = throttle.through(async () => {
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(door.inProgress).toBe(0);
  });
});
