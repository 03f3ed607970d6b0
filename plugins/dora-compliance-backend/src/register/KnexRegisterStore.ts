import {
  type Criticality,
  Criticality as Levels,
  type Day,
  type Digest,
  type EffectiveCriticality,
  type Instant,
  type ProviderDeclaration,
  type RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByAssets } from '../due/KnexMarkDue';
import { markScores } from '../due/KnexMarkScores';
import { inChunks } from '../kernel/database/columns';
import { listPipelinesNotListed } from './KnexPipelinesNotListed';
import { lockNodes } from './KnexLockNodes';
import { updateMany } from './KnexUpdateAssets';
import {
  type AssetRow,
  computeDue,
  indexRowFromSurroundings,
  registeredFromRow,
  type ReviewRow,
  rowFromSurroundings,
} from './registerRow';
import type {
  NamedNode,
  RegisteredAsset,
  RegisterStore,
} from './RegisterStore';
import type { AssetSurroundings } from './Surroundings';
import { trackLowered } from './trackLowered';

/** The register in the database of the plugin. */
export class KnexRegisterStore implements RegisterStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listInputs(): Promise<Map<string, Digest>> {
    const rows: { entity_ref: string; input_digest: Digest }[] =
      await this.#knex('asset')
        .whereNotNull('input_digest')
        .select('entity_ref', 'input_digest');
    return new Map(rows.map(row => [row.entity_ref, row.input_digest]));
  }

  async saveSurroundings(
    items: readonly AssetSurroundings[],
    today: Day,
  ): Promise<void> {
    for (const chunk of inChunks(items, 100)) {
      await this.#knex.transaction(async transaction => {
        const refs = chunk.map(({ entityRef }) => entityRef);
        const reviews: ReviewRow[] = await transaction('asset_index')
          .forUpdate()
          .whereIn('entity_ref', refs)
          .select(
            'entity_ref',
            'last_review',
            'last_major_change',
            'reviewed_on',
          );
        const known = new Map(reviews.map(row => [row.entity_ref, row]));
        const before = await readCriticalities(transaction, refs);
        const there = chunk
          .filter(({ entityRef }) => known.has(entityRef))
          .map(item => withLowered(item, before.get(item.entityRef), today));
        await updateMany(transaction, 'asset', there.map(rowFromSurroundings));
        await updateMany(
          transaction,
          'asset_index',
          there.map(item => ({
            ...indexRowFromSurroundings(item),
            review_due:
              computeDue(
                known.get(item.entityRef)!,
                today,
                item.criticality.lowered?.on,
              ) ?? '',
          })),
        );
        await replaceLists(transaction, there);
        await markScores(
          transaction,
          there.map(({ entityRef }) => entityRef),
        );
      });
    }
  }

  async saveCriticalities(
    levels: ReadonlyMap<string, Criticality | undefined>,
    now: Instant,
  ): Promise<void> {
    const before: { entity_ref: string; criticality: Criticality | null }[] =
      await this.#knex('inventory_node').select('entity_ref', 'criticality');
    const changed = before.filter(
      row => (levels.get(row.entity_ref) ?? null) !== row.criticality,
    );
    for (const level of [...Levels.options, undefined]) {
      const refs = changed
        .map(row => row.entity_ref)
        .filter(entityRef => levels.get(entityRef) === level);
      for (const chunk of inChunks(refs)) {
        await this.#knex.transaction(async transaction => {
          await lockNodes(transaction, chunk);
          await transaction('inventory_node')
            .whereIn('entity_ref', chunk)
            .update({ criticality: level ?? null });
          // Parameters of controls depend on it.
          await markDueByAssets(transaction, chunk, now);
        });
      }
    }
  }

  async listUnobserved(options: {
    before: Instant;
    limit: number;
  }): Promise<RegisteredAsset[]> {
    const rows: AssetRow[] = await this.#assets()
      .whereNotNull('input_digest')
      .andWhere(query =>
        query
          .whereNull('observed_at')
          .orWhere('observed_at', '<=', options.before)
          .orWhereRaw('observed_digest <> input_digest'),
      )
      .orderBy('asset.entity_ref')
      .limit(options.limit);
    return this.#withMissing(rows);
  }

  async recordObserved(
    observed: readonly { entityRef: string; input: Digest }[],
    now: Instant,
  ): Promise<void> {
    for (const chunk of inChunks(observed)) {
      await this.#knex('asset')
        .whereIn(
          ['entity_ref', 'input_digest'],
          chunk.map(({ entityRef, input }) => [entityRef, input]),
        )
        .update({
          observed_digest: this.#knex.ref('input_digest'),
          observed_at: now,
        });
    }
  }

  async find(entityRef: string): Promise<RegisteredAsset | undefined> {
    const rows: AssetRow[] = await this.#assets().where(
      'asset.entity_ref',
      entityRef,
    );
    return (await this.#withMissing(rows))[0];
  }

  async names(entityRefs: readonly string[]): Promise<Map<string, NamedNode>> {
    const found = new Map<string, NamedNode>();
    for (const chunk of inChunks([...new Set(entityRefs)])) {
      const rows: {
        entity_ref: string;
        node: NamedNode['node'];
        title: string;
        type: string | null;
        criticality: Criticality | null;
      }[] = await this.#knex('inventory_node')
        .whereIn('entity_ref', chunk)
        .select('entity_ref', 'node', 'title', 'type', 'criticality');
      for (const { entity_ref, node, title, type, criticality } of rows) {
        found.set(entity_ref, {
          entityRef: entity_ref,
          node,
          title,
          ...(type && { type }),
          ...(criticality && { criticality }),
        });
      }
    }
    return found;
  }

  listPipelinesNotListed(since: Instant): Promise<Map<string, string[]>> {
    return listPipelinesNotListed(this.#knex, since);
  }

  async findProvider(
    entityRef: string,
  ): Promise<ProviderDeclaration | undefined> {
    const row: { declared: string } | undefined = await this.#knex(
      'inventory_node',
    )
      .where({ entity_ref: entityRef, node: 'provider' })
      .first('declared');
    return row && JSON.parse(row.declared);
  }

  async recordReview(entityRef: string, on: Day, by: string): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction('asset_index')
        .where('entity_ref', entityRef)
        .update({ reviewed_on: on, reviewed_by: by });
      const row: ReviewRow | undefined = await transaction('asset_index')
        .where('entity_ref', entityRef)
        .first('entity_ref', 'last_review', 'last_major_change', 'reviewed_on');
      await transaction('asset_index')
        .where('entity_ref', entityRef)
        .update({ review_due: (row && computeDue(row, on)) ?? '' });
    });
  }

  #assets() {
    return this.#knex('asset')
      .join('asset_index', 'asset_index.entity_ref', 'asset.entity_ref')
      .select(
        'asset.entity_ref',
        'asset.record',
        'asset.criticality',
        'asset.record_digest',
        'asset.input_digest',
        'asset_index.reviewed_on',
        'asset_index.reviewed_by',
        'asset_index.missing_count',
      );
  }

  async #withMissing(rows: readonly AssetRow[]): Promise<RegisteredAsset[]> {
    const missing = new Map<string, RecordField[]>();
    const refs = rows.map(row => row.entity_ref);
    for (const chunk of inChunks(refs)) {
      const found: { entity_ref: string; field: RecordField }[] =
        await this.#knex('asset_missing').whereIn('entity_ref', chunk);
      for (const { entity_ref, field } of found) {
        missing.set(entity_ref, [...(missing.get(entity_ref) ?? []), field]);
      }
    }
    return rows.map(row => registeredFromRow(row, missing.get(row.entity_ref)));
  }
}

