import {
  type Digest,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../../kernel/database/columns';

/** The few subjects by which evidence concerns an asset. */
export async function subjectsOfAsset(
  knex: Knex,
  entityRef: string,
): Promise<string[]> {
  return knex('asset_identifier')
    .where('entity_ref', entityRef)
    .pluck('subject_key');
}

/**
 * Whether one of some subjects belongs to an asset; for a reader of everything, also
 * whether one is an organization that owns its repositories.
 */
export async function isOfAsset(
  knex: Knex,
  entityRef: string,
  { keys, seesAll }: { keys: Iterable<string>; seesAll: boolean },
): Promise<boolean> {
  for (const chunk of inChunks([...new Set(keys)])) {
    const row = await knex('asset_identifier')
      .where('entity_ref', entityRef)
      .where(query => {
        query.whereIn('subject_key', chunk);
        if (seesAll) {
          query.orWhereIn('organization_key', chunk);
        }
      })
      .first('entity_ref');
    if (row) {
      return true;
    }
  }
  return false;
}

/** The subjects of all evidence of a document. */
export async function subjectsOfDocument(
  knex: Knex,
  digest: Digest,
): Promise<Set<string>> {
  const rows: { subjects: string }[] = await knex('evidence')
    .join('document', 'document.number', 'evidence.document_number')
    .where('document.digest', digest)
    .select('evidence.subjects');
  return new Set(
    rows.flatMap(({ subjects }) =>
      (JSON.parse(subjects) as Subject[]).map(subjectKey),
    ),
  );
}
