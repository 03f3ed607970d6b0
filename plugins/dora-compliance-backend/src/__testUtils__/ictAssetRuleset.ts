import type { PermissionRuleset } from '@backstage/plugin-permission-node';
import {
  type AssetQuery,
  ictAssetRules,
  type RuledAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The rules on assets, as a backend registers them. */
export const ictAssetRuleset: PermissionRuleset<RuledAsset, AssetQuery> = {
  getRuleByName(name) {
    const found = Object.values(ictAssetRules).find(one => one.name === name);
    if (!found) {
      throw new Error(`There is no rule ${name}`);
    }
    return found as ReturnType<typeof ictAssetRuleset.getRuleByName>;
  },
};
