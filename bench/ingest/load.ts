import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { percentile } from '../percentile';
import type { BenchDelivery } from './deliveries';

/** How many answers came per second, and how long 19 of 20 took, in ms. */
export type Rate = { perSecond: number; p50: number; p95: number };

/** Sends deliveries over so many connections, each waiting for its answer. */
export async function load(options: {
  url: string;
  connections: number;
  count: number;
  delivery: (n: number) => BenchDelivery;
  status: number;
}): Promise<Rate> {
  const { connections, count, delivery, status } = options;
  const { origin, pathname: path } = new URL(options.url);
  const pool = new Pool(origin, { connections });
  // Made before, so that no time of the measured is spent on making them.
  const deliveries = Array.from({ length: count }, (_, n) => delivery(n));
  const times: number[] = [];
  let next = 0;
  const sender = async () => {
    while (next < count) {
      const { headers, body } = deliveries[next++]!;
      const begin = performance.now();
      const answer = await pool.request({
        path,
        method: 'POST',
        headers,
        body,
      });
      await answer.body.dump();
      if (answer.statusCode !== status) {
        throw new Error(`${options.url} answered ${answer.statusCode}`);
      }
      times.push(performance.now() - begin);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: connections }, sender));
  const seconds = (performance.now() - begin) / 1000;
  await pool.close();
  return {
    perSecond: count / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}
