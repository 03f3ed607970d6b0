import type {
  DocumentCounts,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { shiftInstant } from '../../kernel/worker/shiftInstant';

const DAY = 24 * 60 * 60_000;

/** No documents at all. */
export function noDocuments(): DocumentCounts {
  return { received: 0, rejected: 0, partial: 0, waiting: 0 };
}

type TallyRow = {
  source_id: string;
  state: 'received' | 'normalised' | 'rejected' | 'partial';
  n: number | string;
  day: number | string;
};

/**
 * Documents of sources by outcome, of the last day and of all time. Read from
 * the hourly tallies, never counted in the documents.
 */
export async function countDocuments(
  knex: Knex,
  ids: readonly string[],
  now: Instant,
) {
  const rows: TallyRow[] = await knex('document_tally')
    .whereIn('source_id', ids)
    .groupBy('source_id', 'state')
    .select(
      'source_id',
      'state',
      knex.raw('SUM(n) AS n'),
      knex.raw('SUM(CASE WHEN hour >= ? THEN n ELSE 0 END) AS day', [
        `${shiftInstant(now, -DAY).slice(0, 13)}:00:00.000Z`,
      ]),
    );
  const counts = new Map<
    string,
    { lastDay: DocumentCounts; all: DocumentCounts }
  >();
  for (const row of rows) {
    const of = counts.get(row.source_id) ?? {
      lastDay: noDocuments(),
      all: noDocuments(),
    };
    add(of.all, row.state, Number(row.n));
    add(of.lastDay, row.state, Number(row.day));
    counts.set(row.source_id, of);
  }
  return counts;
}

/** A received document waits until it has an outcome. */
function add(counts: DocumentCounts, state: TallyRow['state'], n: number) {
  counts.waiting += state === 'received' ? n : -n;
  if (state !== 'normalised') {
    counts[state] += n;
  }
}
