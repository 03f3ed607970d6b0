import type {
  Assessment,
  ControlStatus,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { jsonRows } from '../kernel/database/jsonRows';

/** An assessment with another status than the one before it, if there was one. */
type ChangedStatus = Pick<
  Assessment,
  'entityRef' | 'controlId' | 'status' | 'asOf'
> & { from: ControlStatus | undefined };

/**
 * Appends changes of statuses, each with the owner at that time, and queues them for
 * notifications. The first status of a pair is no change.
 */
export async function appendChanges(
  transaction: Knex.Transaction,
  changed: readonly ChangedStatus[],
): Promise<void> {
  const changes = changed.filter(({ from }) => from !== undefined);
  if (changes.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    {
      entity_ref: 'text',
      control_id: 'text',
      from_status: 'text',
      to_status: 'text',
      changed_at: 'instant',
    },
    changes.map(({ entityRef, controlId, from, status, asOf }) => ({
      entity_ref: entityRef,
      control_id: controlId,
      from_status: from ?? null,
      to_status: status,
      changed_at: asOf,
    })),
  );
  // Both tables have the same columns: each change is notified to its owner.
  for (const table of ['status_change', 'notification_queue']) {
    await transaction.raw(
      `INSERT INTO ${table}
         (entity_ref, control_id, owner_ref, from_status, to_status, changed_at)
       SELECT changed.entity_ref, control_id, COALESCE(owner_ref, ''),
         from_status, to_status, changed_at
       FROM (?) AS changed
       LEFT JOIN asset_index ON asset_index.entity_ref = changed.entity_ref
       ORDER BY changed.entity_ref, control_id`,
      [rows],
    );
  }
}
