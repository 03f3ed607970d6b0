import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import { isSqlite } from '../kernel/database/isSqlite';

/** Makes all controls of the assets to which subjects belong due. */
export async function markDueByKeys(
  transaction: Knex.Transaction,
  subjectKeys: readonly string[],
  now: Instant,
): Promise<void> {
  for (const chunk of inChunks(subjectKeys)) {
    const pairs = transaction('asset_identifier')
      .crossJoin('control' as never)
      .whereIn('asset_identifier.subject_key', chunk)
      .distinct('asset_identifier.entity_ref', 'control.id');
    await markDue(transaction, pairs, now);
  }
}

/**
 * Makes the controls that read some types of evidence due, for the assets to
 * which the subjects of that evidence belong.
 *
 * @param keysByType - subject keys by the number of the type
 */
export async function markDueByTypes(
  transaction: Knex.Transaction,
  keysByType: ReadonlyMap<number, ReadonlySet<string>>,
  now: Instant,
): Promise<void> {
  await markDueByTold(transaction, 'subject_key', keysByType, now);
}

/**
 * Makes the controls that read evidence about organizations due, for the assets whose
 * repositories belong to these organizations.
 *
 * @param keysByType - keys of organizations by the number of the type
 */
export async function markDueByOrganizations(
  transaction: Knex.Transaction,
  keysByType: ReadonlyMap<number, ReadonlySet<string>>,
  now: Instant,
): Promise<void> {
  await markDueByTold(transaction, 'organization_key', keysByType, now);
}

async function markDueByTold(
  transaction: Knex.Transaction,
  column: 'organization_key' | 'subject_key',
  keysByType: ReadonlyMap<number, ReadonlySet<string>>,
  now: Instant,
): Promise<void> {
  const told = [...keysByType].flatMap(([type, keys]) =>
    [...keys].map(key => ({ type, key })),
  );
  for (const chunk of inChunks(told)) {
    const types = [...new Set(chunk.map(({ type }) => type))];
    const pairs = transaction.union(
      types.map(type =>
        transaction('asset_identifier')
          .crossJoin('control_read' as never)
          .where('control_read.type', type)
          .whereIn(
            `asset_identifier.${column}`,
            chunk.flatMap(one => (one.type === type ? [one.key] : [])),
          )
          .distinct(
            'asset_identifier.entity_ref',
            'control_read.control_id as id',
          ),
      ),
    );
    await markDue(transaction, pairs, now);
  }
}

/** Makes all controls of some assets due. */
export async function markDueByAssets(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
  now: Instant,
): Promise<void> {
  for (const chunk of inChunks(entityRefs)) {
    const pairs = transaction('asset')
      .crossJoin('control' as never)
      .whereIn('asset.entity_ref', chunk)
      .select('asset.entity_ref', 'control.id');
    await markDue(transaction, pairs, now);
  }
}

/** Makes some controls due for all assets. */
export async function markDueByControls(
  transaction: Knex.Transaction,
  controlIds: readonly string[],
  now: Instant,
): Promise<void> {
  if (controlIds.length === 0) {
    return;
  }
  for (const chunk of inChunks(controlIds)) {
    const pairs = transaction('asset')
      .crossJoin('control' as never)
      .whereIn('control.id', chunk)
      .select('asset.entity_ref', 'control.id');
    await markDue(transaction, pairs, now);
  }
  if (!isSqlite(transaction)) {
    // Autovacuum notices so many new rows after a minute. Until then each claim would
    // read and sort the whole queue.
    await transaction.raw('ANALYZE assessment_queue');
  }
}

/** Makes pairs of an asset and a control due. */
export async function markDueByPairs(
  transaction: Knex.Transaction,
  pairs: readonly [entityRef: string, controlId: string][],
  now: Instant,
): Promise<void> {
  for (const chunk of inChunks(pairs)) {
    const there = transaction('asset')
      .crossJoin('control' as never)
      .whereIn(['asset.entity_ref', 'control.id'], chunk)
      .select('asset.entity_ref', 'control.id');
    await markDue(transaction, there, now);
  }
}

/**
 * Makes all controls due for the assets that some sources reported on or that
 * are their targets.
 */
export async function markDueBySources(
  transaction: Knex.Transaction,
  sourceIds: readonly string[],
  now: Instant,
): Promise<void> {
  const keys = transaction('source_subject')
    .whereIn('source_id', sourceIds)
    .select('subject_key')
    .union(
      transaction('collection_target')
        .whereIn('source_id', sourceIds)
        .select('target_key'),
    );
  const pairs = transaction('asset_identifier')
    .crossJoin('control' as never)
    .whereIn('asset_identifier.subject_key', keys)
    .distinct('asset_identifier.entity_ref', 'control.id');
  await markDue(transaction, pairs, now);
}

/**
 * One statement for all pairs, in a fixed order, so that two transactions can't
 * deadlock. An earlier due time is kept. A claimed pair is marked, so that it
 * is assessed again: the worker may have read before the change.
 */
async function markDue(
  transaction: Knex.Transaction,
  pairs: Knex.QueryBuilder,
  now: Instant,
) {
  const instant = isSqlite(transaction) ? '?' : 'CAST(? AS timestamptz)';
  await transaction.raw(
    `INSERT INTO assessment_queue (entity_ref, control_id, due_at)
     SELECT pairs.entity_ref, pairs.id, ${instant} FROM (?) AS pairs
     WHERE true
     ORDER BY pairs.entity_ref, pairs.id
     ON CONFLICT (entity_ref, control_id) DO UPDATE
     SET due_at = CASE
           WHEN assessment_queue.due_at > excluded.due_at THEN excluded.due_at
           ELSE assessment_queue.due_at
         END,
         marked_at = CASE
           WHEN assessment_queue.ticket IS NULL THEN NULL
           ELSE excluded.due_at
         END
     WHERE assessment_queue.due_at > excluded.due_at
        OR (assessment_queue.ticket IS NOT NULL
            AND assessment_queue.marked_at IS NULL)`,
    [now, pairs],
  );
}
