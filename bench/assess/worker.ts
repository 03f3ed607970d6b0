import { performance } from 'node:perf_hooks';
import type { Knex } from 'knex';
import { assessQueued } from '../../plugins/dora-compliance-backend/src/assess/assessQueued';
import {
  knexStores,
  limitedDatabases,
} from '../../plugins/dora-compliance-backend/src/compose/KnexStores';
import { QueueWorkers } from '../../plugins/dora-compliance-backend/src/compose/QueueWorkers';
import type { Telemetry } from '../../plugins/dora-compliance-backend/src/kernel/telemetry/Telemetry';
import { connectBank, installedControls, markAllDue } from './BankDatabase';
import { now } from './clock';
import { lateAfter } from './fillBank';
import { pageReader, readPages } from './pages';
import { Profile } from './Profile';
import { Traffic } from './Traffic';
import { watchMemory } from './watchMemory';

/**
 * A process with the workers of a backend, for the queue of assessments. It
 * prepares itself, then does what its parent requests.
 */
const { DORA_TEST_POSTGRES = '', BENCH_PROFILE, BENCH_BATCH } = process.env;

/** What a worker is asked to do. */
export type Task =
  | { what: 'pass'; name: string }
  /** A pass that begins again until so many pages were read beside it. */
  | { what: 'reads'; count: number };

let decided = 0;

const telemetry = {
  worked: () => {},
  decided: () => {
    decided += 1;
  },
  span: (_: string, run: () => Promise<unknown>) => run(),
} as unknown as Telemetry;

const warn = (...told: unknown[]) => console.error(...told);

const logger = { warn, error: warn } as never;

async function prepare() {
  const knex = connectBank(DORA_TEST_POSTGRES);
  const databases = limitedDatabases(knex);
  const traffic = new Traffic(knex);
  const { served, work } = knexStores(databases, telemetry);
  const controls = await installedControls(knex);
  const workers = new QueueWorkers({
    stores: work,
    sources: new Map(),
    controls,
    lateAfter,
    logger,
    telemetry,
    now,
  });
  const limit = Number(BENCH_BATCH);
  /** As the backend does it, or in batches of a given size. */
  const drain = async () => {
    if (!limit) {
      await workers.drain();
      return;
    }
    const one = { controls, limit };
    const { assessments, decision } = work;
    while (
      (await assessQueued(assessments, decision, { ...one, now: now() })) > 0
    );
  };
  const read = pageReader(databases.served, served, controls);
  return { knex, traffic, workers, drain, read };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** Processes everything that is due. */
async function pass({ traffic, drain }: Prepared, name: string) {
  const profile = BENCH_PROFILE ? new Profile() : undefined;
  await profile?.start();
  traffic.begin();
  decided = 0;
  const memory = watchMemory();
  const cpu = process.cpuUsage();
  const begin = performance.now();
  await drain();
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds,
    pairs: decided,
    statements: traffic.statements,
    awaited: traffic.awaited,
    bytes: traffic.bytes,
    cpu: (user + system) / 1e6,
    memory: memory.stop(),
    costliest: traffic.costliest(10),
    costs: await profile?.stop(BENCH_PROFILE!, name),
  };
}

/** Reads pages while nothing else goes on, then beside a pass. */
async function reads({ knex, workers, drain, read }: Prepared, count: number) {
  await readPages(read, () => () => {}, count);
  const idle = await readPages(read, () => () => {}, count);
  let isOver = false;
  const again = async (of: Knex) => {
    while (!isOver) {
      await drain();
      await markAllDue(of);
    }
  };
  decided = 0;
  const begin = performance.now();
  const passes = again(knex);
  const beside = await readPages(read, () => workers.pageBegins(), count);
  const pairsPerSecond = (decided * 1000) / (performance.now() - begin);
  isOver = true;
  await workers.stop();
  await passes;
  return { idle, beside, pairsPerSecond };
}

async function main() {
  const prepared = await prepare();
  process.on('message', async (task: Task) => {
    const answer =
      task.what === 'pass'
        ? await pass(prepared, task.name)
        : await reads(prepared, task.count);
    process.send?.({ answer });
  });
  process.send?.({ ready: true });
}

export type PassFigures = Awaited<ReturnType<typeof pass>>;
export type ReadFigures = Awaited<ReturnType<typeof reads>>;

main().catch(error => {
  console.error(error);
  process.exit(1);
});
