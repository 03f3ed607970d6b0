import type {
  Control,
  ControlStatus,
  Duration,
  Evidence,
  EvidenceType,
  IctAsset,
  Instant,
  Reason,
  Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Needs } from './Needs';

/**
 * One of the things that must each comply.
 *
 * @public
 */
export type Member = { evidence: Evidence; describes: Row['member'] };

/**
 * The members of a control's population, and when time changes them.
 *
 * @public
 */
export type Members = {
  members: Member[];
  /** Set if there are none: what that means, and why. */
  empty?: { status: ControlStatus; reason: Reason };
  validUntil?: Instant | undefined;
};

/**
 * Where and when members are looked for.
 *
 * @public
 */
export type PopulationContext = {
  asset: IctAsset;
  index: EvidenceIndex;
  asOf: Instant;
  /** Whether anything has ever been received from the asset's repositories. */
  sourceHeard: boolean;
};

/** The population of a control, as its file declares it. */
export type Clause<Each extends Control['population']['each']> = Extract<
  Control['population'],
  { each: Each }
>;

/**
 * The things that must each comply with a control.
 *
 * @public
 */
export type Population = {
  /** The type of evidence that its members are. */
  member: EvidenceType;
  /** What it reads to find its members. */
  needs: Needs;
  /**
   * How far back what happened counts; absent if only the present counts. A gap
   * of a source within this time may hide a member.
   */
  window?: Duration;
  find(context: PopulationContext): Members;
};
