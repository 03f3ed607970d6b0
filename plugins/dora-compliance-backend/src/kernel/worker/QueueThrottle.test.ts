import fc from 'fast-check';
import { QueueThrottle } from './QueueThrottle';

/** A process whose time passes only while somebody sleeps. */
class Process {
  now = 0;
  /** How busy it is from now on, from 0 to 1. */
  busy = 0;
  /** What happens each time that somebody has slept. */
  meanwhile = () => {};
  readonly queueThrottle = new QueueThrottle({
    now: () => this.now,
    sleep: async milliseconds => {
      this.now += milliseconds;
      this.meanwhile();
    },
    watchBusy: () => () => this.busy,
  });

  /** Stores so many deliveries at the same time for so long, starting now. */
  stores(deliveries: number, milliseconds = Infinity) {
    const until = this.now + milliseconds;
    let ends = Array.from({ length: deliveries }, () =>
      this.queueThrottle.deliveryBegins(),
    );
    this.meanwhile = () => {
      if (this.now >= until) {
        ends.forEach(end => end());
        ends = [];
      }
    };
  }

  /** How long it rests after work that took so long, both in ms. */
  async restAfter(took: number): Promise<number> {
    const began = this.now;
    await this.queueThrottle.rest(took);
    return this.now - began;
  }
}

describe('QueueThrottle', () => {
  it('rests nine times as long as it worked while others need the time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 110 }), async took => {
        const busy = new Process();
        busy.busy = 0.9;
        busy.stores(8);
        const rest = await busy.restAfter(took);
        expect(rest).toBeGreaterThanOrEqual(took * 9);
        expect(rest).toBeLessThan(took * 9 + 20);
      }),
    );
  });

  it('rests no longer than a second', async () => {
    const busy = new Process();
    busy.busy = 0.9;
    busy.stores(8);
    expect(await busy.restAfter(60_000)).toBe(1000);
  });

  it('goes on soon when there is time for all', async () => {
    const idle = new Process();
    idle.busy = 0.4;
    idle.stores(8);
    expect(await idle.restAfter(100)).toBe(20);
  });

  it('goes on when the others were served', async () => {
    const busy = new Process();
    busy.busy = 0.9;
    busy.stores(8, 300);
    expect(await busy.restAfter(100)).toBe(300);
  });

  it('resumes at once while deliveries are stored as they come', async () => {
    const busy = new Process();
    busy.busy = 0.9;
    busy.stores(7);
    expect(await busy.restAfter(100)).toBe(0);
  });

  it('resumes at once when no request is served', async () => {
    const busy = new Process();
    busy.busy = 0.9;
    expect(await busy.restAfter(10_000)).toBe(0);
  });

  it('sees a process of its own', async () => {
    const queueThrottle = new QueueThrottle();
    expect(queueThrottle.isServing).toBe(false);
    queueThrottle.served();
    expect(queueThrottle.isServing).toBe(true);
    await queueThrottle.rest(1000);
  });

  describe('pages', () => {
    it('are answered until the last of them ends, and read a moment longer', () => {
      const { queueThrottle } = new Process();
      const ends = [queueThrottle.pageBegins(), queueThrottle.pageBegins()];
      ends[0]!();
      expect([queueThrottle.isAnswering, queueThrottle.isReading]).toEqual([
        true,
        true,
      ]);
      ends[1]!();
      expect([queueThrottle.isAnswering, queueThrottle.isReading]).toEqual([
        false,
        true,
      ]);
      expect(queueThrottle.isServing).toBe(true);
    });

    it('are read no more after a tenth of a second', () => {
      const process = new Process();
      process.queueThrottle.pageBegins()();
      process.now = 100;
      expect(process.queueThrottle.isReading).toBe(false);
      expect(process.queueThrottle.isServing).toBe(false);
    });

    it('are rested for like deliveries', async () => {
      const busy = new Process();
      busy.busy = 0.9;
      busy.queueThrottle.pageBegins();
      expect(await busy.restAfter(10)).toBeGreaterThanOrEqual(90);
    });
  });
});
