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
import {
  inChunks,
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../database/columns';
import { KnexDictionaries } from '../ingest/body/KnexDictionaries';
import {
  bodyFromRow,
  type DescriptionRow,
  descriptionFromRow,
  documentColumns,
  type DocumentRow,
} from '../ingest/documentRow';
import { isUnaltered } from '../ingest/isUnaltered';
import { readNumberCursor, writeCursor } from '../query/cursor';
import { assetsOfDocuments } from '../query/KnexReadableDocuments';
import { evidenceFromRow, type EvidenceRow } from './evidenceRow';
import type { DocumentedEvidence, EvidenceStore } from './EvidenceStore';
import { keysOf } from './evidenceOf';
import { loadLineage } from './KnexLineage';
import { subjectHash } from './subjectHash';
import { typeNumber } from './typeNumber';

/** SQLite joins no more than 500 queries. */
const KEYS = 100;

/** Where a piece of evidence stands in the order of a list. */
type Place = { number: number; at: Instant };

type PlaceRow = { evidence_number: StoredNumber; observed_at: StoredInstant };

type DocumentedRow = EvidenceRow & {
  [K in keyof DescriptionRow as `document_${K}`]: DescriptionRow[K];
};

/** Evidence in the database of the plugin. */
export class KnexEvidenceStore implements EvidenceStore {
  readonly #knex: Knex;
  readonly #dictionaries: KnexDictionaries;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#dictionaries = new KnexDictionaries(knex);
  }

  async latestOf(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
  ): Promise<Evidence[]> {
    const found: Evidence[] = [];
    for (const chunk of inChunks(assets.map(assetKey))) {
      const ranked = this.#knex('evidence_subject')
        .whereIn('subject', chunk.map(subjectHash))
        .whereIn('type', types.map(typeNumber))
        .select('evidence_number')
        .rowNumber('place', query =>
          query.partitionBy(['subject', 'type']).orderBy([
            { column: 'observed_at', order: 'desc' },
            { column: 'evidence_number', order: 'desc' },
          ]),
        );
      const rows: EvidenceRow[] = await this.#knex('held_evidence as evidence')
        .join(
          ranked.as('ranked'),
          'ranked.evidence_number',
          'evidence.number',
        )
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
          this.#knex('subject_activity').whereRaw(
            'subject_activity.subject_key = asset_identifier.subject_key',
          ),
        )
        .distinct('entity_ref');
      rows.forEach(row => heard.add(row.entity_ref));
    }
    return heard;
  }

  async list(
    entityRef: string,
    page: { limit: number; cursor?: string },
  ): Promise<Page<DocumentedEvidence>> {
    const keys = await this.#keysOf(entityRef);
    const places = await this.#latest(keys, page);
    const shown = places.slice(0, page.limit);
    const items = await this.#documented(shown);
    const last = shown.at(-1);
    return places.length > page.limit && last
      ? { items, nextCursor: writeCursor(last.at, String(last.number)) }
      : { items };
  }

  async find(
    entityRef: string,
    id: Digest,
  ): Promise<DocumentedEvidence | undefined> {
    const row: { number: StoredNumber } | undefined = await this.#knex(
      'evidence',
    )
      .where('id', id)
      .first('number');
    const [found] = row
      ? await this.#documented([{ number: readNumber(row.number) }])
      : [];
    const keys = new Set(await this.#keysOf(entityRef));
    return found && keysOf(found.evidence).some(key => keys.has(key))
      ? found
      : undefined;
  }

  async readDocument(
    entityRef: string,
    digest: Digest,
  ): Promise<{ body: Uint8Array; mediaType: string } | 'altered' | undefined> {
    const concerned = await this.assetsIn(digest);
    if (!concerned.some(refs => refs.includes(entityRef))) {
      return undefined;
    }
    const row: DocumentRow | undefined = await this.#knex('document')
      .where('digest', digest)
      .first();
    const shared = await this.#dictionaries.read(
      row?.dictionary ? [row.dictionary] : [],
    );
    const body = row && bodyFromRow(row, shared);
    return row && body && isUnaltered(digest, body)
      ? { body, mediaType: row.media_type }
      : 'altered';
  }

  async namingEntities(digest: Digest): Promise<Evidence[]> {
    const rows: EvidenceRow[] = await this.#knex('held_evidence as evidence')
      .whereIn(
        'evidence.number',
        this.#knex('evidence')
          .join('document', 'document.number', 'evidence.document_number')
          .where('document.digest', digest)
          .select('evidence.number'),
      )
      .where('evidence.subjects', 'like', '%"kind":"entity"%')
      .select('evidence.*');
    return rows.map(evidenceFromRow);
  }

  async assetsIn(digest: Digest): Promise<string[][]> {
    return (await assetsOfDocuments(this.#knex, [digest])).get(digest) ?? [];
  }

  async lastRecordedAt(entityRef: string): Promise<Instant | undefined> {
    const row = await this.#knex('subject_activity')
      .join(
        'asset_identifier',
        'asset_identifier.subject_key',
        'subject_activity.subject_key',
      )
      .where('asset_identifier.entity_ref', entityRef)
      .max<{ at: StoredInstant | null }[]>({ at: 'last_recorded_at' })
      .first();
    return row?.at ? readInstant(row.at) : undefined;
  }

  /** The keys whose evidence concerns an asset. */
  #keysOf(entityRef: string): Promise<string[]> {
    return this.#knex('asset_identifier')
      .where('entity_ref', entityRef)
      .orderBy('subject_key')
      .pluck('subject_key');
  }

  /**
   * The places of a page and of one more, latest first. Each key tells its own
   * latest by an index; the latest of all are among them.
   */
  async #latest(
    keys: readonly string[],
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Place[]> {
    const before = cursor === undefined ? undefined : readNumberCursor(cursor);
    const found = new Map<number, Place>();
    for (const chunk of inChunks(keys, KEYS)) {
      const rows: PlaceRow[] = await this.#knex.unionAll(
        chunk.map(key => this.#latestOf(key, limit + 1, before)),
      );
      for (const row of rows) {
        const number = readNumber(row.evidence_number);
        found.set(number, { number, at: readInstant(row.observed_at) });
      }
    }
    return [...found.values()]
      .sort((a, b) => (a.at === b.at ? b.number - a.number : later(a.at, b.at)))
      .slice(0, limit + 1);
  }

  #latestOf(key: string, limit: number, before?: [string, number]) {
    const latest = this.#knex('evidence_subject')
      .where('subject', subjectHash(key))
      .orderBy([
        { column: 'observed_at', order: 'desc' },
        { column: 'evidence_number', order: 'desc' },
      ])
      .limit(limit)
      .select('evidence_number', 'observed_at');
    if (before) {
      latest.whereRaw('(observed_at, evidence_number) < (?, ?)', before);
    }
    // SQLite takes a limit in a part of a union only in a table of its own.
    return this.#knex.from(latest.as('latest')).select('*');
  }

  /** Pieces of evidence with their documents, in the order of their places. */
  async #documented(
    places: readonly { number: number }[],
  ): Promise<DocumentedEvidence[]> {
    const rows: (DocumentedRow & { number: StoredNumber })[] = await this.#knex(
      'held_evidence as evidence',
    )
      .join('document', 'document.digest', 'evidence.document_digest')
      .whereIn(
        'evidence.number',
        places.map(({ number }) => number),
      )
      .select(
        'evidence.*',
        ...documentColumns.map(
          column => `document.${column} as document_${column}`,
        ),
      );
    const byNumber = new Map(rows.map(row => [readNumber(row.number), row]));
    return places.flatMap(({ number }) => {
      const row = byNumber.get(number);
      return row ? [documentedFromRow(row)] : [];
    });
  }
}

function later(a: Instant, b: Instant): number {
  return a < b ? 1 : -1;
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
