import type { GapWork } from './GapClosing';

type Source = { source: string };

/**
 * Every piece of advice on a gap, and its parameters.
 *
 * @public
 */
export type GapAdviceParams = {
  /** A person has to start the backfill. */
  'start-backfill': Source & { from: string };
  /** The source is not collected, but can be. */
  'configure-collection': Source & { configure: string };
  'could-not-be-read': Source & { problem: string };
  'only-pushes': Source;
  'source-is-off': { why: string };
  'work-failed': Source & { way: GapWork['way']; problem: string };
  'work-queued': Source & { way: GapWork['way']; since: string };
  // when the gap ends to count
  'counts-until-source-delivers': Record<string, never>;
  'leaves-window-of-each-control': Record<string, never>;
  'leaves-window-on': { day: string };
};
