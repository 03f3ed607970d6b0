import type {
  Assessment,
  Control,
  Digest,
  EvidenceType,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { QueueFigure } from '../kernel/database/readQueueFigures';
import type { Visibility } from '../permissions/Visibility';
import type {
  ClaimedPairs,
  CompletedPairs,
  DecidedPair,
  PairClaim,
} from './ClaimedPair';
import type { ControlCode } from './decideInstallation';

/**
 * An asset and a control whose stored status differs from the last assessment.
 */
export type DriftedPair = { entityRef: string; controlId: string };

/** A control, what decides it, and the types of evidence that it reads. */
export type InstalledControl = ControlCode & {
  control: Control;
  reads: readonly EvidenceType[];
};

/** Counts the pairs that were assessed. */
export interface DecisionObserver {
  /** @param delay - seconds since it was due */
  decided(delay: number): void;
}

/**
 * The latest assessment, when it was last confirmed, and until when it is
 * valid.
 */
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
  /**
   * How many claims to work on at the same time: one is computed while the database
   * works for another.
   */
  readonly concurrency: number;

  /**
   * Stores these as the installed controls when the backend starts. Pairs of
   * controls that are new, or that other code decides now, become due.
   */
  install(controls: readonly InstalledControl[], now: Instant): Promise<void>;

  /**
   * Shows that a replica with these controls runs, and installs those of which no
   * replica with newer code is left. Returns the ids of controls that became due.
   */
  confirm(
    controls: readonly InstalledControl[],
    now: Instant,
  ): Promise<string[]>;

  /**
   * Claims up to `limit` due pairs for a minute: no other worker gets them
   * meanwhile.
   *
   * @param options.codes - the `codeDigest` of the controls that the worker can
   *   decide; all by default
   */
  claim(options: {
    limit: number;
    now: Instant;
    codes?: readonly Digest[];
  }): Promise<PairClaim>;

  /**
   * Records the results of a claim in one transaction, and releases the other
   * pairs. A result that did not change is confirmed and not recorded again. A
   * pair that can't be assessed or recorded is recorded as not assessed and
   * retried later; it does not block the others. A pair that became due again
   * meanwhile is recorded and stays due. Pairs that no longer belong to the
   * claim are left out.
   */
  complete(
    claim: ClaimedPairs,
    decided: readonly DecidedPair[],
    now: Instant,
  ): Promise<CompletedPairs>;

  /** Releases the pairs of a claim. */
  release(claim: ClaimedPairs): Promise<void>;

  /** The latest assessments of an asset, or of one control, by control. */
  current(
    entityRef: string,
    controlId?: string,
  ): Promise<Map<string, CurrentAssessment>>;

  /** The assessment of a pair that counted at an instant. */
  recordedAt(
    entityRef: string,
    controlId: string,
    instant: Instant,
  ): Promise<Assessment | undefined>;

  /** What the latest assessments of an asset found, by control. */
  results(entityRef: string): Promise<Map<string, CurrentResult>>;

  /** How many pairs are due, and for how many seconds the oldest is. */
  queue(now: Instant): Promise<QueueFigure>;

  /** How many pairs are due, of one asset or of all. */
  countDue(now: Instant, entityRef?: string): Promise<number>;

  /** How many pairs are due of the assets that may be read. */
  countVisibleDue(now: Instant, visible: Visibility): Promise<number>;

  /** Rebuilds the projection from the recorded assessments. */
  rebuild(): Promise<void>;

  /**
   * Removes statuses that differ from the latest assessment, and queues their
   * pairs for assessment. Returns these pairs.
   */
  removeDrifted(now: Instant): Promise<DriftedPair[]>;
}
