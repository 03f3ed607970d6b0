import {
  type Evidence,
  type EvidenceType,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import { evidenceFromRow, type EvidenceRow } from '../ledger/keep/evidenceRow';
import { subjectHash } from '../ledger/keep/subjectHash';
import { typeNumber } from '../ledger/keep/typeNumber';

/** How many keys one statement reads. */
const KEYS = 100;

/** All evidence of some types about some keys, of each type since an instant. */
export async function loadHistory(
  knex: Knex,
  keys: readonly string[],
  since: ReadonlyMap<EvidenceType, Instant>,
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const chunk of inChunks(keys, KEYS)) {
    const subjects = chunk.map(subjectHash);
    const numbers = knex.union(
      [...since].map(([type, from]) =>
        knex('evidence_subject')
          .whereIn('subject', subjects)
          .where('type', typeNumber(type))
          .where('observed_at', '>', from)
          .select('evidence_number'),
      ),
    );
    const rows: EvidenceRow[] = await knex('held_evidence').whereIn(
      'number',
      numbers,
    );
    found.push(...rows.map(evidenceFromRow));
  }
  return found;
}

/**
 * The latest evidence of some types and each verification level about each thing as
 * of an instant, and the latest after it, among all evidence about some keys. A thing is anything else
 * that the evidence is about.
 */
export async function loadLatestOfEach(
  knex: Knex,
  keys: readonly string[],
  { types, asOf }: { types: readonly EvidenceType[]; asOf: Instant },
): Promise<Evidence[]> {
  const latest = new Map<string, Evidence>();
  const wanted = new Set(keys);
  for (const chunk of inChunks(keys, KEYS)) {
    const rows: EvidenceRow[] = await knex('held_evidence')
      .whereIn(
        'number',
        knex('evidence_subject')
          .whereIn('subject', chunk.map(subjectHash))
          .whereIn('type', types.map(typeNumber))
          .select('evidence_number'),
      )
      .orderBy(['observed_at', 'number']);
    for (const item of rows.map(evidenceFromRow)) {
      for (const thing of listThings(item, wanted)) {
        // Of each level: what is not proven must not hide what is.
        const level = `${item.verification} ${item.observedAt > asOf}`;
        const key = `${item.type} ${level} ${thing}`;
        const known = latest.get(key);
        if (!known || known.observedAt <= item.observedAt) {
          latest.set(key, item);
        }
      }
    }
  }
  return [...new Set(latest.values())];
}

/** Evidence that names nothing else is a thing of its own. */
function listThings(item: Evidence, keys: ReadonlySet<string>): string[] {
  const others = item.subjects.map(subjectKey).filter(key => !keys.has(key));
  return others.length > 0 ? others : [item.id];
}
