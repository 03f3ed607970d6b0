import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks, readInstant, type StoredInstant } from '../database/columns';
import { readCursor } from '../query/cursor';

/** How many keys one statement looks at: SQLite unites no more than 500. */
const KEYS = 100;

type PlaceRow = { evidence_id: Digest; observed_at: StoredInstant };

/** Where a piece of evidence stands in the order of a list. */
export type EvidencePlace = { id: Digest; observedAt: string };

/**
 * The next pieces of evidence of some subjects, latest observed first. Reads
 * as many entries of an index for each subject, however many there are.
 */
export async function nextEvidence(
  knex: Knex,
  subjectKeys: readonly string[],
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<EvidencePlace[]> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const found = new Map<Digest, EvidencePlace>();
  for (const chunk of inChunks(subjectKeys, KEYS)) {
    const rows: PlaceRow[] = await knex.unionAll(
      chunk.map(key =>
        knex
          .select('*')
          .from(ofSubject(knex, key, after).limit(limit).as('first')),
      ),
    );
    for (const { evidence_id: id, observed_at } of rows) {
      found.set(id, { id, observedAt: readInstant(observed_at) });
    }
  }
  return [...found.values()].sort(latestFirst).slice(0, limit);
}

function ofSubject(
  knex: Knex,
  subjectKey: string,
  after: [string, string] | undefined,
): Knex.QueryBuilder {
  const query = knex('evidence_subject')
    .where('subject_key', subjectKey)
    .orderBy([
      { column: 'observed_at', order: 'desc' },
      { column: 'evidence_id', order: 'desc' },
    ])
    .select('evidence_id', 'observed_at');
  return after
    ? query.whereRaw('(observed_at, evidence_id) < (?, ?)', after)
    : query;
}

function latestFirst(a: EvidencePlace, b: EvidencePlace): number {
  return compare(b.observedAt, a.observedAt) || compare(b.id, a.id);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
