import type {
  Assessment,
  Control,
  Digest,
  EvidenceType,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { QueueFigure } from '../kernel/database/readQueueFigures';
import type { Visibility } from '../permissions/Visibility';
import type { CompletedPairs, DecidedPair, PairClaim } from './ClaimedPair';

/** An asset and a control whose status was not the one last recorded. */
export type DriftedPair = { entityRef: string; controlId: string };

/** A control, and the types of evidence that it reads. */
export type InstalledControl = {
  control: Control;
  digest: Digest;
  reads: readonly EvidenceType[];
};

/** Counts the pairs that were decided. */
export interface DecisionObserver {
  /** @param delay - seconds since it was due */
  decided(delay: number): void;
}

/** The latest assessment, when it was last confirmed, and until when. */
export type CurrentAssessment = {
  assessment: Assessment;
  assessedAt: Instant;
  validUntil?: Instant;
};

/** What the latest assessment found, without its rows. */
export type CurrentResult = Omit<CurrentAssessment, 'assessment'> & {
  assessment: Pick<Assessment, 'status' | 'reason' | 'counts'>;
};

/**
 * Port. What is due, every assessment that changed something, and the latest
 * one of each control.
 */
export interface AssessmentStore {
  /** Makes these the installed controls; what changed becomes due. */
  install(controls: readonly InstalledControl[], now: Instant): Promise<void>;

  /**
   * Takes up to `limit` due pairs for a minute, during which no other worker
   * takes them.
   */
  claim(options: { limit: number; now: Instant }): Promise<PairClaim>;

  /**
   * Records what was decided of a claim, all in one transaction, and gives back
   * the other pairs. A result that is the same as before is confirmed and not
   * recorded again. A pair that can't be decided or recorded is recorded as not
   * assessed and tried again later; it holds up no other. A pair that became due
   * again meanwhile is recorded and stays due. Pairs that the claim lost are
   * left out.
   */
  complete(
    claim: Pick<PairClaim, 'ticket'>,
    decided: readonly DecidedPair[],
    now: Instant,
  ): Promise<CompletedPairs>;

  /** Gives back the pairs of a claim. */
  release(claim: Pick<PairClaim, 'ticket'>): Promise<void>;

  /** The latest assessments of an asset, or of one control, by control. */
  current(
    entityRef: string,
    controlId?: string,
  ): Promise<Map<string, CurrentAssessment>>;

  /** What the latest assessments of an asset found, by control. */
  results(entityRef: string): Promise<Map<string, CurrentResult>>;

  /** How many pairs are due, and for how many seconds the oldest is. */
  queue(now: Instant): Promise<QueueFigure>;

  /** How many pairs are due, of one asset or of all. */
  countDue(now: Instant, entityRef?: string): Promise<number>;

  /** How many pairs are due of the assets that may be read. */
  countVisibleDue(now: Instant, visible: Visibility): Promise<number>;

  /** Makes the projection anew from the recorded assessments. */
  rebuild(): Promise<void>;

  /**
   * Removes statuses that are not those of the latest assessment, and has them
   * assessed anew. Answers of which pairs.
   */
  removeDrifted(now: Instant): Promise<DriftedPair[]>;
}
