import { type BenchServer, probe } from './BenchServer';
import { deliveryNumber } from './deliveries';
import { Flood } from './Flood';

/** How many times the tab is asked for. */
const PROBES = Number(process.env.BENCH_PROBES ?? 300);

/** How many send deliveries at a time. */
const SENDERS = 16;

const TAB = '/assets/component/default/hello-world/compliance';

/**
 * How much slower the compliance tab of a service is answered while 16 senders
 * deliver finished runs of its repository, beside when nobody does.
 */
export async function tabBesideDoor(
  server: BenchServer,
): Promise<Record<string, number>> {
  await server.finds(TAB);
  await probe(server, TAB, PROBES);
  const quiet = await probe(server, TAB, PROBES);
  const flood = new Flood(server.url, SENDERS, n =>
    deliveryNumber(20_000_000 + n),
  );
  const busy = await probe(server, TAB, PROBES);
  const perSecond = await flood.stop();
  await server.idle();
  return {
    'the tab alone p50, ms': quiet.p50,
    'the tab alone p95, ms': quiet.p95,
    'deliveries per second beside it': perSecond,
    'the tab beside the door p50, ms': busy.p50,
    'the tab beside the door p95, ms': busy.p95,
    'p50 / alone': busy.p50 / quiet.p50,
    'p95 / alone': busy.p95 / quiet.p95,
  };
}
