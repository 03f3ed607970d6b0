import type { ControlReasons } from './ControlReasons';
import type { LineageReasons } from './LineageReasons';
import type { PopulationReasons } from './PopulationReasons';
import type { ProblemReasons } from './ProblemReasons';
import type { SourceReasons } from './SourceReasons';

/**
 * Every code of a reason that no judgement brings, and its parameters. The sentences of each language
 * are typed by it: one that lacks a code, or uses a parameter that the code
 * does not have, does not compile.
 *
 * @public
 */
export type ReasonParams = ControlReasons &
  LineageReasons &
  PopulationReasons &
  ProblemReasons &
  SourceReasons;

/** @public */
export type ReasonCode = keyof ReasonParams;
