import type { EvidenceGap } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { randomUUID } from 'node:crypto';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';

/** A stored gap; `target_key` is empty if it is about all targets. */
export type GapRow = {
  id: string;
  source_id: string;
  target_key: string;
  uri: string | null;
  cause: EvidenceGap['cause'];
  from_at: StoredInstant;
  to_at: StoredInstant | null;
  made_good_at: StoredInstant | null;
  detail: string | null;
};

/** The row of a new gap. */
export function rowFromGap(
  gap: EvidenceGap,
  target?: { key: string; uri: string },
) {
  return {
    id: randomUUID(),
    source_id: gap.sourceId,
    target_key: target?.key ?? '',
    uri: target?.uri ?? null,
    cause: gap.cause,
    from_at: gap.from,
    to_at: gap.to ?? null,
    made_good_at: null,
    detail: gap.detail ?? null,
  };
}

/** The gap of a row. */
export function gapFromRow(row: GapRow): EvidenceGap {
  return {
    sourceId: row.source_id,
    from: readInstant(row.from_at),
    ...(row.to_at && { to: readInstant(row.to_at) }),
    cause: row.cause,
    ...(row.detail !== null && { detail: row.detail }),
  };
}
