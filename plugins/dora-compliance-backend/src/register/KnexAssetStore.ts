import {
  type Digest,
  type IctAsset,
  type Instant,
  type InventoryNode,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockInOrder } from '../due/KnexLockInOrder';
import { markDueByAssets } from '../due/KnexMarkDue';
import { markScores } from '../due/KnexMarkScores';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../kernel/database/columns';
import { keysOfAsset, organizationKey } from './assetKeys';
import { indexRowFromAsset, rowFromAsset, rowFromNode } from './assetRow';
import { recallReviews } from '../ledger/keep/KnexReviews';
import { updateMany } from './KnexUpdateAssets';
import type { AssetStore, KnownNode, KnownOwnership } from './AssetStore';

/** Assets and related nodes in the database of the plugin. */
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

  async listKnown(entityRefs?: readonly string[]): Promise<KnownNode[]> {
    if (!entityRefs) {
      return this.#listKnown();
    }
    const known: KnownNode[] = [];
    for (const chunk of inChunks(entityRefs)) {
      known.push(...(await this.#listKnown(chunk)));
    }
    return known;
  }

  async #listKnown(entityRefs?: readonly string[]): Promise<KnownNode[]> {
    const rows: {
      entity_ref: string;
      digest: Digest;
      ownership_digest: Digest | null;
      ownership_observed_at: StoredInstant | null;
    }[] = await this.#knex('inventory_node')
      .leftJoin('asset', 'asset.entity_ref', 'inventory_node.entity_ref')
      .modify(query => {
        if (entityRefs) {
          query.whereIn('inventory_node.entity_ref', entityRefs);
        }
      })
      .select(
        'inventory_node.entity_ref',
        'inventory_node.digest',
        'asset.ownership_digest',
        'asset.ownership_observed_at',
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

  async save(nodes: readonly InventoryNode[], now: Instant): Promise<void> {
    // In a fixed order, so that two transactions can't deadlock.
    const inOrder = [...nodes].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
    for (const chunk of inChunks(inOrder, 100)) {
      await this.#knex.transaction(async transaction => {
        await saveNodes(transaction, chunk);
        await saveAssets(
          transaction,
          chunk.flatMap(node => (node.node === 'asset' ? node.asset : [])),
          now,
        );
      });
    }
  }

  async recordOwnership(
    observed: readonly { entityRef: string; ownership: KnownOwnership }[],
  ) {
    for (const chunk of inChunks(observed, 100)) {
      await this.#knex.transaction(async transaction => {
        const there: string[] = await transaction('asset')
          .forUpdate()
          .whereIn(
            'entity_ref',
            chunk.map(({ entityRef }) => entityRef),
          )
          .pluck('entity_ref');
        const isThere = new Set(there);
        await updateMany(
          transaction,
          'asset',
          chunk
            .filter(({ entityRef }) => isThere.has(entityRef))
            .map(({ entityRef, ownership }) => ({
              entity_ref: entityRef,
              ownership_digest: ownership.digest,
              ownership_observed_at: ownership.observedAt,
            })),
        );
      });
    }
  }

  async remove(entityRefs: readonly string[]): Promise<void> {
    for (const chunk of inChunks(entityRefs)) {
      await this.#knex.transaction(transaction => forget(transaction, chunk));
    }
  }
}

async function saveNodes(
  transaction: Knex.Transaction,
  nodes: readonly InventoryNode[],
) {
  await transaction('inventory_node')
    .insert(nodes.map(rowFromNode))
    .onConflict('entity_ref')
    .merge();
  const origins = nodes.map(({ entityRef }) => entityRef);
  await transaction('inventory_link').whereIn('origin', origins).delete();
  const links = nodes.flatMap(node =>
    node.links.map(({ from, to, relation }) => ({
      origin: node.entityRef,
      from_ref: from,
      to_ref: to,
      relation,
    })),
  );
  for (const chunk of inChunks(links)) {
    await transaction('inventory_link').insert(chunk);
  }
  // A node that is no longer an asset loses the data of an asset.
  const others = nodes.filter(({ node }) => node !== 'asset');
  await forgetAssets(
    transaction,
    others.map(({ entityRef }) => entityRef),
  );
}

async function saveAssets(
  transaction: Knex.Transaction,
  assets: readonly IctAsset[],
  now: Instant,
) {
  if (assets.length === 0) {
    return;
  }
  const refs = assets.map(({ entityRef }) => entityRef);
  await transaction('asset')
    .insert(assets.map(rowFromAsset))
    .onConflict('entity_ref')
    .merge();
  await transaction('asset_index')
    .insert(assets.map(indexRowFromAsset))
    .onConflict('entity_ref')
    .merge();
  // Results of the graph are valid only for the previous record.
  await transaction('asset')
    .whereIn('entity_ref', refs)
    .update({ record_digest: null, input_digest: null });
  await transaction('asset_missing').whereIn('entity_ref', refs).delete();
  await transaction('asset_identifier').whereIn('entity_ref', refs).delete();
  await transaction('asset_identifier').insert(assets.flatMap(toIdentifiers));
  await recallReviews(transaction, refs);
  await markDueByAssets(transaction, refs, now);
  await markScores(transaction, refs);
}

/** All that identifies an asset, and who owns its repositories. */
function toIdentifiers(asset: IctAsset) {
  const owners = new Map(
    asset.repositories.map(uri => [
      subjectKey({ kind: 'repository', uri }),
      organizationKey(uri),
    ]),
  );
  return [...new Set(keysOfAsset(asset))].map(key => ({
    subject_key: key,
    entity_ref: asset.entityRef,
    organization_key: owners.get(key) ?? null,
  }));
}

async function forget(transaction: Knex.Transaction, refs: readonly string[]) {
  await transaction('inventory_link').whereIn('origin', refs).delete();
  await transaction('inventory_node').whereIn('entity_ref', refs).delete();
  await forgetAssets(transaction, refs);
}

async function forgetAssets(
  transaction: Knex.Transaction,
  refs: readonly string[],
) {
  await lockInOrder(transaction, queue => queue.whereIn('entity_ref', refs));
  for (const table of [
    'assessment_queue',
    'control_status',
    'asset_identifier',
    'asset_function',
    'asset_missing',
    'asset_index',
    'asset',
  ]) {
    await transaction(table).whereIn('entity_ref', refs).delete();
  }
  await markScores(transaction, refs);
}
