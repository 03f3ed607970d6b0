import type { RecordRequest } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Evidence that somebody at the bank records by hand. */
export type ManualRecord = {
  /** The asset, e.g. `component:default/ledger`. */
  entityRef: string;
  /** Who records it, e.g. `user:default/laura-jimenez`. */
  recordedBy: string;
  /** Who confirms it; nobody if absent. */
  confirmedBy?: string;
  request: RecordRequest;
};
