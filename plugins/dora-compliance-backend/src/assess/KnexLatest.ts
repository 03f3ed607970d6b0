import type {
  Evidence,
  EvidenceType,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import { evidenceFromRow, type EvidenceRow } from '../ledger/keep/evidenceRow';
import { subjectHash } from '../ledger/keep/subjectHash';
import { typeNumber } from '../ledger/keep/typeNumber';

/**
 * The latest evidence of some types and of each verification level about each of some
 * keys as of an instant, and the latest after it.
 */
export async function loadLatest(
  knex: Knex,
  keys: readonly string[],
  { types, asOf }: { types: readonly EvidenceType[]; asOf: Instant },
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  const place = knex.raw(
    `row_number() OVER (
       PARTITION BY told.subject, told.type, told.observed_at > ?,
         held.verification
       ORDER BY told.observed_at DESC, told.evidence_number DESC
     ) AS place`,
    [asOf],
  );
  for (const chunk of inChunks(keys)) {
    // Of each level: what is not proven must not hide what is.
    const ranked = knex('evidence_subject as told')
      .join('held_evidence as held', 'held.number', 'told.evidence_number')
      .whereIn('told.subject', chunk.map(subjectHash))
      .whereIn('told.type', types.map(typeNumber))
      .select('told.evidence_number', place);
    const rows: EvidenceRow[] = await knex('held_evidence as evidence')
      .join(ranked.as('ranked'), 'ranked.evidence_number', 'evidence.number')
      .where('ranked.place', 1)
      .select('evidence.*');
    found.push(...rows.map(evidenceFromRow));
  }
  return found;
}
