import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { BenchServer } from '../ingest/BenchServer';
import { deliveryNumber, SECRET } from '../ingest/deliveries';
import { percentile } from '../percentile';
import { toServiceRef, buildSlug } from './bank';
import { RecordedStatuses } from './RecordedStatuses';
import type { Figures } from './report';
import { sizes } from './sizes';
import { SteadyFlow } from './SteadyFlow';

/** Milliseconds between two deliveries that are timed. */
const PAUSE = 200;

/** The flow takes so long to be steady, in milliseconds. */
const SETTLE = 3000;

/** How long is waited for the last statuses, in milliseconds. */
const LONGEST = 20_000;

/** A run of the repository of an asset that finished now. */
const createRun = (n: number, asset: number) =>
  deliveryNumber(n, SECRET, buildSlug(asset), new Date());

/** Deliveries whose way to a status is timed. */
type Probes = {
  server: BenchServer;
  knex: Knex;
  /** The assets that they are about. */
  from: number;
  count: number;
};

/**
 * From a delivery to the recorded status, through a backend: while nothing else
 * goes on, and beside deliveries about other assets.
 */
export async function latency(postgres: string, knex: Knex): Promise<Figures> {
  const { controls, probes: count, perSecond, assets } = sizes;
  const server = await BenchServer.start({ postgres, controls });
  try {
    const common = { server, knex };
    // The first ones pay for the start of the backend.
    await oneByOne({ ...common, from: 0, count: 20 });
    const idle = await oneByOne({ ...common, from: 20, count });
    const others = Math.floor(assets / 2);
    const flow = new SteadyFlow(server.url, perSecond, n =>
      createRun(30_000_000 + n, others + (n % others)),
    );
    await sleep(SETTLE);
    const busy = await allTheSame({ ...common, from: 20 + count, count });
    return {
      'delivery to status alone p50, ms': idle.p50,
      'delivery to status alone p95, ms (≤ 100)': idle.p95,
      'deliveries per second beside it': await flow.stop(),
      'delivery to status beside them p50, ms': busy.p50,
      'delivery to status beside them p95, ms (≤ 1000)': busy.p95,
      'of these not recorded at the end': busy.unrecorded,
    };
  } finally {
    await server.stop();
  }
}

/** Each delivery is sent when the one before has its status. */
async function oneByOne({ server, knex, from, count }: Probes) {
  const recorded = new RecordedStatuses(knex);
  for (let n = from; n < from + count; n++) {
    await send(server, recorded, n);
    await recorded.wait(LONGEST);
  }
  return computeFigures(recorded);
}

/** Deliveries are sent whether or not those before have their status. */
async function allTheSame({ server, knex, from, count }: Probes) {
  const recorded = new RecordedStatuses(knex);
  for (let n = from; n < from + count; n++) {
    await send(server, recorded, n);
    await sleep(PAUSE);
  }
  await recorded.wait(LONGEST);
  return computeFigures(recorded);
}

async function send(
  server: BenchServer,
  recorded: RecordedStatuses,
  n: number,
) {
  const asset = n % Math.floor(sizes.assets / 2);
  const { headers, body } = createRun(20_000_000 + n, asset);
  recorded.expect(toServiceRef(asset));
  const url = `${server.url}/api/dora-compliance/ingest/github`;
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  });
  if (answer.status !== 202) {
    throw new Error(`A delivery was answered ${answer.status}`);
  }
}

async function computeFigures(recorded: RecordedStatuses) {
  const unrecorded = await recorded.end();
  const { times } = recorded;
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    unrecorded,
  };
}
