type Item = Record<string, unknown>;

/** The pipelines GitLab counts as finished; one that is skipped is none. */
const FINISHED = ['success', 'failed', 'canceled'];

/**
 * The items of a list that GitLab gives to a query, in its order; undefined
 * for a query it refuses.
 */
export function narrowed(
  path: string,
  list: readonly unknown[],
  query: URLSearchParams,
): readonly unknown[] | undefined {
  if (path === '/events') {
    return eventsFor(list as Item[], query);
  }
  const after = query.get('updated_after');
  const isPaired = query.get('order_by') === 'updated_at';
  if (path === '/deployments' && after && !isPaired) {
    return undefined;
  }
  const found = (list as Item[])
    .filter(({ updated_at: at }) => !after || !at || String(at) >= after)
    .filter(
      ({ status }) =>
        query.get('scope') !== 'finished' || FINISHED.includes(String(status)),
    );
  return isPaired ? sorted(found, 'updated_at', query) : found;
}

/** Days are whole: neither the day after which nor that before which counts. */
function eventsFor(list: readonly Item[], query: URLSearchParams) {
  const after = query.get('after');
  const before = query.get('before');
  const found = list.filter(({ created_at: at }) => {
    const day = String(at).slice(0, 10);
    return (!after || day > after) && (!before || day < before);
  });
  return sorted(found, 'created_at', query);
}

function sorted(list: readonly Item[], field: string, query: URLSearchParams) {
  const sign = query.get('sort') === 'asc' ? 1 : -1;
  return [...list].sort(
    (a, b) => sign * (String(a[field]) < String(b[field]) ? -1 : 1),
  );
}
