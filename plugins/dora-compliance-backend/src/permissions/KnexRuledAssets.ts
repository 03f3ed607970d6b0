import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RuledAsset } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { whereTextIn } from '../kernel/database/listTexts';
import type { AssetCriteria } from './AssetRules';
import { selectAssets } from './KnexAssetCriteria';

/** What permission rules know of assets, in the database of the plugin. */
export class KnexRuledAssets {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Some assets, in this order; undefined if there is no such asset. */
  read(entityRefs: readonly string[]): Promise<(RuledAsset | undefined)[]> {
    return readRuledAssets(this.#knex, entityRefs);
  }

  /**
   * Those of some entities of the inventory that are no assets, or are assets that meet
   * the criteria; undefined if no asset does.
   */
  async listReadable(
    entityRefs: readonly string[],
    criteria: AssetCriteria | undefined,
  ): Promise<string[]> {
    const knex = this.#knex;
    return whereTextIn(
      knex('inventory_node'),
      knex,
      'inventory_node.entity_ref',
      entityRefs,
    )
      .where(either => {
        either.whereNot('inventory_node.node', 'asset');
        if (criteria) {
          either.orWhereIn(
            'inventory_node.entity_ref',
            selectAssets(knex, criteria) as never,
          );
        }
      })
      .pluck('inventory_node.entity_ref');
  }
}

async function readRuledAssets(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<(RuledAsset | undefined)[]> {
  const refs = entityRefs.map(ref => ref.toLowerCase());
  const [assets, functions] = await Promise.all([
    whereTextIn(knex('asset_index'), knex, 'entity_ref', refs).select(
      'entity_ref',
      'owner_ref',
      'system_ref',
      'criticality_rank',
    ),
    whereTextIn(knex('asset_function'), knex, 'entity_ref', refs).select(
      'entity_ref',
      'function_ref',
    ),
  ]);
  const found = new Map(
    assets.map(row => {
      const criticality = Criticality.options[row.criticality_rank];
      const asset: RuledAsset = {
        entityRef: row.entity_ref,
        ownerRef: row.owner_ref,
        systemRef: row.system_ref,
        ...(criticality && { criticality }),
        functions: functions
          .filter(one => one.entity_ref === row.entity_ref)
          .map(one => one.function_ref),
      };
      return [asset.entityRef, asset];
    }),
  );
  return refs.map(ref => found.get(ref));
}
