import {
  canonicalJson,
  type Digest,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockInOrder } from '../due/KnexLockInOrder';
import { markDueByControls } from '../due/KnexMarkDue';
import { inChunks } from '../kernel/database/columns';
import { isSqlite } from '../kernel/database/isSqlite';
import { typeNumber } from '../ledger/keep/typeNumber';
import type { InstalledControl } from './AssessmentStore';

/**
 * Stores these as the installed controls. New or changed controls become due
 * for every asset; the results of removed ones are deleted.
 */
export function installControls(
  knex: Knex,
  controls: readonly InstalledControl[],
  now: Instant,
): Promise<void> {
  return knex.transaction(async transaction => {
    await lockControls(transaction);
    const before: { id: string; digest: Digest }[] = await transaction(
      'control',
    ).select('id', 'digest');
    const known = new Map(before.map(row => [row.id, row.digest]));
    const changed = controls.filter(
      ({ control, digest }) => known.get(control.id) !== digest,
    );
    const gone = before
      .map(row => row.id)
      .filter(id => !controls.some(({ control }) => control.id === id));
    if (changed.length > 0) {
      await transaction('control')
        .insert(
          changed.map(({ control, digest }) => ({
            id: control.id,
            digest,
            body: canonicalJson(control),
          })),
        )
        .onConflict('id')
        .merge();
    }
    await keepTexts(transaction, controls);
    await transaction('control').whereIn('id', gone).delete();
    await lockInOrder(transaction, queue => queue.whereIn('control_id', gone));
    for (const table of ['assessment_queue', 'control_status']) {
      await transaction(table).whereIn('control_id', gone).delete();
    }
    await replaceReads(transaction, controls);
    const ids = changed.map(({ control }) => control.id);
    await markDueByControls(transaction, ids, now);
  });
}

/** Replicas that start at the same time install one after the other. */
async function lockControls(transaction: Knex.Transaction): Promise<void> {
  if (!isSqlite(transaction)) {
    await transaction.raw('LOCK TABLE control IN SHARE ROW EXCLUSIVE MODE');
  }
}

/** Past results were decided by these texts: they are never changed or removed. */
async function keepTexts(
  transaction: Knex.Transaction,
  controls: readonly InstalledControl[],
): Promise<void> {
  const rows = controls.map(({ control, digest }) => ({
    digest,
    body: canonicalJson(control),
  }));
  for (const chunk of inChunks(rows)) {
    await transaction('control_text')
      .insert(chunk)
      .onConflict('digest')
      .ignore();
  }
}

/** What controls read may change with the code of their judgements. */
async function replaceReads(
  transaction: Knex.Transaction,
  controls: readonly InstalledControl[],
): Promise<void> {
  await transaction('control_read').delete();
  const rows = controls.flatMap(({ control, reads }) =>
    reads.map(type => ({ control_id: control.id, type: typeNumber(type) })),
  );
  for (const chunk of inChunks(rows)) {
    await transaction('control_read').insert(chunk);
  }
}
