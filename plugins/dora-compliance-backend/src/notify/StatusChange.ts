import type {
  ControlStatus,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A change of a status that its owner is not notified of yet. */
export type StatusChange = {
  /** Grows with time. */
  number: number;
  entityRef: string;
  controlId: string;
  from: ControlStatus;
  to: ControlStatus;
  changedAt: Instant;
};
