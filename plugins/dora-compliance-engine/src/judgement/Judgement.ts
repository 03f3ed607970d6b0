import type {
  Check,
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';

/** A check, and the instant at which time alone may change its answer. */
export type TimedCheck = Check & { changesAt?: Instant | undefined };

/** Answers questions about one member of a population. */
export type Judgement = (
  member: Evidence,
  index: EvidenceIndex,
) => TimedCheck[];
