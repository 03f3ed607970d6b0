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
import type { SourceKinds } from '../../sources/silence/sourceState';
import { describeOrigins } from './describeOrigins';

/** What came longer ago does not show that the source gives it. */
const SEEN = 'P1Y';

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
    return describeOrigins(types, this.#sources, seen);
  }
}
