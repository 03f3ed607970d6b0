import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { Pool } from 'undici';
import { percentile } from '../percentile';
import type { BenchServer } from './BenchServer';
import { SECRET } from './deliveries';

/** Requests of others that are measured beside each kind of bad input. */
const PROBES = Number(process.env.BENCH_PROBES ?? 300);

/** How many send bad input at a time, each as fast as it is answered. */
const BAD_SENDERS = 4;

/** Bodies no sender should send, signed as if by one whose code went wrong. */
const BAD: Record<string, { body: Buffer; headers?: Record<string, string> }> =
  {
    'deep JSON': { body: Buffer.from('['.repeat(200_000)) },
    'no UTF-8': { body: Buffer.alloc(200_000, 0xff) },
    'a bomb': {
      body: gzipSync(Buffer.alloc(50_000_000)),
      headers: { 'content-encoding': 'gzip' },
    },
    'a name twice': { body: Buffer.from('{"a":1,"a":2}') },
    'prototype names': { body: Buffer.from('{"__proto__":{"a":1}}') },
    'another content type': {
      body: Buffer.from('<a/>'),
      headers: { 'content-type': 'text/xml' },
    },
    nothing: { body: Buffer.alloc(0) },
    'five million bytes': { body: Buffer.alloc(5_000_000, 0x20) },
    'six million bytes': { body: Buffer.alloc(6_000_000, 0x20) },
  };

/**
 * How much slower a page of others is answered while bad input comes from
 * four senders: p50 beside p50 when the same four are silent.
 */
export async function besideBadInput(
  server: BenchServer,
): Promise<Record<string, number>> {
  await probe(server);
  const alone = await probe(server);
  const figures: Record<string, number> = {
    'a page alone p50, ms': alone.p50,
    'a page alone p95, ms': alone.p95,
  };
  for (const [name, { body, headers }] of Object.entries(BAD)) {
    const flood = new Flood(server, body, headers);
    const { p50, p95 } = await probe(server);
    const perSecond = await flood.stop();
    figures[`${name}: bad requests per second`] = perSecond;
    figures[`${name}: p50 / alone`] = p50 / alone.p50;
    figures[`${name}: p95 / alone`] = p95 / alone.p95;
    await server.idle();
  }
  return figures;
}

async function probe(server: BenchServer) {
  const times: number[] = [];
  for (let n = 0; n < PROBES; n++) {
    const begin = performance.now();
    const answer = await fetch(`${server.url}/api/dora-compliance/sources`, {
      headers: server.reader,
    });
    await answer.arrayBuffer();
    if (!answer.ok) {
      throw new Error(`The page was answered ${answer.status}`);
    }
    times.push(performance.now() - begin);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** Bad input that keeps coming until it is stopped. */
class Flood {
  readonly #pool: Pool;
  readonly #begin = performance.now();
  readonly #senders: Promise<void>[];
  #sent = 0;
  #stopped = false;

  constructor(
    server: BenchServer,
    body: Buffer,
    headers: Record<string, string> = {},
  ) {
    this.#pool = new Pool(server.url, { connections: BAD_SENDERS });
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    const bad = {
      path: '/api/dora-compliance/ingest/github',
      method: 'POST' as const,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'workflow_run',
        'x-hub-signature-256': `sha256=${signature}`,
        ...headers,
      },
      body,
    };
    const send = async () => {
      while (!this.#stopped) {
        // A connection that is cut is how some of it is turned away.
        await this.#pool
          .request(bad)
          .then(answer => answer.body.dump())
          .catch(() => {});
        this.#sent += 1;
      }
    };
    this.#senders = Array.from({ length: BAD_SENDERS }, send);
  }

  /** Answers how many were sent per second. */
  async stop(): Promise<number> {
    this.#stopped = true;
    await Promise.all(this.#senders);
    await this.#pool.destroy();
    return (this.#sent * 1000) / (performance.now() - this.#begin);
  }
}
