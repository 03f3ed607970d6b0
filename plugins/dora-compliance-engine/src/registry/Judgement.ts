import type {
  Check,
  Evidence,
  EvidenceType,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { CheckName } from '../judgement/CheckName';
import type { Needs } from './Needs';

/**
 * A check, when its answer may change without new evidence, and how far back what
 * it depends on goes: a gap of a source after that time may hide something.
 *
 * @public
 */
export type TimedCheck = Check & {
  check: CheckName;
  changesAt?: Instant | undefined;
  since?: Instant | undefined;
};

/**
 * Returns the checks for one member of a population.
 *
 * @public
 */
export type Judge = (member: Evidence, index: EvidenceIndex) => TimedCheck[];

/**
 * A question about a member of a population that an expression can't answer.
 * Assertions use it as `<name>.satisfied`.
 *
 * @public
 */
export type Judgement = {
  /** A scope and a name, such as `change.independence`. */
  name: string;
  /** The type of evidence that its members are. */
  member: EvidenceType;
  /** What it reads besides the member. */
  needs: Needs;
  judge: Judge;
};

/**
 * True if all checks passed, false if one failed, null if one is unknown or there
 * are none.
 */
export function combineChecks(checks: readonly Check[]): boolean | null {
  if (checks.some(({ passed }) => passed === false)) {
    return false;
  }
  return checks.length > 0 && checks.every(({ passed }) => passed === true)
    ? true
    : null;
}
