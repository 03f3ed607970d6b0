import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { dropDatabases, writeConfig } from '../assess/peer';
import { sizes } from '../assess/sizes';
import { percentile } from '../percentile';

/** What is used of the target of the peer's benchmark. */
type Target = {
  start(options: object): Promise<{ stop(): Promise<void> }>;
  ready(options: { n: number }): Promise<number>;
  refresh(handle: object): Promise<unknown>;
  single(i: number): Promise<unknown>;
  team(t: number, n: number): Promise<unknown>;
};

/** How long Tech Insights takes to answer for an entity and a team, on the same data. */
export async function peerReads(folder: string, postgres: string) {
  const { assets: n } = sizes;
  const module = pathToFileURL(path.join(folder, 'targets/tech-insights.mjs'));
  const target: Target = await import(module.href);
  const scratch = await mkdtemp(path.join(tmpdir(), 'bench-peer-'));
  await dropDatabases(postgres);
  const handle = await target.start({
    n,
    scenario: { name: 'plain' },
    logFile: path.join(scratch, 'backend.log'),
    configFile: await writeConfig(folder, scratch, postgres),
  });
  try {
    await target.ready({ n });
    await sleep(n > 2000 ? 40_000 : 10_000);
    await target.refresh(handle);
    const single = await timeEach(100, i => target.single(i));
    const team = await timeEach(20, i => target.team(i, n));
    return {
      'peer: entity over HTTP p50, ms': percentile(single, 0.5),
      'peer: team over HTTP p50, ms': percentile(team, 0.5),
    };
  } finally {
    await handle.stop();
    await dropDatabases(postgres);
    await rm(scratch, { recursive: true });
  }
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
