import type {
  ControlStatus,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A change of a status, or a control that is about to be lost, that its owner is not
 * notified of yet.
 */
export type StatusChange = {
  /** Grows with time. */
  number: number;
  entityRef: string;
  controlId: string;
  from: ControlStatus;
  to: ControlStatus;
  changedAt: Instant;
  /** When a satisfied control is lost, and what is wrong from then on, as text. */
  expiry?: { at: Instant; reason: string };
};
