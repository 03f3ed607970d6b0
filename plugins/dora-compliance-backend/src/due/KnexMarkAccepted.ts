import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByPairs } from './KnexMarkDue';

/** Makes the controls due whose risk is accepted: who confirmed it may be another one. */
export async function markDueByAccepted(
  transaction: Knex.Transaction,
  now: Instant,
): Promise<void> {
  const rows: { entity_ref: string; control_id: string }[] = await transaction(
    'control_status',
  )
    .where('status', 'risk-accepted')
    .select('entity_ref', 'control_id');
  await markDueByPairs(
    transaction,
    rows.map(row => [row.entity_ref, row.control_id]),
    now,
  );
}
