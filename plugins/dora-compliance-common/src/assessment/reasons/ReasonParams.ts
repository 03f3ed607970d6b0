import type { ChangeReasons } from './ChangeReasons';
import type { ControlReasons } from './ControlReasons';
import type { PopulationReasons } from './PopulationReasons';
import type { ProblemReasons } from './ProblemReasons';
import type { RecordReasons } from './RecordReasons';
import type { SourceReasons } from './SourceReasons';

/**
 * Every code of a reason and its parameters. The sentences of each language
 * are typed by it: one that lacks a code, or uses a parameter that the code
 * does not have, does not compile.
 *
 * @public
 */
export type ReasonParams = ChangeReasons &
  ControlReasons &
  PopulationReasons &
  ProblemReasons &
  RecordReasons &
  SourceReasons;

/** @public */
export type ReasonCode = keyof ReasonParams;
