import {
  type EvidenceType,
  isAboutOrganization,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import { listVisible } from '../permissions/KnexVisible';
import type { Visibility } from '../permissions/Visibility';

/** A piece of evidence, and the assets that it concerns. */
type Piece = { type: EvidenceType; assets: string[] };

/**
 * The evidence of some documents, by document. Keys are computed from the subjects of
 * the evidence, as no index leads from evidence to its keys.
 */
async function readPieces(
  knex: Knex,
  digests: readonly string[],
): Promise<Map<string, Piece[]>> {
  const evidence: { digest: string; type: EvidenceType; subjects: string }[] =
    await knex('document')
      .join('evidence', 'evidence.document_number', 'document.number')
      .whereIn('document.digest', digests)
      .select('document.digest', 'evidence.type', 'evidence.subjects');
  const keyed = evidence.map(({ digest, type, subjects }) => ({
    digest,
    type,
    keys: (JSON.parse(subjects) as Subject[]).map(subjectKey),
  }));
  const byKey = await assetsByKey(
    knex,
    keyed.flatMap(({ keys }) => keys),
  );
  const pieces = new Map<string, Piece[]>();
  for (const { digest, type, keys } of keyed) {
    const assets = keys.flatMap(key => byKey.get(key) ?? []);
    pieces.set(digest, [...(pieces.get(digest) ?? []), { type, assets }]);
  }
  return pieces;
}

/** The assets that each piece of evidence of a document concerns. */
export async function listAssetsOfDocument(
  knex: Knex,
  digest: string,
): Promise<string[][]> {
  const pieces = (await readPieces(knex, [digest])).get(digest) ?? [];
  return pieces.map(({ assets }) => assets);
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

/**
 * The documents that concern an asset that may be read, without evidence that
 * concerns only other assets, and without any about organizations. A document from
 * which nothing could be read belongs to no asset.
 */
export async function readableDocuments(
  knex: Knex,
  digests: readonly string[],
  visible: Visibility,
): Promise<string[]> {
  const pieces = await readPieces(knex, digests);
  const readable = await listVisible(
    knex,
    [...pieces.values()].flat().flatMap(({ assets }) => assets),
    visible,
  );
  return digests.filter(digest => {
    const all = pieces.get(digest) ?? [];
    const concerned = all.filter(({ assets }) => assets.length > 0);
    return (
      concerned.length > 0 &&
      concerned.every(({ assets }) => assets.some(ref => readable.has(ref))) &&
      !all.some(({ type }) => isAboutOrganization(type))
    );
  });
}
