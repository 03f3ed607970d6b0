import createKnex from 'knex';
import { percentile } from '../percentile';
import { BenchServer } from './BenchServer';
import { besideBadInput } from './besideBadInput';
import { deliveryNumber } from './deliveries';
import { evidencePerSecond } from './evidencePerSecond';
import { load, type Rate } from './load';
import { postgresAlone } from './postgresAlone';
import { tabBesideDoor } from './tabBesideDoor';

const EVIDENCE = Number(process.env.BENCH_EVIDENCE ?? 20_000);
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 10_000);
const MEMORY = Number(process.env.BENCH_MEMORY ?? 200_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const CONNECTIONS = 16;

/** Batched evidence beside the driver alone. */
async function batches(postgres: string) {
  const admin = createKnex({ client: 'pg', connection: postgres });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    await admin.raw('DROP DATABASE IF EXISTS bench_ingest');
    await admin.raw('CREATE DATABASE bench_ingest');
    const connection = `${postgres}/bench_ingest`;
    const knex = createKnex({ client: 'pg', connection });
    rounds.push(await evidencePerSecond(knex, EVIDENCE));
    await knex.destroy();
  }
  await admin.raw('DROP DATABASE bench_ingest');
  await admin.destroy();
  const own = middle(rounds.map(({ evidence }) => evidence));
  const floor = middle(rounds.map(({ driver }) => driver));
  return {
    'evidence end to end per second': own,
    'floor: the driver alone, per second': floor,
    'end to end / floor': own / floor,
  };
}

/** Deliveries over HTTP beside Backstage's events ingress, in turns. */
async function requests(server: BenchServer) {
  let sent = 0;
  const to = async (address: string): Promise<Rate> => {
    const start = sent;
    sent += REQUESTS;
    const rate = await load({
      url: `${server.url}${address}`,
      connections: CONNECTIONS,
      count: REQUESTS,
      delivery: n => deliveryNumber(start + n),
      status: 202,
    });
    // What is left to do must not slow down whoever is measured next.
    await server.idle();
    return rate;
  };
  const ours = () => to('/api/dora-compliance/ingest/github');
  const theirs = () => to('/api/events/http/bench');
  await ours();
  await theirs();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ ours: await ours(), theirs: await theirs() });
  }
  const own = middle(rounds.map(round => round.ours.perSecond));
  const other = middle(rounds.map(round => round.theirs.perSecond));
  return {
    'deliveries per second': own,
    'p50 to a stored 202, ms': middle(rounds.map(({ ours: o }) => o.p50)),
    'p95 to a stored 202, ms': middle(rounds.map(({ ours: o }) => o.p95)),
    'events ingress per second': other,
    'events ingress p95, ms': middle(rounds.map(({ theirs: t }) => t.p95)),
    'deliveries / events ingress': own / other,
  };
}

/** The same beside PostgreSQL alone, on the same server and in the same run. */
async function withPostgres(server: BenchServer, postgres: string) {
  const figures = await requests(server);
  const alone = await postgresAlone(postgres);
  if (alone === undefined) {
    console.log('pgbench is not installed: not compared with PostgreSQL alone');
    return figures;
  }
  return {
    ...figures,
    'PostgreSQL alone (pgbench), per second': alone,
    'deliveries / PostgreSQL alone': figures['deliveries per second'] / alone,
  };
}

/** Memory of the backend while deliveries keep coming. */
async function memory(server: BenchServer) {
  const steps = 10;
  const count = Math.ceil(MEMORY / steps);
  const seen: number[] = [];
  for (let step = 0; step < steps; step++) {
    await load({
      url: `${server.url}/api/dora-compliance/ingest/github`,
      connections: CONNECTIONS,
      count,
      delivery: n => deliveryNumber(10_000_000 + step * count + n),
      status: 202,
    });
    seen.push(await server.memory());
  }
  const [first = NaN] = seen;
  const half = seen[steps / 2 - 1] ?? NaN;
  const last = seen.at(-1) ?? NaN;
  return {
    [`memory after ${count} deliveries, MiB`]: first,
    [`memory after ${(count * steps) / 2} deliveries, MiB`]: half,
    [`memory after ${count * steps} deliveries, MiB`]: last,
    'most memory on the way, MiB': Math.max(...seen),
    'memory after all / after half': last / half,
  };
}

function middle(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Measures something on a server; `postgres` is the address of its database. */
type Measure = (
  server: BenchServer,
  postgres: string,
) => Promise<Record<string, number>>;

/** What is measured, by name; all of it unless BENCH_PARTS names some. */
const parts: Record<string, Measure> = {
  requests: withPostgres,
  bad: besideBadInput,
  memory,
};

async function main() {
  const postgres = process.env.DORA_TEST_POSTGRES ?? '';
  const wanted = process.env.BENCH_PARTS?.split(',');
  const isWanted = (name: string) => wanted?.includes(name) ?? true;
  if (isWanted('evidence')) {
    show(await batches(postgres));
  }
  const some = Object.entries(parts).filter(([name]) => isWanted(name));
  if (some.length > 0) {
    await onServer({ postgres }, Object.fromEntries(some));
  }
  if (isWanted('tab')) {
    await onServer({ postgres, assesses: true }, { tab: tabBesideDoor });
    console.log('On SQLite');
    await onServer({ assesses: true }, { tab: tabBesideDoor });
  }
}

async function onServer(
  options: Parameters<typeof BenchServer.start>[0],
  measures: Record<string, Measure>,
) {
  const server = await BenchServer.start(options);
  try {
    for (const measure of Object.values(measures)) {
      show(await measure(server, options.postgres ?? ''));
    }
  } finally {
    await server.stop();
  }
}

function show(figures: Record<string, number>) {
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [
        name,
        { value: Math.round(value * 100) / 100 },
      ]),
    ),
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
