import { setImmediate as nextTurn } from 'node:timers/promises';
import { DeliveryThrottle } from './DeliveryThrottle';

/** Deliveries that end when they are told to. */
class Door {
  isReading = false;
  now = 0;
  readonly inside: string[] = [];
  readonly #ends = new Map<string, () => void>();
  readonly #throttle = new DeliveryThrottle(
    () => this.isReading,
    () => this.now,
  );

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
}

describe('DeliveryThrottle', () => {
  it('lets all through while nobody waits for a page', async () => {
    const door = new Door();
    expect(await door.arrives('a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  });

  it('lets one through after the other while pages are answered', async () => {
    const door = new Door();
    door.isReading = true;
    expect(await door.arrives('a', 'bad', 'c')).toEqual(['a']);
    expect(await door.ends('a')).toEqual(['bad']);
    expect(await door.ends('bad')).toEqual(['c']);
  });

  it('lets all that wait through once no page is left', async () => {
    const door = new Door();
    door.isReading = true;
    await door.arrives('a', 'b', 'c');
    door.isReading = false;
    expect(await door.ends('a')).toEqual(['b', 'c']);
  });

  it('lets nobody wait for pages for more than a second', async () => {
    const door = new Door();
    door.isReading = true;
    await door.arrives('a', 'b', 'c');
    door.now = 1001;
    expect(await door.arrives('d')).toEqual(['a', 'b', 'c']);
    expect(await door.ends('b')).toEqual(['a', 'c']);
  });

  it('answers what the work answers', async () => {
    const throttle = new DeliveryThrottle(() => true);
    expect(await throttle.through(async () => 'kept')).toBe('kept');
    const failed = throttle.through(async () => {
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
  });
});
