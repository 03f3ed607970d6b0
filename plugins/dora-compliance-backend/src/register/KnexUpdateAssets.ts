import type { Knex } from 'knex';

/** Values for required columns, which an insert would need. */
const required = {
  asset: { record: '', digest: '' },
  asset_index: {
    kind: '',
    type: '',
    title_key: '',
    search_text: '',
    owner_ref: '',
    system_ref: '',
    provider_ref: '',
    exposure: '',
    problems: 0,
    missing_count: -1,
  },
} as const;

/**
 * Updates many assets in one statement; columns that are not named do not
 * change. The caller knows that they exist, so that no row is ever inserted.
 */
export async function updateMany(
  transaction: Knex.Transaction,
  table: keyof typeof required,
  rows: readonly ({ entity_ref: string } & Record<string, unknown>)[],
): Promise<void> {
  const [first] = rows;
  if (!first) {
    return;
  }
  const { entity_ref, ...columns } = first;
  await transaction(table)
    .insert(rows.map(row => ({ ...required[table], ...row })))
    .onConflict('entity_ref')
    .merge(Object.keys(columns));
}
