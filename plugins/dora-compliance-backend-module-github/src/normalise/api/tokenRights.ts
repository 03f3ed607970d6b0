const RANKS = ['none', 'read', 'write'];

/**
 * The most the token of any job may do, by scope; `*` stands for all scopes.
 * A job that says nothing has what the workflow says, else the default of the
 * repository. Undefined when nothing is said at all.
 */
export function tokenRights(
  workflow: unknown,
  jobs: readonly unknown[],
): Record<string, string> | undefined {
  const declared = jobs.map(job => job ?? workflow);
  if (declared.every(rights => rights === undefined || rights === null)) {
    return undefined;
  }
  const merged = new Map<string, string>();
  for (const rights of declared) {
    for (const [scope, right] of listRights(rights)) {
      const before = RANKS.indexOf(merged.get(scope) ?? '');
      if (!merged.has(scope) || RANKS.indexOf(right) > before) {
        merged.set(scope, right);
      }
    }
  }
  return Object.fromEntries(merged);
}

function listRights(rights: unknown): [string, string][] {
  if (rights === undefined || rights === null) {
    return [['*', 'default']];
  }
  if (typeof rights === 'string') {
    return [['*', rights.replace(/-all$/, '')]];
  }
  return Object.entries(rights as object).map(([scope, right]) => [
    scope,
    String(right),
  ]);
}
