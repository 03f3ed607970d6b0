import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
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
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(times.length * 0.5)] ?? NaN,
    p95: times[Math.floor(times.length * 0.95)] ?? NaN,
  };
}

/** Bad input that keeps coming until it is stopped. */
class Flood {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: BAD_SENDERS });
  readonly #begin = performance.now();
  readonly #senders: Promise<void>[];
  #sent = 0;
  #stopped = false;

  constructor(
    server: BenchServer,
    body: Buffer,
    headers: Record<string, string> = {},
  ) {
    const url = `${server.url}/api/dora-compliance/ingest/github`;
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    const all = {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'x-github-event': 'workflow_run',
      'x-hub-signature-256': `sha256=${signature}`,
      ...headers,
    };
    this.#senders = Array.from({ length: BAD_SENDERS }, async () => {
      while (!this.#stopped) {
        await this.#send(url, all, body);
        this.#sent += 1;
      }
    });
  }

  /** Answers how many were sent per second. */
  async stop(): Promise<number> {
    this.#stopped = true;
    await Promise.all(this.#senders);
    this.#agent.destroy();
    return (this.#sent * 1000) / (performance.now() - this.#begin);
  }

  #send(url: string, headers: Record<string, string>, body: Buffer) {
    return new Promise<void>(resolve => {
      // A connection that is cut is how some of it is turned away.
      request(url, { agent: this.#agent, method: 'POST', headers }, answer =>
        answer.resume().once('close', resolve),
      )
        .once('error', () => resolve())
        .end(body);
    });
  }
}
