import {
  EvidenceType,
  isAboutOrganization,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';

/**
 * The assets that each piece of evidence of some documents concerns, by
 * document. Keys are computed from the subjects of the evidence, as no index
 * leads from evidence to its keys.
 */
export async function assetsOfDocuments(
  knex: Knex,
  digests: readonly string[],
): Promise<Map<string, string[][]>> {
  const evidence: { digest: string; subjects: string }[] = await knex(
    'document',
  )
    .join('evidence', 'evidence.document_number', 'document.number')
    .whereIn('document.digest', digests)
    .select('document.digest', 'evidence.subjects');
  const keyed = evidence.map(({ digest, subjects }) => ({
    digest,
    keys: (JSON.parse(subjects) as Subject[]).map(subjectKey),
  }));
  const byKey = await assetsByKey(
    knex,
    keyed.flatMap(({ keys }) => keys),
  );
  const assets = new Map<string, string[][]>();
  for (const { digest, keys } of keyed) {
    const refs = keys.flatMap(key => byKey.get(key) ?? []);
    assets.set(digest, [...(assets.get(digest) ?? []), refs]);
  }
  return assets;
}

async function assetsByKey(
  knex: Knex,
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  const byKey = new Map<string, string[]>();
  for (const chunk of inChunks([...new Set(keys)])) {
    const rows: { subject_key: string; entity_ref: string }[] = await knex(
      'asset_identifier',
    )
      .whereIn('subject_key', chunk)
      .select('subject_key', 'entity_ref');
    for (const { subject_key, entity_ref } of rows) {
      byKey.set(subject_key, [...(byKey.get(subject_key) ?? []), entity_ref]);
    }
  }
  return byKey;
}

/** Types of evidence that is about organizations and nothing else. */
export const organizationTypes =
  EvidenceType.options.filter(isAboutOrganization);

/** The documents among some from which evidence about organizations was read. */
export async function documentsAboutOrganizations(
  knex: Knex,
  digests: readonly string[],
): Promise<Set<string>> {
  const found: string[] = await knex('document')
    .join('evidence', 'evidence.document_number', 'document.number')
    .whereIn('document.digest', digests)
    .whereIn('evidence.type', organizationTypes)
    .distinct()
    .pluck('document.digest');
  return new Set(found);
}

/**
 * The documents that concern an asset that may be read, without evidence that
 * concerns only other assets, and without any about organizations. A document from
 * which nothing could be read belongs to no asset.
 */
export async function readableDocuments(
  knex: Knex,
  digests: readonly string[],
  visible: ReadonlySet<string>,
): Promise<string[]> {
  const assets = await assetsOfDocuments(knex, digests);
  const isShared = await documentsAboutOrganizations(knex, digests);
  return digests.filter(digest => {
    const concerned = (assets.get(digest) ?? []).filter(of => of.length > 0);
    return (
      concerned.length > 0 &&
      !isShared.has(digest) &&
      concerned.every(of => of.some(ref => visible.has(ref)))
    );
  });
}
