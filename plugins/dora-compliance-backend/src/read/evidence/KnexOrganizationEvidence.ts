import {
  type Digest,
  EvidenceType,
  isAboutOrganization,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../../kernel/database/columns';

/** Types of evidence that is about organizations and nothing else. */
const types = EvidenceType.options.filter(isAboutOrganization);

/** Whether evidence of a document is about organizations. */
export async function hasOrganizations(
  knex: Knex,
  digest: Digest,
): Promise<boolean> {
  const row = await knex('evidence')
    .join('document', 'document.number', 'evidence.document_number')
    .where('document.digest', digest)
    .whereIn('evidence.type', types)
    .first('evidence.id');
  return row !== undefined;
}

/** Which of some pieces of evidence are about organizations. */
export async function listOrganizationEvidence(
  knex: Knex,
  ids: readonly Digest[],
): Promise<Set<Digest>> {
  const found = new Set<Digest>();
  for (const chunk of inChunks(ids)) {
    const some: Digest[] = await knex('evidence')
      .whereIn('id', chunk)
      .whereIn('type', types)
      .pluck('id');
    some.forEach(id => found.add(id));
  }
  return found;
}
