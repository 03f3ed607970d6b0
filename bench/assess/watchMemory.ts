const MIB = 1024 * 1024;

/** Watches by how many MiB the resident memory of this process grows at most. */
export function watchMemory() {
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      look();
      return (peak - before) / MIB;
    },
  };
}
