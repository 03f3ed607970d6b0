import {
  type Digest,
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Instant,
  type Page,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { assetKey } from '../asset/assetKeys';
import { inChunks } from '../database/columns';
import {
  type DescriptionRow,
  descriptionFromRow,
  documentColumns,
} from '../ingest/documentRow';
import { isUnaltered } from '../ingest/isUnaltered';
import { writeCursor } from '../query/cursor';
import { assetsOfDocuments } from '../query/KnexReadableDocuments';
import { keysOf } from './evidenceOf';
import { evidenceFromRow, type EvidenceRow } from './evidenceRow';
import type { DocumentedEvidence, EvidenceStore } from './EvidenceStore';
import {
  isOfAsset,
  subjectsOfAsset,
  subjectsOfDocument,
} from './KnexAssetSubjects';
import { nextEvidence } from './KnexEvidencePage';
import { loadLineage } from './KnexLineage';
import { lastActivity, rebuildActivity } from './KnexSubjectActivity';

type DocumentedRow = EvidenceRow & {
  [K in keyof DescriptionRow as `document_${K}`]: DescriptionRow[K];
};

/** Evidence in the database of the plugin. */
export class KnexEvidenceStore implements EvidenceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async latestOf(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
  ): Promise<Evidence[]> {
    const found: Evidence[] = [];
    for (const chunk of inChunks(assets.map(assetKey))) {
      const ranked = this.#knex('evidence_subject')
        .whereIn('subject_key', chunk)
        .whereIn('type', types)
        .select('evidence_id')
        .rowNumber('place', query =>
          query.partitionBy(['subject_key', 'type']).orderBy([
            { column: 'observed_at', order: 'desc' },
            { column: 'evidence_id', order: 'desc' },
          ]),
        );
      const rows: EvidenceRow[] = await this.#knex('held_evidence as evidence')
        .join(ranked.as('ranked'), 'ranked.evidence_id', 'evidence.id')
        .where('ranked.place', 1)
        .select('evidence.*');
      found.push(...rows.map(evidenceFromRow));
    }
    return found;
  }

  lineageOf(assets: readonly IctAsset[], since: Instant): Promise<Evidence[]> {
    return loadLineage(this.#knex, assets, since);
  }

  async heardOf(assets: readonly IctAsset[]): Promise<Set<string>> {
    const heard = new Set<string>();
    for (const chunk of inChunks(assets.map(asset => asset.entityRef))) {
      const rows: { entity_ref: string }[] = await this.#knex(
        'asset_identifier',
      )
        .whereIn('entity_ref', chunk)
        .where('subject_key', 'like', 'repository|%')
        .whereExists(
          this.#knex('evidence_subject').whereRaw(
            'evidence_subject.subject_key = asset_identifier.subject_key',
          ),
        )
        .distinct('entity_ref');
      rows.forEach(row => heard.add(row.entity_ref));
    }
    return heard;
  }

  async list(
    entityRef: string,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<DocumentedEvidence>> {
    const keys = await subjectsOfAsset(this.#knex, entityRef);
    const places = await nextEvidence(this.#knex, keys, {
      limit: limit + 1,
      cursor,
    });
    const shown = places.slice(0, limit);
    const rows: DocumentedRow[] = await this.#documented().whereIn(
      'evidence.id',
      shown.map(({ id }) => id),
    );
    const byId = new Map(rows.map(row => [row.id, documentedFromRow(row)]));
    const items = shown.flatMap(({ id }) => byId.get(id) ?? []);
    const last = shown.at(-1);
    return places.length > limit && last
      ? { items, nextCursor: writeCursor(last.observedAt, last.id) }
      : { items };
  }

  async find(
    entityRef: string,
    id: Digest,
  ): Promise<DocumentedEvidence | undefined> {
    const row: DocumentedRow | undefined = await this.#documented()
      .where('evidence.id', id)
      .first();
    const found = row && documentedFromRow(row);
    return found &&
      (await isOfAsset(this.#knex, entityRef, keysOf(found.evidence)))
      ? found
      : undefined;
  }

  async readDocument(
    entityRef: string,
    digest: Digest,
  ): Promise<{ body: Uint8Array; mediaType: string } | 'altered' | undefined> {
    const keys = await subjectsOfDocument(this.#knex, digest);
    if (!(await isOfAsset(this.#knex, entityRef, keys))) {
      return undefined;
    }
    const row: { body: Buffer; media_type: string } | undefined =
      await this.#knex('document')
        .where('digest', digest)
        .first('body', 'media_type');
    if (row && !isUnaltered(digest, row.body)) {
      return 'altered';
    }
    return row && { body: row.body, mediaType: row.media_type };
  }

  async namingEntities(digest: Digest): Promise<Evidence[]> {
    const rows: EvidenceRow[] = await this.#knex('held_evidence as evidence')
      .where('evidence.document_digest', digest)
      .where('evidence.subjects', 'like', '%"kind":"entity"%')
      .select('evidence.*');
    return rows.map(evidenceFromRow);
  }

  async assetsIn(digest: Digest): Promise<string[][]> {
    return (await assetsOfDocuments(this.#knex, [digest])).get(digest) ?? [];
  }

  lastRecordedAt(entityRef: string): Promise<Instant | undefined> {
    return lastActivity(this.#knex, entityRef);
  }

  rebuild(): Promise<void> {
    return rebuildActivity(this.#knex);
  }

  #documented() {
    return this.#knex('held_evidence as evidence')
      .join('document', 'document.digest', 'evidence.document_digest')
      .select(
        'evidence.*',
        ...documentColumns.map(
          column => `document.${column} as document_${column}`,
        ),
      );
  }
}

function documentedFromRow(row: DocumentedRow): DocumentedEvidence {
  return {
    evidence: evidenceFromRow(row),
    document: descriptionFromRow({
      digest: row.document_digest,
      source_id: row.document_source_id,
      media_type: row.document_media_type,
      size: row.document_size,
      verification: row.document_verification,
      proof: row.document_proof,
      received_at: row.document_received_at,
      origin: row.document_origin,
      redactions: row.document_redactions,
    }),
  };
}
