import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Read the control catalogue.
 *
 * @public
 */
export const controlReadPermission = createPermission({
  name: 'dora-compliance.control.read',
  attributes: { action: 'read' },
});

/**
 * Read source documents about assets that the caller may read. Rejected
 * documents and the reasons also require permission to read the whole catalog.
 *
 * @public
 */
export const documentReadPermission = createPermission({
  name: 'dora-compliance.document.read',
  attributes: { action: 'read' },
});

/**
 * Normalise a source document again.
 *
 * @public
 */
export const documentReplayPermission = createPermission({
  name: 'dora-compliance.document.replay',
  attributes: { action: 'update' },
});

/**
 * Read the inventory of ICT assets, as far as the caller may read them in the
 * catalog, and the state of their discovery.
 *
 * @public
 */
export const inventoryReadPermission = createPermission({
  name: 'dora-compliance.inventory.read',
  attributes: { action: 'read' },
});

/**
 * The type of ICT assets in conditional decisions.
 *
 * @public
 */
export const ICT_ASSET_RESOURCE = 'dora-compliance-ict-asset';

/**
 * Confirm the record of an ICT asset after a review. A policy can make it depend on
 * the asset: its owner, system, business functions and criticality.
 *
 * @public
 */
export const assetReviewPermission = createPermission({
  name: 'dora-compliance.asset.review',
  attributes: { action: 'create' },
  resourceType: ICT_ASSET_RESOURCE,
});

/**
 * Read the compliance of an ICT asset: its record, statuses, evidence, scores and
 * actions, alone or in lists and totals. The caller must also be allowed to read the
 * entity in the catalog. A policy can make it depend on the asset.
 *
 * @public
 */
export const assetReadPermission = createPermission({
  name: 'dora-compliance.asset.read',
  attributes: { action: 'read' },
  resourceType: ICT_ASSET_RESOURCE,
});

/**
 * Record evidence about an ICT asset that no CI system has, such as a drill. A policy can
 * make it depend on the asset.
 *
 * @public
 */
export const evidenceRecordPermission = createPermission({
  name: 'dora-compliance.evidence.record',
  attributes: { action: 'create' },
  resourceType: ICT_ASSET_RESOURCE,
});

/**
 * Confirm or refuse evidence about an ICT asset that somebody else recorded. A policy can
 * make it depend on the asset.
 *
 * @public
 */
export const evidenceConfirmPermission = createPermission({
  name: 'dora-compliance.evidence.confirm',
  attributes: { action: 'create' },
  resourceType: ICT_ASSET_RESOURCE,
});

/**
 * Export ICT assets that the caller may read, as CSV. A policy can make it depend on the
 * asset: a list with an asset that may not be exported is not exported at all.
 *
 * @public
 */
export const assetExportPermission = createPermission({
  name: 'dora-compliance.asset.export',
  attributes: { action: 'read' },
  resourceType: ICT_ASSET_RESOURCE,
});

/**
 * Read the state of evidence sources, with the addresses of the repositories and
 * pipelines of assets that the caller may read.
 *
 * @public
 */
export const sourceReadPermission = createPermission({
  name: 'dora-compliance.source.read',
  attributes: { action: 'read' },
});

/**
 * Collect or backfill a source, or normalise its rejected documents again.
 *
 * @public
 */
export const sourceOperatePermission = createPermission({
  name: 'dora-compliance.source.operate',
  attributes: { action: 'update' },
});

/**
 * All permissions of this plugin. What concerns assets also requires
 * `catalog.entity.read` on their catalog entities.
 *
 * @public
 */
export const doraCompliancePermissions = [
  assetExportPermission,
  assetReadPermission,
  assetReviewPermission,
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
  evidenceConfirmPermission,
  evidenceRecordPermission,
  inventoryReadPermission,
  sourceOperatePermission,
  sourceReadPermission,
];
