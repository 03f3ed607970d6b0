import type {
  Check,
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CheckName } from './CheckName';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';

/** A check, and when its answer may change without new evidence. */
export type TimedCheck = Check & {
  check: CheckName;
  changesAt?: Instant | undefined;
};

/** Answers the checks for one member of a population. */
export type Judgement = (
  member: Evidence,
  index: EvidenceIndex,
) => TimedCheck[];
