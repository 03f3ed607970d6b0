/** Sizes of the benchmark. The environment sets each of them. */
export const sizes = {
  assets: numberOf('BENCH_ASSETS', 10_000),
  controls: numberOf('BENCH_CONTROLS', 40),
  releases: numberOf('BENCH_RELEASES', 4),
  /** Reads beside a pass, and as many while nothing else goes on. */
  reads: numberOf('BENCH_READS', 200),
  /** Pieces of evidence whose way to a status is timed. */
  probes: numberOf('BENCH_PROBES', 100),
  /** Deliveries a second beside which they are timed. */
  perSecond: numberOf('BENCH_PER_SECOND', 200),
};

function numberOf(name: string, otherwise: number): number {
  return Number(process.env[name] ?? otherwise);
}
