import { setTimeout as sleep } from 'node:timers/promises';
import { type Delivery, buildRequest } from '@ict-assurance/example-bank';
import type { Knex } from 'knex';
import { type DrillBackend, DRILL_SECRET } from './DrillBackend';
import type { DrillStore } from './DrillStore';

/** When to kill the backend. */
type Kill = {
  /** With which 202 since the start. */
  after: number;
  /** Whether nothing can be decided from the start on. */
  held: boolean;
};

/** What a kill left behind. */
type Aftermath = Kill & {
  /** Deliveries that were on their way. */
  unanswered: number;
  /** Documents that were received but not decided. */
  waiting: number;
};

/**
 * Draws kills from a seed: the same seed gives the same kills. They leave
 * deliveries to be on their way at each, and for the first time.
 */
export function drawKills(options: {
  seed: number;
  count: number;
  deliveries: number;
  concurrency: number;
}): Kill[] {
  const { seed, count, deliveries, concurrency } = options;
  const random = randomFrom(seed);
  const most = Math.floor(deliveries / (count + 1)) - concurrency;
  return Array.from({ length: count }, () => ({
    after: 1 + Math.floor(random() * most),
    held: false,
  }));
}

/** The generator mulberry32: numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Sends deliveries to a backend that is killed and started again meanwhile,
 * as a sender does that sends again whatever it got no answer to. Ends when
 * each was answered 202, and each once.
 */
export async function killDrill(options: {
  backend: DrillBackend;
  store: DrillStore;
  knex: Knex;
  deliveries: readonly Delivery[];
  kills: readonly Kill[];
  concurrency: number;
}): Promise<Aftermath[]> {
  const { backend, store, knex, kills, concurrency } = options;
  const waiting = [...options.deliveries];
  const found: Aftermath[] = [];
  for (const kill of kills) {
    if (kill.held) {
      // A worker with documents of before would be held at once, and on SQLite the
      // whole backend with it: no delivery would be answered.
      await untilEmpty(knex);
    }
    const release = kill.held ? await store.hold(knex) : undefined;
    const unanswered = await send({ backend, waiting, concurrency, kill });
    found.push({
      ...kill,
      unanswered: unanswered.length,
      waiting: await knex('document_queue').then(rows => rows.length),
    });
    await release?.();
    waiting.push(...unanswered);
    await backend.start();
  }
  await send({ backend, waiting, concurrency });
  return found;
}

/** Waits until the backend has processed all documents. */
async function untilEmpty(knex: Knex): Promise<void> {
  const end = Date.now() + 600_000;
  while ((await knex('document_queue')).length > 0) {
    if (Date.now() > end) {
      throw new Error('After ten minutes documents are still waiting');
    }
    await sleep(100);
  }
}

/** Sends until all is sent or the backend killed; answers what is left open. */
async function send(options: {
  backend: DrillBackend;
  waiting: Delivery[];
  concurrency: number;
  kill?: Kill;
}): Promise<Delivery[]> {
  const { backend, waiting, concurrency, kill } = options;
  const unanswered: Delivery[] = [];
  let kept = 0;
  let killed: Promise<void> | undefined;
  const sender = async () => {
    while (!killed && waiting.length > 0) {
      const delivery = waiting.shift()!;
      const answer = post(delivery, backend.url);
      if (kill && kept >= kill.after) {
        // Answers come in groups: the kill comes with this one on its way.
        killed ??= backend.kill();
      }
      const status = await answer;
      if (status === 202) {
        kept++;
      } else if (killed) {
        unanswered.push(delivery);
      } else {
        throw new Error(`${delivery.id} was answered ${status}`);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
  await killed;
  return unanswered;
}

/** The status of the answer; none when there was no answer. */
async function post(
  delivery: Delivery,
  url: string,
): Promise<number | undefined> {
  const response = await fetch(`${url}/api/dora-compliance/ingest/github`, {
    ...buildRequest(delivery, DRILL_SECRET),
    signal: AbortSignal.timeout(600_000),
  }).catch(() => undefined);
  return response?.status;
}
