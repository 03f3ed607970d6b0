import type { Artifact } from './Observation';

/**
 * Each artifact of a workload once, however many replicas run it: since the
 * earliest of them started. In an order that does not depend on the document.
 */
export function mergeArtifacts(artifacts: readonly Artifact[]): Artifact[] {
  const merged = new Map<string, Artifact>();
  for (const one of artifacts) {
    const key = toKey(one);
    const known = merged.get(key);
    const since = [known?.since, one.since].filter(Boolean).sort()[0];
    merged.set(key, { ...one, ...(since && { since }) });
  }
  return [...merged]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, artifact]) => artifact);
}

function toKey({ name, digest, version, workload }: Artifact): string {
  return JSON.stringify([workload ?? '', name, version ?? '', digest ?? '']);
}
