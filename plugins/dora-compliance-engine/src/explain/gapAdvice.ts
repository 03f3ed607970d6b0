import type { GapClosing, GapWork } from './GapClosing';
import { momentInWords, withoutStop } from './inWords';

const ways: Readonly<Record<GapWork['way'], (source: string) => string>> = {
  'delivery-log': source => `Reading the delivery log of ${source}`,
  round: source => `A round of the collector of ${source}`,
  backfill: source => `A backfill of ${source}`,
};

/**
 * What to do about a gap, in a few sentences: how it is closed for its source,
 * or when it no longer matters.
 *
 * @public
 */
export function gapAdvice(closing: GapClosing): string {
  const { sourceId, work, collects, askedWith, problem } = closing;
  const [best] = work;
  if (closing.off !== undefined) {
    return `${withoutStop(closing.off)}. The gap lasts until it is on again.`;
  }
  if (best) {
    return underWay(best, closing);
  }
  if (collects && problem) {
    return `${sourceId} could not be read: ${withoutStop(
      problem,
    )}. Give its credentials the rights that the README of its module lists. The next complete round or backfill closes the gap; both start automatically.`;
  }
  if (collects) {
    return `Start a backfill of ${sourceId} on the page Evidence that goes back to ${momentInWords(
      closing.from,
    )} or earlier.`;
  }
  if (askedWith) {
    return `${sourceId} is not collected from. Configure ${askedWith}: what happened in the gap is then fetched automatically. ${leaves(
      closing,
      'Otherwise the gap',
    )}`;
  }
  return `${sourceId} only pushes; what happened in the gap can't be collected. ${leaves(
    closing,
    'The gap',
  )}`;
}

function underWay(best: GapWork, { sourceId }: GapClosing): string {
  const { way, since, problem } = best;
  const what = ways[way](sourceId);
  return problem
    ? `${what} closes the gap. The last attempt failed: ${withoutStop(
        problem,
      )}. It is retried automatically; if access was refused, give the credentials the rights that the README of the module lists.`
    : `There is nothing to do: ${lowerFirst(
        what,
      )} closes the gap. It has been queued since ${momentInWords(since)}.`;
}

function leaves({ to, leavesAt }: GapClosing, what: string): string {
  if (!to) {
    return `${what} lasts until the source is heard again.`;
  }
  return leavesAt
    ? `${what} leaves the window of this control on ${leavesAt.slice(0, 10)}.`
    : `${what} leaves the window of each control with time.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
