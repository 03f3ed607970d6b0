import type {
  Evidence,
  EvidenceType,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { firstOfEach } from '../kernel/database/firstOfEach';
import { subjectHash } from '../ledger/keep/subjectHash';
import { typeNumber } from '../ledger/keep/typeNumber';
import {
  keysOfAsset,
  organizationKeys,
  repositoryKeys,
} from '../register/assetKeys';
import type { EvidenceLoader, Lineage, LineageTypes } from './EvidenceLoader';
import { loadHistory, loadLatestOfEach } from './KnexAssetHistory';
import { loadLatest } from './KnexLatest';
import { loadLineage } from './KnexLineage';

/** Loads evidence from the database of the plugin. */
export class KnexEvidenceLoader implements EvidenceLoader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  loadLatest(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
    asOf: Instant,
  ): Promise<Evidence[]> {
    return loadLatest(this.#knex, listKeys(assets), { types, asOf });
  }

  loadOfOrganizations(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
    asOf: Instant,
  ): Promise<Evidence[]> {
    const keys = [...new Set(assets.flatMap(organizationKeys))];
    return loadLatest(this.#knex, keys, { types, asOf });
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
        .whereNot('type', typeNumber('collector-heartbeat'))
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
