import { performance } from 'node:perf_hooks';
import { withPeer } from '../assess/peer';
import { sizes } from '../assess/sizes';
import { percentile } from '../percentile';

/** What is read of the peer. */
type Target = Parameters<Parameters<typeof withPeer>[2]>[0] & {
  single(i: number): Promise<unknown>;
  team(t: number, n: number): Promise<unknown>;
};

/** How long Tech Insights takes to answer for an entity and a team, on the same data. */
export function peerReads(folder: string, postgres: string) {
  return withPeer(folder, postgres, async (target: Target) => {
    const single = await timeEach(100, i => target.single(i));
    const team = await timeEach(20, i => target.team(i, sizes.assets));
    return {
      'peer: entity over HTTP p50, ms': percentile(single, 0.5),
      'peer: team over HTTP p50, ms': percentile(team, 0.5),
    };
  });
}

/** The time of each of some calls, in milliseconds. */
export async function timeEach(
  count: number,
  call: (n: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const begin = performance.now();
    await call(n);
    times.push(performance.now() - begin);
  }
  return times;
}
