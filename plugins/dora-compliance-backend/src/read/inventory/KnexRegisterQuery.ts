import {
  type AssetGraphView,
  type AssetRecordView,
  type CriticalityView,
  type Day,
  type InventoryItemView,
  type InventoryPage,
  type InventorySort,
  type InventorySummary,
  type IctAsset,
  Criticality,
  type Page,
  PIPELINE_TYPE,
  RecordField,
  recordFields,
  type UninventoriedPipelineView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CompiledControl,
  Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type {
  RegisteredAsset,
  RegisterStore,
} from '../../register/RegisterStore';
import type { AssetCriteria } from '../../permissions/AssetRules';
import {
  countRefused,
  type RefusedCount,
} from '../../permissions/KnexCountRefused';
import type { Reader } from '../../permissions/Reader';
import { readKeys, writeCursor } from '../../kernel/paging/cursor';
import { inEnglish } from '../inEnglish';
import { namedRef, reviewState } from './inventoryItem';
import { linkedTo, readAssetGraph } from './KnexAssetLinks';
import { applyScope, type InventoryScope } from './KnexInventoryFilter';
import {
  type InventoryPageQuery,
  type InventorySources,
  readInventory,
  readInventoryPage,
} from './KnexInventoryPage';
import { readInventorySummary } from './KnexInventorySummary';
import { listUninventoried } from './KnexUninventoried';
import { readablePath } from './KnexReadablePath';
import { whereVisible } from '../../permissions/KnexVisible';
import { namesOfAsset, readableAsset, readableDeploys } from './readableRecord';
import { recordValue } from './recordValue';
import type { Visibility } from '../../permissions/Visibility';

/** Reads the register of ICT assets. */
export class KnexRegisterQuery {
  readonly #knex: Knex;
  readonly #register: RegisterStore;
  readonly #sources: InventorySources;
  readonly #sentences: Sentences;

  /**
   * @param options.controls - the installed controls; none where absent
   * @param options.sentences - the language of the answers
   */
  constructor(
    knex: Knex,
    register: RegisterStore,
    options: {
      controls?: Iterable<CompiledControl>;
      sentences?: Sentences;
    } = {},
  ) {
    const { controls = [], sentences = inEnglish } = options;
    this.#knex = knex;
    this.#register = register;
    this.#sources = { knex, register, controls: [...controls] };
    this.#sentences = sentences;
  }

  list(
    scope: InventoryScope,
    page: InventoryPageQuery,
  ): Promise<InventoryPage> {
    return readInventoryPage(this.#sources, scope, page);
  }

  summarise(scope: InventoryScope): Promise<InventorySummary> {
    return readInventorySummary(
      this.#knex,
      this.#register,
      scope,
      this.#sentences.language.record,
    );
  }

  /** All that a scope finds, with what each is linked to, page by page. */
  async *export(
    scope: InventoryScope,
    sort: InventorySort,
  ): AsyncGenerator<
    { item: InventoryItemView; asset: IctAsset; links: string[] }[]
  > {
    const pages = readInventory(this.#sources, scope, sort);
    for await (const page of pages) {
      const refs = page.map(({ item }) => item.entityRef);
      const links = await linkedTo(this.#knex, refs);
      yield page.map(({ item, asset }) => ({
        item,
        asset,
        links: links.get(item.entityRef) ?? [],
      }));
    }
  }

  /** How many assets of a scope do not meet criteria. */
  countRefused(
    scope: InventoryScope,
    criteria: AssetCriteria,
  ): Promise<RefusedCount> {
    const assets = applyScope(this.#knex('asset_index'), this.#knex, scope);
    const column = 'asset_index.entity_ref';
    return countRefused(assets, this.#knex, column, criteria);
  }

  listUninventoried(page: {
    limit: number;
    cursor?: string;
    visible: Visibility;
  }): Promise<Page<UninventoriedPipelineView>> {
    return listUninventoried(this.#knex, this.#register, page);
  }

  readGraph(entityRef: string, reader: Reader): Promise<AssetGraphView> {
    return readAssetGraph(this.#knex, this.#register, entityRef, reader);
  }

  /** How critical assets are, in the order of their references. */
  async listCriticalities(page: {
    limit: number;
    cursor?: string;
    visible: Visibility;
  }): Promise<Page<CriticalityView>> {
    const query = this.#knex('asset_index')
      .orderBy('entity_ref')
      .limit(page.limit + 1)
      .select('entity_ref', 'criticality_rank');
    whereVisible(query, this.#knex, 'entity_ref', page.visible);
    if (page.cursor) {
      const [last = ''] = readKeys(page.cursor, 1);
      query.where('entity_ref', '>', last);
    }
    const rows: { entity_ref: string; criticality_rank: number }[] =
      await query;
    const items = rows.slice(0, page.limit).map(row => {
      const level = Criticality.options[row.criticality_rank];
      return { entityRef: row.entity_ref, ...(level && { level }) };
    });
    const last = items.at(-1);
    return rows.length > page.limit && last
      ? { items, nextCursor: writeCursor(last.entityRef) }
      : { items };
  }

  async readRecord(
    entityRef: string,
    today: Day,
    mayReview: boolean,
    reader: Reader,
  ): Promise<AssetRecordView | undefined> {
    const found = await this.#register.find(entityRef);
    if (!found) {
      return undefined;
    }
    const { criticality, missing, record, review } = found;
    const around = await this.#around(found, reader);
    const { asset, because, links, deploys } = around;
    const titles = await this.#register.names([
      ...because.map(step => step.entityRef),
      ...around.functions,
    ]);
    const functions = around.functions.map(ref => namedRef(ref, titles));
    const described = {
      asset,
      functions: functions.map(({ title }) => title),
      links: links.length,
    };
    const words = this.#sentences.language.record;
    return {
      asset,
      digest: record,
      fields: RecordField.options.map(field => {
        const value = missing.includes(field)
          ? undefined
          : recordValue(field, described, words) ?? words.notReadable;
        return {
          field,
          point: recordFields[field].point,
          title: words.fields[field].title,
          edit: words.fields[field].edit,
          ...(value && { value }),
        };
      }),
      criticality: { ...criticality, because, functions: around.functions },
      because: because.map(step => ({
        ...namedRef(step.entityRef, titles),
        ...(step.relation && { relation: step.relation }),
      })),
      functions,
      review: reviewState(await this.#findReview(entityRef), today),
      ...(review.by && { lastReviewedBy: review.by }),
      mayReview,
      ...(deploys && { deploys }),
    };
  }

  /**
   * The entities that an asset names and its graph, as far as they may be read.
   */
  async #around(found: RegisteredAsset, reader: Reader) {
    const { asset, criticality } = found;
    const { entityRef } = asset;
    const links = await linkedTo(this.#knex, [entityRef]);
    const linked = links.get(entityRef) ?? [];
    const deploys =
      asset.type === PIPELINE_TYPE ? await this.#deployedBy(found) : undefined;
    const isReadable = await reader.readable([
      ...namesOfAsset(asset),
      ...criticality.functions,
      ...linked,
      ...(deploys ?? []).flatMap(item => [
        item.entityRef,
        ...(item.ownerRef ? [item.ownerRef] : []),
      ]),
    ]);
    return {
      asset: readableAsset(asset, isReadable),
      functions: criticality.functions.filter(isReadable),
      links: linked.filter(isReadable),
      because: await readablePath(this.#knex, entityRef, criticality, reader),
      deploys: deploys && readableDeploys(deploys, isReadable),
    };
  }

  async #findReview(entityRef: string) {
    return this.#knex('asset_index')
      .where('entity_ref', entityRef)
      .first('last_review', 'reviewed_on', 'review_due');
  }

  /** What a pipeline can change, and who owns that. */
  async #deployedBy({ asset }: RegisteredAsset) {
    const rows: {
      from_ref: string;
      title: string;
      owner_ref: string | null;
    }[] = await this.#knex('inventory_link')
      .join(
        'inventory_node',
        'inventory_node.entity_ref',
        'inventory_link.from_ref',
      )
      .leftJoin(
        'asset_index',
        'asset_index.entity_ref',
        'inventory_link.from_ref',
      )
      .where({ to_ref: asset.entityRef, relation: 'deployed-by' })
      .distinct('from_ref', 'inventory_node.title', 'asset_index.owner_ref')
      .orderBy('from_ref');
    return rows.map(({ from_ref, title, owner_ref }) => ({
      entityRef: from_ref,
      title,
      ...(owner_ref && { ownerRef: owner_ref }),
    }));
  }
}
