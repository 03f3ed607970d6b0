import {
  type Assessment,
  type Instant,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Ahead } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../kernel/database/columns';
import { jsonRows } from '../kernel/database/jsonRows';

type PairAhead = {
  assessment: Pick<Assessment, 'entityRef' | 'controlId' | 'asOf'>;
  ahead?: Ahead;
};

/** A control that is about to be lost, with the instant at which it is. */
type Notice = {
  entityRef: string;
  controlId: string;
  asOf: Instant;
  at: Instant;
  /** As text. */
  reason: string;
};

type NoticeRow = {
  entity_ref: string;
  control_id: string;
  expires_at: StoredInstant;
};

/**
 * Queues controls that are about to be lost for notifications, each pair once for each
 * instant: what is renewed and comes near again ends at another one.
 */
export async function queueExpiries(
  transaction: Knex.Transaction,
  pairs: readonly PairAhead[],
): Promise<void> {
  const notices = pairs.flatMap(({ assessment, ahead }): Notice[] => {
    const { entityRef, controlId, asOf } = assessment;
    const { expiry } = ahead ?? {};
    return expiry
      ? [
          {
            entityRef,
            controlId,
            asOf,
            at: expiry.at,
            reason: writeReason(expiry.reason),
          },
        ]
      : [];
  });
  for (const chunk of inChunks(notices, 100)) {
    const added = await addNotices(transaction, chunk);
    await queue(
      transaction,
      chunk.filter(notice => added.has(toKey(notice))),
    );
  }
}

/** Returns those that were not known. */
async function addNotices(
  transaction: Knex.Transaction,
  notices: readonly Notice[],
): Promise<ReadonlySet<string>> {
  const rows: NoticeRow[] = await transaction('expiry_notice')
    .insert(
      notices.map(({ entityRef, controlId, at }) => ({
        entity_ref: entityRef,
        control_id: controlId,
        expires_at: at,
      })),
    )
    .onConflict(['entity_ref', 'control_id', 'expires_at'])
    .ignore()
    .returning(['entity_ref', 'control_id', 'expires_at']);
  return new Set(
    rows.map(row =>
      toKey({
        entityRef: row.entity_ref,
        controlId: row.control_id,
        at: readInstant(row.expires_at),
      }),
    ),
  );
}

async function queue(
  transaction: Knex.Transaction,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    {
      entity_ref: 'text',
      control_id: 'text',
      changed_at: 'instant',
      expires_at: 'instant',
      expiry_reason: 'text',
    },
    notices.map(({ entityRef, controlId, asOf, at, reason }) => ({
      entity_ref: entityRef,
      control_id: controlId,
      changed_at: asOf,
      expires_at: at,
      expiry_reason: reason,
    })),
  );
  await transaction.raw(
    `INSERT INTO notification_queue
       (entity_ref, control_id, owner_ref, from_status, to_status, changed_at,
        expires_at, expiry_reason)
     SELECT noticed.entity_ref, control_id, COALESCE(owner_ref, ''), 'satisfied',
       'satisfied', changed_at, expires_at, expiry_reason
     FROM (?) AS noticed
     LEFT JOIN asset_index ON asset_index.entity_ref = noticed.entity_ref
     ORDER BY noticed.entity_ref, control_id`,
    [rows],
  );
}

function toKey({
  entityRef,
  controlId,
  at,
}: Pick<Notice, 'entityRef' | 'controlId' | 'at'>): string {
  return `${entityRef} ${controlId} ${at}`;
}
