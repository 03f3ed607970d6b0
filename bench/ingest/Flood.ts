import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import type { BenchDelivery } from './deliveries';

/** Deliveries that keep coming until they are stopped. */
export class Flood {
  readonly #pool: Pool;
  readonly #begin = performance.now();
  readonly #senders: Promise<void>[];
  #sent = 0;
  #stopped = false;

  /**
   * @param connections - how many send, each as fast as it is answered
   * @param next - the nth delivery
   */
  constructor(
    url: string,
    connections: number,
    next: (n: number) => BenchDelivery,
  ) {
    this.#pool = new Pool(url, { connections });
    const send = async () => {
      while (!this.#stopped) {
        const { headers, body } = next(this.#sent++);
        // Some deliveries are refused by closing the connection.
        await this.#pool
          .request({
            path: '/api/dora-compliance/ingest/github',
            method: 'POST',
            headers,
            body,
          })
          .then(answer => answer.body.dump())
          .catch(() => {});
      }
    };
    this.#senders = Array.from({ length: connections }, send);
  }

  /** Returns how many were sent per second. */
  async stop(): Promise<number> {
    this.#stopped = true;
    await Promise.all(this.#senders);
    await this.#pool.destroy();
    return (this.#sent * 1000) / (performance.now() - this.#begin);
  }
}
