import { GiveWay } from './GiveWay';

/** How long it rests after work that took so long, both in ms. */
async function restOf(giveWay: GiveWay, took: number): Promise<number> {
  const began = performance.now();
  await giveWay.rest(took);
  return performance.now() - began;
}

/** Serves others, each of whom takes so much of every ten milliseconds. */
async function whileServing<T>(
  giveWay: GiveWay,
  milliseconds: number,
  run: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    giveWay.served();
  }, 10);
  giveWay.served();
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}

describe('GiveWay', () => {
  it('rests while others need the time, longer the longer it worked', async () => {
    const giveWay = new GiveWay();
    const rests = await whileServing(giveWay, 9, async () => [
      await restOf(giveWay, 10),
      await restOf(giveWay, 50),
    ]);
    expect(rests[0]).toBeGreaterThan(80);
    expect(rests[1]).toBeGreaterThan(400);
  });

  it('goes on soon when there is time for all', async () => {
    const giveWay = new GiveWay();
    const rest = await whileServing(giveWay, 0.5, () => restOf(giveWay, 100));
    expect(giveWay.isServing).toBe(true);
    expect(rest).toBeLessThan(500);
  });

  it('goes on at once when nobody is served', async () => {
    expect(await restOf(new GiveWay(), 10_000)).toBeLessThan(50);
    const giveWay = new GiveWay();
    giveWay.served();
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(giveWay.isServing).toBe(false);
    expect(await restOf(giveWay, 10_000)).toBeLessThan(50);
  });
});
