import {
  type EvidenceOrigin,
  type EvidenceType,
  type IctAsset,
  type Instant,
  isAboutOrganization,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { subjectHash } from '../../ledger/keep/subjectHash';
import { typeNumber } from '../../ledger/keep/typeNumber';
import { keysOfAsset, organizationKeys } from '../../register/assetKeys';
import { listTargets, targetKey } from '../../sources/collect/listTargets';
import type { SourceKinds } from '../../sources/silence/sourceState';
import { describeOrigins } from './describeOrigins';

/** What came longer ago does not show that the source gives it. */
const SEEN = 'P1Y';

type DueRow = { source_id: string; target_key: string; due_at: StoredInstant };

type Row = { type: EvidenceType; source_id: string; at: StoredInstant };

/** Looks up in one statement what came from which source. */
export class KnexEvidenceOrigins {
  readonly #knex: Knex;
  readonly #sources: ReadonlyMap<string, SourceKinds>;

  constructor(knex: Knex, sources: ReadonlyMap<string, SourceKinds>) {
    this.#knex = knex;
    this.#sources = sources;
  }

  async find(
    asset: IctAsset,
    types: readonly EvidenceType[],
    now: Instant,
  ): Promise<EvidenceOrigin[]> {
    const about = this.#knex('evidence_subject')
      .whereIn('type', types.map(typeNumber))
      .where(query =>
        query
          .whereIn('subject', keysOfAsset(asset).map(subjectHash))
          .orWhere(shared =>
            shared
              .whereIn('subject', organizationKeys(asset).map(subjectHash))
              .whereIn(
                'type',
                types.filter(isAboutOrganization).map(typeNumber),
              ),
          ),
      )
      .where('observed_at', '>', subtractDuration(now, SEEN))
      .select('evidence_number');
    const rows: Row[] = await this.#knex('evidence')
      .whereIn('number', about)
      .groupBy('type', 'source_id')
      .select('type', 'source_id')
      .max({ at: 'observed_at' });
    const seen = rows.map(({ type, source_id: sourceId, at }) => ({
      type,
      sourceId,
      at: readInstant(at),
    }));
    const origins = describeOrigins(types, this.#sources, seen, asset);
    return this.#withNextReading(asset, origins);
  }

  /** When each page of settings is read next, if there are any. */
  async #withNextReading(
    asset: IctAsset,
    origins: EvidenceOrigin[],
  ): Promise<EvidenceOrigin[]> {
    const hasSettings = origins.some(({ sources }) =>
      sources.some(({ settings }) => settings),
    );
    if (!hasSettings) {
      return origins;
    }
    const targets = listTargets(asset);
    const rows: DueRow[] = await this.#knex('collection_target')
      .whereIn('target_key', targets.map(targetKey))
      .select('source_id', 'target_key', 'due_at');
    const due = new Map(
      rows.map(row => [
        `${row.source_id} ${row.target_key}`,
        readInstant(row.due_at),
      ]),
    );
    const keys = new Map(targets.map(one => [one.uri, targetKey(one)]));
    return origins.map(({ type, sources }) => ({
      type,
      sources: sources.map(source => ({
        ...source,
        ...(source.settings && {
          settings: source.settings.map(page => {
            const readAt = due.get(`${source.id} ${keys.get(page.target)}`);
            return { ...page, ...(readAt && { readAt }) };
          }),
        }),
      })),
    }));
  }
}
