import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
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
  const { url, connections, count, delivery, status } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  const sender = async () => {
    while (next < count) {
      const { headers, body } = delivery(next++);
      const begin = performance.now();
      const answer = await post(agent, url, headers, body);
      if (answer !== status) {
        throw new Error(`${url} answered ${answer}`);
      }
      times.push(performance.now() - begin);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: connections }, sender));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: count / seconds,
    p50: times[Math.floor(times.length * 0.5)] ?? NaN,
    p95: times[Math.floor(times.length * 0.95)] ?? NaN,
  };
}

function post(
  agent: Agent,
  url: string,
  headers: Record<string, string>,
  body: Buffer,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
      },
      response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      },
    )
      .on('error', reject)
      .end(body);
  });
}
