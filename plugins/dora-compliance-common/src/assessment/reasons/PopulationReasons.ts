import type { None } from './None';

/**
 * Why a population has no members, or nothing can be said of one of them.
 *
 * @public
 */
export type PopulationReasons = {
  'event-never-observed': { type: string; days: number };
  /** The source could not read all of it. */
  'evidence-incomplete': { problem: string };
  'incidents-unheard': None;
  /** What was before the first known event is unknown. */
  'interval-start-unknown': { type: string; first: string };
  'never-scanned': None;
  'no-open-finding': None;
  'nothing-runs': { environments: string };
  'state-not-observed': { kind: string; type: string };
};
