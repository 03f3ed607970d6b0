const STAGES = ['merged-changes', 'pipelines', 'deployments', 'pushes'];

/** The cursor of a backfill that read all stages before this one. */
export function cursorAt(stage: string, place?: object): string {
  return JSON.stringify({
    until: '2026-03-31T12:00:00.000Z',
    finished: STAGES.slice(0, STAGES.indexOf(stage)),
    ...(place && { at: { stage, place } }),
    done: 0,
  });
}

/** Where a cursor continues, in short. */
export function shortenCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const { finished, at, done } = JSON.parse(cursor);
  const { page, from } = at?.place ?? {};
  const place = at
    ? [at.stage, page, ...(from ? [from] : [])].join(' ')
    : `after ${finished.at(-1)}`;
  return `${place}: ${done}`;
}
