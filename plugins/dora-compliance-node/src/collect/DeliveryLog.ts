import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery } from '../source/EvidenceSource';
import type { CollectionTarget } from './CollectionTarget';

/**
 * What is asked of a delivery log.
 *
 * @public
 */
export type DeliveryLogRequest = {
  /** The repositories and pipelines whose events may have been lost. */
  readonly targets: readonly CollectionTarget[];
  /** From when on deliveries may have been lost. */
  readonly since: Instant;
  /** Where we receive; only hooks that deliver to this address count. */
  readonly address: string;
  /**
   * Those of some delivery ids we already have. They are the ids that
   * `EvidenceSource.deliveryId` reads from the delivery.
   */
  readonly kept: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly now: () => Instant;
  /** Ends the reading; what was read until then is kept. */
  readonly signal: AbortSignal;
};

/**
 * How far the log answers for a target. `complete`: every delivery of the
 * events that controls judge, sent since the requested time or later, is
 * either kept already or was part of a step.
 *
 * @public
 */
export type DeliveryLogAnswer = {
  readonly target: CollectionTarget;
  readonly complete: boolean;
  /** Why the log does not answer for the target; there unless complete. */
  readonly problem?: string;
  /** True where it will not answer when it is read again, either. */
  readonly lasting?: boolean;
};

/**
 * Deliveries that did not reach us, as the CI system sent them, and what the
 * log says of some targets.
 *
 * @public
 */
export type DeliveryLogStep = {
  readonly deliveries: readonly Delivery[];
  readonly answers: readonly DeliveryLogAnswer[];
  /** Milliseconds the system asks to be left alone. */
  readonly retryAfter?: number;
};

/**
 * Port. The log a CI system keeps of the deliveries it sent, from which those
 * that we missed are read. Read access is enough. Never throws for what the
 * system answers: a target whose log can't be read is not complete.
 *
 * @public
 */
export interface DeliveryLog {
  /** How long the system keeps its log, at least, in milliseconds. */
  readonly keptFor: number;
  /**
   * Every target of the request is answered for, in any step, unless the
   * system asks to be left alone.
   */
  read(request: DeliveryLogRequest): AsyncIterable<DeliveryLogStep>;
}
