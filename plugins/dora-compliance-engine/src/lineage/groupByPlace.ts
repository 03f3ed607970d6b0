import type { KnownDeployment } from './Deployments';
import { commitKey } from './keys';

/** A key for the deployments of a repository, or of one of its commits. */
export function describePlace(
  repository: string | undefined,
  {
    environment,
    commit,
  }: { environment?: string | undefined; commit?: string | undefined },
): string {
  return JSON.stringify([
    repository ?? '',
    environment ?? null,
    commit === undefined ? null : commitKey(commit),
  ]);
}

/**
 * Deployments with a commit, by environment, by commit, and by both, in their order.
 * Without an environment, those to production are meant.
 */
export function groupByPlace(
  deployments: readonly KnownDeployment[],
): ReadonlyMap<string, KnownDeployment[]> {
  const byPlace = new Map<string, KnownDeployment[]>();
  for (const one of deployments) {
    const { repository, environment, commit, kind } = one;
    if (commit !== undefined) {
      const environments = [
        environment,
        ...(kind === 'production' ? [undefined] : []),
      ];
      const keys = environments.flatMap(name => [
        describePlace(repository, { environment: name }),
        describePlace(repository, { environment: name, commit }),
      ]);
      for (const key of keys) {
        const group = byPlace.get(key) ?? [];
        byPlace.set(key, group);
        group.push(one);
      }
    }
  }
  return byPlace;
}
