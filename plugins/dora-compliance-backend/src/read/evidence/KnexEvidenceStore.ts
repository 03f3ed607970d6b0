import {
  type Digest,
  type Evidence,
  type EvidenceFilter,
  type Instant,
  type Page,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { KnexDictionaries } from '../../ledger/bodies/KnexDictionaries';
import {
  bodyFromRow,
  type DescriptionRow,
  descriptionFromRow,
  documentColumns,
  type DocumentRow,
} from '../../ledger/documentRow';
import { isUnaltered } from '../../ledger/isUnaltered';
import { writeCursor } from '../../kernel/paging/cursor';
import { listAssetsOfDocument } from '../../ledger/KnexReadableDocuments';
import { listKeys } from '../../ledger/keep/toEvidence';
import {
  evidenceFromRow,
  type EvidenceRow,
} from '../../ledger/keep/evidenceRow';
import type {
  DocumentedEvidence,
  EvidenceStore,
  ReadingOptions,
} from './EvidenceStore';
import {
  isOfAsset,
  subjectsOfAsset,
  subjectsOfDocument,
} from './KnexAssetSubjects';
import { nextEvidence } from './KnexEvidencePage';
import {
  hasOrganizations,
  listOrganizationEvidence,
} from './KnexOrganizationEvidence';
import {
  lastActivity,
  rebuildActivity,
} from '../../ledger/keep/KnexSubjectActivity';

type DocumentedRow = EvidenceRow & { number: StoredNumber } & {
  [K in keyof DescriptionRow as `document_${K}`]: DescriptionRow[K];
};

const IN_PART: ReadingOptions = { seesAll: false };

/** Evidence in the database of the plugin. */
export class KnexEvidenceStore implements EvidenceStore {
  readonly #knex: Knex;
  readonly #dictionaries: KnexDictionaries;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#dictionaries = new KnexDictionaries(knex);
  }

  async list(
    entityRef: string,
    {
      limit,
      cursor,
      filter,
    }: { limit: number; cursor?: string; filter?: EvidenceFilter },
  ): Promise<Page<DocumentedEvidence>> {
    const keys = await subjectsOfAsset(this.#knex, entityRef);
    const places = await nextEvidence(this.#knex, keys, {
      limit: limit + 1,
      cursor,
      filter,
    });
    const shown = places.slice(0, limit);
    const rows: DocumentedRow[] = await this.#documented().whereIn(
      'evidence.number',
      shown.map(({ number }) => number),
    );
    const byNumber = new Map(rows.map(row => [readNumber(row.number), row]));
    const items = shown
      .flatMap(({ number }) => byNumber.get(number) ?? [])
      .map(documentedFromRow);
    const last = shown.at(-1);
    return places.length > limit && last
      ? {
          items,
          nextCursor: writeCursor(last.observedAt, String(last.number)),
        }
      : { items };
  }

  async find(
    entityRef: string,
    id: Digest,
    reading: ReadingOptions = IN_PART,
  ): Promise<DocumentedEvidence | undefined> {
    const row: DocumentedRow | undefined = await this.#documented()
      .where('evidence.id', id)
      .first();
    const found = row && documentedFromRow(row);
    return found &&
      (await isOfAsset(this.#knex, entityRef, {
        keys: listKeys(found.evidence),
        ...reading,
      }))
      ? found
      : undefined;
  }

  async readDocument(
    entityRef: string,
    digest: Digest,
    reading: ReadingOptions = IN_PART,
  ): Promise<{ body: Uint8Array; mediaType: string } | 'altered' | undefined> {
    const keys = await subjectsOfDocument(this.#knex, digest);
    if (!(await isOfAsset(this.#knex, entityRef, { keys, ...reading }))) {
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

  assetsIn(digest: Digest): Promise<string[][]> {
    return listAssetsOfDocument(this.#knex, digest);
  }

  isAboutOrganizations(digest: Digest): Promise<boolean> {
    return hasOrganizations(this.#knex, digest);
  }

  listAboutOrganizations(ids: readonly Digest[]): Promise<Set<Digest>> {
    return listOrganizationEvidence(this.#knex, ids);
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
