import { GiveWay } from './GiveWay';

/** How long it rests after work that took so long, both in ms. */
async function restOf(giveWay: GiveWay, took: number): Promise<number> {
  const began = performance.now();
  await giveWay.rest(took);
  return performance.now() - began;
}

describe('GiveWay', () => {
  it('rests while others are served, longer the longer it worked', async () => {
    const giveWay = new GiveWay();
    giveWay.served();
    expect(giveWay.isServing).toBe(true);
    expect(await restOf(giveWay, 10)).toBeGreaterThan(80);
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
