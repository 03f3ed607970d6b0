import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from './columns';

/** How many rows of a queue are due, and the age of the oldest in seconds. */
export type QueueFigure = { length: number; age: number };

/** Reads length and age of a table with `due_at`. */
export async function readQueueFigures(
  knex: Knex,
  table: 'document_queue' | 'assessment_queue',
  now: Instant,
): Promise<QueueFigure> {
  const [row] = await knex(table)
    .where('due_at', '<=', now)
    .select<{ n: number | string; at: StoredInstant | null }[]>(
      knex.raw('count(*) AS n'),
      knex.raw('min(due_at) AS at'),
    );
  const since = row?.at ? Date.parse(readInstant(row.at)) : Date.parse(now);
  return {
    length: Number(row?.n ?? 0),
    age: Math.max(0, Date.parse(now) - since) / 1000,
  };
}
