import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import createKnex from 'knex';
import { deliveryNumber, SECRET } from './deliveries';
import { evidencePerSecond } from './evidencePerSecond';
import { load } from './load';

const EVIDENCE = Number(process.env.BENCH_EVIDENCE ?? 20_000);
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 10_000);
const ROUNDS = 3;
const MEMORY = Number(process.env.BENCH_MEMORY ?? 200_000);
const CONNECTIONS = 16;

/** Batched evidence beside the driver alone. */
async function batches(server: string) {
  const admin = createKnex({ client: 'pg', connection: server });
  await admin.raw('DROP DATABASE IF EXISTS bench_ingest');
  await admin.raw('CREATE DATABASE bench_ingest');
  const connection = `${server}/bench_ingest`;
  const knex = createKnex({ client: 'pg', connection });
  const figures = await evidencePerSecond(knex, EVIDENCE);
  await knex.destroy();
  await admin.raw('DROP DATABASE bench_ingest');
  await admin.destroy();
  return figures;
}

/** Deliveries over HTTP beside Backstage's events ingress, in turns. */
async function requests(url: string) {
  let sent = 0;
  const to = (address: string, status: number) => {
    const start = sent;
    sent += REQUESTS;
    return load({
      url: `${url}${address}`,
      connections: CONNECTIONS,
      count: REQUESTS,
      delivery: n => deliveryNumber(start + n),
      status,
    });
  };
  const ours = () => to('/api/dora-compliance/ingest/github', 202);
  const theirs = () => to('/api/events/http/bench', 202);
  await ours();
  await theirs();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ ours: await ours(), theirs: await theirs() });
  }
  const middle = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
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

/** Memory of the backend while deliveries keep coming. */
async function memory(url: string, rss: () => Promise<number>) {
  const steps = 10;
  const seen: number[] = [];
  for (let step = 0; step < steps; step++) {
    const count = MEMORY / steps;
    await load({
      url: `${url}/api/dora-compliance/ingest/github`,
      connections: CONNECTIONS,
      count,
      delivery: n => deliveryNumber(10_000_000 + step * count + n),
      status: 202,
    });
    seen.push((await rss()) / 1024 / 1024);
  }
  return {
    [`memory after ${MEMORY / steps} deliveries, MiB`]: seen[0] ?? NaN,
    [`memory after ${MEMORY} deliveries, MiB`]: seen.at(-1) ?? NaN,
    'most memory on the way, MiB': Math.max(...seen),
    'memory after half and after all': (seen.at(-1) ?? NaN) / (seen[4] ?? NaN),
  };
}

async function startServer(server: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { hostname, port: pgPort, username } = new URL(server);
  const settings = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: `127.0.0.1:${port}`,
      database: {
        client: 'pg',
        connection: { host: hostname, port: Number(pgPort), user: username },
        pluginDivisionMode: 'schema',
      },
    },
    events: { http: { topics: ['bench'] } },
    doraCompliance: { github: { webhookSecrets: [SECRET] } },
  };
  const child = spawn(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      path.join(__dirname, 'server.ts'),
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        ...Object.fromEntries(
          Object.entries(settings).map(([key, value]) => [
            `APP_CONFIG_${key}`,
            JSON.stringify(value),
          ]),
        ),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  await ready(child, url);
  const rss = async () => {
    const answer = once(child, 'message');
    child.send('memory');
    const [{ rss: bytes }] = (await answer) as [{ rss: number }];
    return bytes;
  };
  return { url, rss, child };
}

async function ready(child: ChildProcess, url: string) {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) {
      return;
    }
    await sleep(200);
  }
  throw new Error('The backend does not start');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function main() {
  const server = process.env.DORA_TEST_POSTGRES ?? '';
  show(await batches(server));
  const { url, rss, child } = await startServer(server);
  try {
    show(await requests(url));
    show(await memory(url, rss));
  } finally {
    child.kill();
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
