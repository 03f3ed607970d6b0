import type { Knex } from 'knex';
import { jsonRows } from '../../kernel/database/jsonRows';
import { whereTextIn } from '../../kernel/database/listTexts';
import type { StatusDays } from './listStatusDays';

/** Replaces the past statuses of some assets; those without any have none then. */
export async function writePastStatuses(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
  statuses: ReadonlyMap<string, Readonly<Record<string, StatusDays>>>,
): Promise<void> {
  await whereTextIn(
    transaction('past_status'),
    transaction,
    'entity_ref',
    entityRefs,
  ).delete();
  const rows = [...statuses].map(([entityRef, byControl]) => ({
    entity_ref: entityRef,
    statuses: JSON.stringify(byControl),
  }));
  await transaction.raw(
    'INSERT INTO past_status (entity_ref, statuses) SELECT * FROM (?) AS past',
    [jsonRows(transaction, { entity_ref: 'text', statuses: 'text' }, rows)],
  );
}

/** The status of one control on each evaluated day on which it changed. */
export async function readPastStatuses(
  knex: Knex,
  entityRef: string,
  controlId: string,
): Promise<StatusDays> {
  const row: { statuses: string } | undefined = await knex('past_status')
    .where('entity_ref', entityRef)
    .first('statuses');
  const byControl: Record<string, StatusDays> = row
    ? JSON.parse(row.statuses)
    : {};
  return Object.hasOwn(byControl, controlId) ? byControl[controlId]! : [];
}
