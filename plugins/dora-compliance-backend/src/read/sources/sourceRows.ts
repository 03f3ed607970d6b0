import type {
  BackfillView,
  TargetView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { BackfillRow } from '../../sources/backfill/backfillRow';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';

/** A stored target. */
export type TargetRow = {
  target_key: string;
  kind: TargetView['kind'];
  uri: string;
  due_at: StoredInstant;
  last_at: StoredInstant | null;
  last_complete_at: StoredInstant | null;
  complete: boolean | number | null;
  problem: string | null;
  parts: string | null;
  expected: number;
  received: number;
  missed: number;
  clock_skew: number | null;
};

/** A target and its last round. */
export function targetView(
  row: TargetRow,
  entityRefs: string[],
  sentences: Sentences,
): TargetView {
  const { kind, uri, expected, received, missed } = row;
  return {
    kind,
    target: uri,
    entityRefs,
    dueAt: readInstant(row.due_at),
    ...(row.last_at && {
      lastAt: readInstant(row.last_at),
      complete: Boolean(row.complete),
      reconciliation: { expected, received, missed },
    }),
    ...(row.last_complete_at && {
      lastCompleteAt: readInstant(row.last_complete_at),
    }),
    ...(row.problem !== null && { problem: sentences.text(row.problem) }),
    parts: row.parts === null ? [] : JSON.parse(row.parts),
    ...(row.clock_skew !== null && { clockSkew: row.clock_skew }),
  };
}

/** A backfill and its progress. */
export function backfillView(
  row: BackfillRow,
  sentences: Sentences,
): BackfillView {
  return {
    id: row.id,
    target: row.uri,
    since: readInstant(row.since),
    state: row.state,
    done: row.done,
    ...(row.problem !== null && { problem: sentences.text(row.problem) }),
    ...(row.next_at && { nextAt: readInstant(row.next_at) }),
    requestedAt: readInstant(row.requested_at),
    ...(row.started_at && { startedAt: readInstant(row.started_at) }),
    ...(row.finished_at && { finishedAt: readInstant(row.finished_at) }),
  };
}
