import type { GapWork } from './GapClosing';

/**
 * Every piece of advice on a gap, and its parameters.
 *
 * @public
 */
export type GapAdviceParams = {
  /** A person has to start the backfill. */
  'start-backfill': { source: string; from: string };
  /** The source is not collected, but can be. */
  'configure-collection': { source: string; configure: string };
  'could-not-be-read': { source: string; problem: string };
  'only-pushes': { source: string };
  'source-is-off': { why: string };
  'work-failed': { source: string; way: GapWork['way']; problem: string };
  'work-queued': { source: string; way: GapWork['way']; since: string };
  // when the gap ends to count
  'counts-until-source-delivers': Record<string, never>;
  'leaves-window-of-each-control': Record<string, never>;
  'leaves-window-on': { day: string };
};
