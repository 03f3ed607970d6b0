import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type BenchServer, probe } from './BenchServer';
import { SECRET } from './deliveries';
import { Flood } from './Flood';

/** A page of others. */
const PAGE = '/sources';

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
  await probe(server, PAGE, PROBES);
  const alone = await probe(server, PAGE, PROBES);
  const figures: Record<string, number> = {
    'a page alone p50, ms': alone.p50,
    'a page alone p95, ms': alone.p95,
  };
  for (const [name, { body, headers }] of Object.entries(BAD)) {
    const bad = { headers: { ...signed(body), ...headers }, body };
    const flood = new Flood(server.url, BAD_SENDERS, () => bad);
    const { p50, p95 } = await probe(server, PAGE, PROBES);
    const perSecond = await flood.stop();
    figures[`${name}: bad requests per second`] = perSecond;
    figures[`${name}: p50 / alone`] = p50 / alone.p50;
    figures[`${name}: p95 / alone`] = p95 / alone.p95;
    await server.idle();
  }
  return figures;
}

function signed(body: Buffer): Record<string, string> {
  const signature = createHmac('sha256', SECRET).update(body).digest('hex');
  return {
    'content-type': 'application/json',
    'x-github-event': 'workflow_run',
    'x-hub-signature-256': `sha256=${signature}`,
  };
}
