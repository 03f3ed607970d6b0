import type { GapClosing } from './language/GapClosing';
import type { Language } from './language/Language';

/**
 * What to do about a gap, in a few sentences: how it is closed for its source,
 * or when it stops to count.
 */
export function gapAdvice(
  { gapAdvice: sentences }: Language,
  closing: GapClosing,
): string {
  const {
    sourceId: source,
    from,
    work,
    collects,
    askedWith,
    problem,
  } = closing;
  const [best] = work;
  if (closing.off !== undefined) {
    return sentences['source-is-off']({ why: closing.off });
  }
  if (best) {
    const { way, since } = best;
    return best.problem
      ? sentences['work-failed']({ source, way, problem: best.problem })
      : sentences['work-queued']({ source, way, since });
  }
  if (collects) {
    return problem
      ? sentences['could-not-be-read']({ source, problem })
      : sentences['start-backfill']({ source, from });
  }
  const why = askedWith
    ? sentences['configure-collection']({ source, configure: askedWith })
    : sentences['only-pushes']({ source });
  return `${why} ${end(sentences, closing)}`;
}

/** When a gap that is not closed stops to count. */
function end(
  sentences: Language['gapAdvice'],
  { to, leavesAt }: GapClosing,
): string {
  if (!to) {
    return sentences['counts-until-source-delivers']({});
  }
  return leavesAt
    ? sentences['leaves-window-on']({ day: leavesAt.slice(0, 10) })
    : sentences['leaves-window-of-each-control']({});
}
