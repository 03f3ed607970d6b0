import { setTimeout as sleep } from 'node:timers/promises';
import type { DrillBackend } from '../../packages/backend/src/__testUtils__/DrillBackend';
import type { BenchDelivery } from '../ingest/deliveries';

const CONNECTIONS = 16;

/** What a drill came to. */
export type Tally = {
  deliveries: number;
  /** Sendings that got no answer or one that says to come again. */
  sentAgain: number;
  backendKills: number;
  postgresKills: number;
  seconds: number;
};

/**
 * Sends every delivery until it is answered 202, as a careful sender does,
 * while the backend and PostgreSQL are killed at random places.
 */
export async function sendThroughFaults(options: {
  deliveries: number;
  delivery: (n: number) => BenchDelivery;
  backend: DrillBackend;
  backendKills: number;
  postgresKills: number;
  crash: () => Promise<void>;
  report: (line: string) => void;
}): Promise<Tally> {
  const { deliveries, delivery, backend, report } = options;
  const faults = drawFaults(options);
  const begin = Date.now();
  let next = 0;
  let kept = 0;
  let sentAgain = 0;
  let mending: Promise<void> | undefined;

  const recover = async (kind: Fault['kind']) => {
    if (kind === 'postgres') {
      await options.crash();
    } else {
      await backend.kill();
    }
    // The backend may not survive its database; whoever runs it starts it.
    if (!backend.isRunning) {
      await backend.start();
    }
    report(`${kept} kept, ${kind} killed`);
    mending = undefined;
  };

  const sender = async () => {
    while (next < deliveries) {
      const n = next++;
      for (;;) {
        await mending;
        const status = await post(backend.url, delivery(n));
        if (status === 202) {
          break;
        }
        if (status !== undefined && status < 500) {
          throw new Error(`Delivery ${n} was answered ${status}`);
        }
        sentAgain += 1;
        if (!mending && !backend.isRunning) {
          mending = backend.start().then(() => {
            mending = undefined;
          });
        }
        await sleep(50);
      }
      kept += 1;
      if (faults[0] && kept >= faults[0].after && !mending) {
        mending = recover(faults.shift()!.kind);
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sender));
  await mending;
  return {
    deliveries: kept,
    sentAgain,
    backendKills: options.backendKills,
    postgresKills: options.postgresKills,
    seconds: Math.round((Date.now() - begin) / 1000),
  };
}

type Fault = { after: number; kind: 'backend' | 'postgres' };

/** Faults at random places, in order. */
function drawFaults(options: {
  deliveries: number;
  backendKills: number;
  postgresKills: number;
}): Fault[] {
  const draw = (kind: Fault['kind'], count: number) =>
    Array.from({ length: count }, () => ({
      after: Math.floor(Math.random() * options.deliveries * 0.98),
      kind,
    }));
  return [
    ...draw('backend', options.backendKills),
    ...draw('postgres', options.postgresKills),
  ].sort((a, b) => a.after - b.after);
}

async function post(
  url: string,
  { headers, body }: BenchDelivery,
): Promise<number | undefined> {
  try {
    const response = await fetch(`${url}/api/dora-compliance/ingest/github`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(30_000),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
