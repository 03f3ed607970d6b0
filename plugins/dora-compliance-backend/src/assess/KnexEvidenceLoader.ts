import type {
  Evidence,
  EvidenceType,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import { firstOfEach } from '../kernel/database/firstOfEach';
import { evidenceFromRow, type EvidenceRow } from '../ledger/keep/evidenceRow';
import { subjectHash } from '../ledger/keep/subjectHash';
import { typeNumber } from '../ledger/keep/typeNumber';
import { keysOfAsset, repositoryKeys } from '../register/assetKeys';
import type { EvidenceLoader, Lineage, LineageTypes } from './EvidenceLoader';
import { loadHistory, loadLatestOfEach } from './KnexAssetHistory';
import { loadLineage } from './KnexLineage';

/** Loads evidence from the database of the plugin. */
export class KnexEvidenceLoader implements EvidenceLoader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async loadLatest(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
    asOf: Instant,
  ): Promise<Evidence[]> {
    const found: Evidence[] = [];
    const place = this.#knex.raw(
      `row_number() OVER (
         PARTITION BY told.subject, told.type, told.observed_at > ?,
           held.verification
         ORDER BY told.observed_at DESC, told.evidence_number DESC
       ) AS place`,
      [asOf],
    );
    for (const chunk of inChunks(listKeys(assets))) {
      // Of each level: what is not proven must not hide what is.
      const ranked = this.#knex('evidence_subject as told')
        .join('held_evidence as held', 'held.number', 'told.evidence_number')
        .whereIn('told.subject', chunk.map(subjectHash))
        .whereIn('told.type', types.map(typeNumber))
        .select('told.evidence_number', place);
      const rows: EvidenceRow[] = await this.#knex('held_evidence as evidence')
        .join(ranked.as('ranked'), 'ranked.evidence_number', 'evidence.number')
        .where('ranked.place', 1)
        .select('evidence.*');
      found.push(...rows.map(evidenceFromRow));
    }
    return found;
  }

  loadHistory(
    assets: readonly IctAsset[],
    since: ReadonlyMap<EvidenceType, Instant>,
  ): Promise<Evidence[]> {
    return loadHistory(this.#knex, listKeys(assets), since);
  }

  loadLatestOfEach(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
    asOf: Instant,
  ): Promise<Evidence[]> {
    return loadLatestOfEach(this.#knex, listKeys(assets), { types, asOf });
  }

  loadLineage(
    assets: readonly IctAsset[],
    since: Instant,
    types: LineageTypes,
  ): Promise<Lineage> {
    return loadLineage(this.#knex, { assets, since, types });
  }

  async findWithEvidence(
    assets: readonly IctAsset[],
    asOf: Instant,
  ): Promise<Set<string>> {
    const keys = [...new Set(assets.flatMap(repositoryKeys))];
    // The first row of each key is enough, so that the cost does not grow with
    // the evidence.
    const firsts = await firstOfEach<string, object>(this.#knex, keys, key =>
      this.#knex('evidence_subject')
        .where('subject', subjectHash(key))
        .where('observed_at', '<=', asOf)
        .select('evidence_number'),
    );
    const heard = new Set(keys.filter((_, place) => firsts[place]));
    return new Set(
      assets
        .filter(asset => repositoryKeys(asset).some(key => heard.has(key)))
        .map(asset => asset.entityRef),
    );
  }
}

function listKeys(assets: readonly IctAsset[]): string[] {
  return [...new Set(assets.flatMap(keysOfAsset))];
}