async function readCriticalities(
  transaction: Knex.Transaction,
  refs: readonly string[],
): Promise<Map<string, EffectiveCriticality>> {
  const rows: { entity_ref: string; criticality: string }[] = await transaction(
    'asset',
  )
    .whereIn('entity_ref', refs)
    .whereNotNull('criticality')
    .select('entity_ref', 'criticality');
  return new Map(
    rows.map(row => [row.entity_ref, JSON.parse(row.criticality)]),
  );
}

function withLowered(
  item: AssetSurroundings,
  before: EffectiveCriticality | undefined,
  today: Day,
): AssetSurroundings {
  const { criticality } = item;
  const lowered = trackLowered(before, criticality.declared, today);
  return lowered ? { ...item, criticality: { ...criticality, lowered } } : item;
}

async function replaceLists(
  transaction: Knex.Transaction,
  items: readonly AssetSurroundings[],
) {
  const refs = items.map(({ entityRef }) => entityRef);
  await transaction('asset_function').whereIn('entity_ref', refs).delete();
  await transaction('asset_missing').whereIn('entity_ref', refs).delete();
  const functions = items.flatMap(({ entityRef, criticality }) =>
    criticality.functions.map(function_ref => ({
      entity_ref: entityRef,
      function_ref,
    })),
  );
  const missing = items.flatMap(item =>
    item.missing.map(field => ({ entity_ref: item.entityRef, field })),
  );
  for (const chunk of inChunks(functions)) {
    await transaction('asset_function').insert(chunk);
  }
  for (const chunk of inChunks(missing)) {
    await transaction('asset_missing').insert(chunk);
  }
}
