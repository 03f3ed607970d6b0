import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import type {
  AssetQuery,
  RuledAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** What permission rules ask of assets, as queries on the inventory. */
export type AssetCriteria = PermissionCriteria<AssetQuery>;

/** The permission rules on assets, and which of some entities meet them. */
export type AssetRules = {
  /** @throws if a condition names a rule that there is not, or has bad parameters */
  toCriteria(
    conditions: PermissionCriteria<PermissionCondition>,
  ): AssetCriteria;
  /**
   * Those of some entities of the inventory that are no assets, or are assets that meet
   * the criteria; undefined if no asset does.
   */
  listReadable(
    entityRefs: readonly string[],
    criteria: AssetCriteria | undefined,
  ): Promise<string[]>;
};

/** The rules of a ruleset, answered by the inventory. */
export function createAssetRules(
  ruleset: PermissionRuleset<RuledAsset, AssetQuery>,
  inventory: Pick<AssetRules, 'listReadable'>,
): AssetRules {
  return {
    toCriteria: createConditionTransformer(ruleset),
    listReadable: (...asked) => inventory.listReadable(...asked),
  };
}
