import type { StatusChange } from './StatusChange';

/**
 * One change for each pair of asset and control: from its first status to its last. A
 * pair that has its first status again did not change. What is about to expire did not
 * change either.
 *
 * @param changes - by number
 */
export function netChanges(changes: readonly StatusChange[]): StatusChange[] {
  const pairs = new Map<string, StatusChange>();
  for (const change of changes.filter(({ expiry }) => !expiry)) {
    const key = `${change.entityRef} ${change.controlId}`;
    const first = pairs.get(key);
    pairs.set(key, { ...change, from: first?.from ?? change.from });
  }
  return [...pairs.values()].filter(({ from, to }) => from !== to);
}
