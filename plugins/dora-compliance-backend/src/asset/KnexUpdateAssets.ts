import type { Knex } from 'knex';

/**
 * Changes many assets in one statement; columns not named stay as they are.
 * The caller knows that they exist: the values of a new row are never used.
 */
export async function updateMany(
  transaction: Knex.Transaction,
  rows: readonly ({ entity_ref: string } & Record<string, unknown>)[],
): Promise<void> {
  const [first] = rows;
  if (!first) {
    return;
  }
  const { entity_ref, ...columns } = first;
  await transaction('asset')
    .insert(rows.map(row => ({ record: '', digest: '', ...row })))
    .onConflict('entity_ref')
    .merge(Object.keys(columns));
}
