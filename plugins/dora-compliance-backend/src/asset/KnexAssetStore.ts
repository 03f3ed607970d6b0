import {
  canonicalJson,
  type Digest,
  digestOf,
  type IctAsset,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByAssets } from '../assess/KnexMarkDue';
import { inChunks, readInstant, type StoredInstant } from '../database/columns';
import { keysOfAsset } from './assetKeys';
import type { AssetStore, KnownAsset } from './AssetStore';

/** Assets in the database of the plugin. */
export class KnexAssetStore implements AssetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(entityRef: string): Promise<IctAsset | undefined> {
    const row: { record: string } | undefined = await this.#knex('asset')
      .where('entity_ref', entityRef)
      .first('record');
    return row && JSON.parse(row.record);
  }

  async listKnown(): Promise<KnownAsset[]> {
    const rows: {
      entity_ref: string;
      digest: Digest;
      ownership_digest: Digest | null;
      ownership_observed_at: StoredInstant | null;
    }[] = await this.#knex('asset').select(
      'entity_ref',
      'digest',
      'ownership_digest',
      'ownership_observed_at',
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      digest: row.digest,
      ...(row.ownership_digest &&
        row.ownership_observed_at && {
          ownership: {
            digest: row.ownership_digest,
            observedAt: readInstant(row.ownership_observed_at),
          },
        }),
    }));
  }

  async save(assets: readonly IctAsset[], now: Instant): Promise<void> {
    for (const chunk of inChunks(assets, 100)) {
      const refs = chunk.map(asset => asset.entityRef);
      const identifiers = chunk.flatMap(asset =>
        [...new Set(keysOfAsset(asset))].map(key => ({
          subject_key: key,
          entity_ref: asset.entityRef,
        })),
      );
      await this.#knex.transaction(async transaction => {
        await transaction('asset')
          .insert(
            chunk.map(asset => ({
              entity_ref: asset.entityRef,
              record: JSON.stringify(asset),
              digest: digestOf(canonicalJson(asset)),
            })),
          )
          .onConflict('entity_ref')
          .merge(['record', 'digest']);
        await transaction('asset_identifier')
          .whereIn('entity_ref', refs)
          .delete();
        await transaction('asset_identifier').insert(identifiers);
        await markDueByAssets(transaction, refs, now);
      });
    }
  }

  async noteOwnership(observed: readonly Required<KnownAsset>[]) {
    await this.#knex.transaction(async transaction => {
      for (const { entityRef, ownership } of observed) {
        await transaction('asset').where('entity_ref', entityRef).update({
          ownership_digest: ownership.digest,
          ownership_observed_at: ownership.observedAt,
        });
      }
    });
  }

  async remove(entityRefs: readonly string[]): Promise<void> {
    for (const chunk of inChunks(entityRefs)) {
      await this.#knex.transaction(async transaction => {
        for (const table of [
          'assessment_queue',
          'control_status',
          'asset_identifier',
          'asset',
        ]) {
          await transaction(table).whereIn('entity_ref', chunk).delete();
        }
      });
    }
  }
}
