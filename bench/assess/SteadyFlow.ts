import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import type { BenchDelivery } from '../ingest/deliveries';

/** Milliseconds between two looks at what is to be sent. */
const TICK = 5;

const CONNECTIONS = 32;

/** Deliveries that come at a steady rate, however long the answers take. */
export class SteadyFlow {
  readonly #pool: Pool;
  readonly #begin = performance.now();
  readonly #timer: NodeJS.Timeout;
  readonly #answers = new Set<Promise<void>>();
  #sent = 0;
  #kept = 0;

  constructor(
    url: string,
    perSecond: number,
    next: (n: number) => BenchDelivery,
  ) {
    this.#pool = new Pool(url, { connections: CONNECTIONS });
    this.#timer = setInterval(() => {
      const wanted = ((performance.now() - this.#begin) * perSecond) / 1000;
      while (this.#sent < wanted) {
        this.#send(next(this.#sent++));
      }
    }, TICK);
  }

  /** Returns how many deliveries a second were kept. */
  async stop(): Promise<number> {
    clearInterval(this.#timer);
    await Promise.all(this.#answers);
    const seconds = (performance.now() - this.#begin) / 1000;
    await this.#pool.destroy();
    return this.#kept / seconds;
  }

  #send({ headers, body }: BenchDelivery) {
    const answer = this.#pool
      .request({
        path: '/api/dora-compliance/ingest/github',
        method: 'POST',
        headers,
        body,
      })
      .then(async ({ statusCode, body: text }) => {
        await text.dump();
        this.#kept += statusCode === 202 ? 1 : 0;
      })
      .catch(() => {})
      .finally(() => this.#answers.delete(answer));
    this.#answers.add(answer);
  }
}
