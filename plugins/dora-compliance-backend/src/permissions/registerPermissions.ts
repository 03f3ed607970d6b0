import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  assetExportPermission,
  assetReadPermission,
  assetReviewPermission,
  doraCompliancePermissions,
  evidenceConfirmPermission,
  evidenceRecordPermission,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  ictAssetResourceRef,
  ictAssetRules,
  type RuledAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** Those that can depend on an asset. */
const ofAssets = [
  assetExportPermission,
  assetReadPermission,
  assetReviewPermission,
  evidenceConfirmPermission,
  evidenceRecordPermission,
];

/** Makes the permissions known, and the rules of those that depend on an asset. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  assets: { read(refs: string[]): Promise<(RuledAsset | undefined)[]> },
): void {
  registry.addResourceType({
    resourceRef: ictAssetResourceRef,
    permissions: ofAssets,
    rules: Object.values(ictAssetRules),
    getResources: refs => assets.read(refs),
  });
  registry.addPermissions(
    doraCompliancePermissions.filter(
      permission => !ofAssets.some(one => one === permission),
    ),
  );
}
