import type { BackfillState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { StoredInstant } from '../../kernel/database/columns';
import type { DueBackfill } from './BackfillStore';

/** A stored backfill; `next_at` is null when it is over. */
export type BackfillRow = {
  id: string;
  source_id: string;
  target_key: string;
  kind: DueBackfill['kind'];
  uri: string;
  since: StoredInstant;
  cursor: string | null;
  done: number;
  state: BackfillState;
  problem: string | null;
  attempts: number;
  flaw: string | null;
  next_at: StoredInstant | null;
  requested_at: StoredInstant;
  started_at: StoredInstant | null;
  finished_at: StoredInstant | null;
};
