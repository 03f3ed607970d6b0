/** Sizes of the benchmark. The environment sets each of them. */
export const sizes = {
  assets: readNumber('BENCH_ASSETS', 10_000),
  controls: readNumber('BENCH_CONTROLS', 40),
  releases: readNumber('BENCH_RELEASES', 4),
  /** Reads beside a pass, and as many while nothing else goes on. */
  reads: readNumber('BENCH_READS', 200),
  /** Pieces of evidence whose way to a status is timed. */
  probes: readNumber('BENCH_PROBES', 100),
  /** Deliveries a second beside which they are timed. */
  perSecond: readNumber('BENCH_PER_SECOND', 200),
};

function readNumber(name: string, otherwise: number): number {
  return Number(process.env[name] ?? otherwise);
}
