import type { EvidenceFilter } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  inChunks,
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { readNumberCursor } from '../../kernel/paging/cursor';
import { typeNumber } from '../../ledger/keep/typeNumber';
import { subjectHash } from '../../ledger/keep/subjectHash';

/** How many keys one statement looks at: SQLite unites no more than 500. */
const KEYS = 100;

type PlaceRow = { evidence_number: StoredNumber; observed_at: StoredInstant };

/** The position of a piece of evidence in a list. */
type EvidencePlace = { number: number; observedAt: string };

/**
 * The next pieces of evidence of some subjects, latest observed first. Reads
 * the same number of index entries for each subject, however much evidence it
 * has.
 */
export async function nextEvidence(
  knex: Knex,
  subjectKeys: readonly string[],
  {
    limit,
    cursor,
    filter = {},
  }: {
    limit: number;
    cursor?: string | undefined;
    filter?: EvidenceFilter | undefined;
  },
): Promise<EvidencePlace[]> {
  const after = cursor === undefined ? undefined : readNumberCursor(cursor);
  const found = new Map<number, EvidencePlace>();
  for (const chunk of inChunks(subjectKeys, KEYS)) {
    const rows: PlaceRow[] = await knex.unionAll(
      chunk.map(key =>
        knex
          .select('*')
          .from(
            whereFilter(knex, ofSubject(knex, key, after), filter)
              .limit(limit)
              .as('first'),
          ),
      ),
    );
    for (const { evidence_number, observed_at } of rows) {
      const number = readNumber(evidence_number);
      found.set(number, { number, observedAt: readInstant(observed_at) });
    }
  }
  return [...found.values()].sort(latestFirst).slice(0, limit);
}

function ofSubject(
  knex: Knex,
  subjectKey: string,
  after: [string, number] | undefined,
): Knex.QueryBuilder {
  const query = knex('evidence_subject')
    .where('subject', subjectHash(subjectKey))
    .orderBy([
      { column: 'observed_at', order: 'desc' },
      { column: 'evidence_number', order: 'desc' },
    ])
    .select('evidence_number', 'observed_at');
  return after
    ? query.whereRaw('(observed_at, evidence_number) < (?, ?)', after)
    : query;
}

/**
 * Type and time are in the index. Source and level are looked up for each entry, so
 * that a rare one reads more of them.
 */
function whereFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  { type, sourceId, verification, from, to }: EvidenceFilter,
): Knex.QueryBuilder {
  if (type) {
    query.where('type', typeNumber(type));
  }
  if (from) {
    query.where('observed_at', '>=', `${from}T00:00:00.000Z`);
  }
  if (to) {
    // Not before the next day: there is none after the last one of the calendar.
    query.where('observed_at', '<=', `${to}T23:59:59.999Z`);
  }
  if (sourceId !== undefined || verification) {
    query.whereExists(
      knex('held_evidence')
        .whereRaw('held_evidence.number = evidence_subject.evidence_number')
        .where({
          ...(sourceId !== undefined && { source_id: sourceId }),
          ...(verification && { verification }),
        })
        .select(knex.raw('1')),
    );
  }
  return query;
}

function latestFirst(a: EvidencePlace, b: EvidencePlace): number {
  if (a.observedAt === b.observedAt) {
    return b.number - a.number;
  }
  return a.observedAt < b.observedAt ? 1 : -1;
}
