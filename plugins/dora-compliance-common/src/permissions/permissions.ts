import { createPermission } from '@backstage/plugin-permission-common';

/**
 * May read the control catalogue.
 *
 * @public
 */
export const controlReadPermission = createPermission({
  name: 'dora-compliance.control.read',
  attributes: { action: 'read' },
});

/**
 * May see source documents about assets the caller may read. Which were
 * rejected, and why, needs a policy that lets the caller read the whole
 * catalog besides.
 *
 * @public
 */
export const documentReadPermission = createPermission({
  name: 'dora-compliance.document.read',
  attributes: { action: 'read' },
});

/**
 * May have a source document normalised again.
 *
 * @public
 */
export const documentReplayPermission = createPermission({
  name: 'dora-compliance.document.replay',
  attributes: { action: 'update' },
});

/**
 * May see the inventory of ICT assets as a whole, as far as the catalog lets
 * the caller read them, and how their discovery goes.
 *
 * @public
 */
export const inventoryReadPermission = createPermission({
  name: 'dora-compliance.inventory.read',
  attributes: { action: 'read' },
});

/**
 * May record that the record of an ICT asset was reviewed.
 *
 * @public
 */
export const assetReviewPermission = createPermission({
  name: 'dora-compliance.asset.review',
  attributes: { action: 'create' },
});

/**
 * May see how evidence sources are, with the addresses of the repositories and
 * pipelines of assets the caller may read.
 *
 * @public
 */
export const sourceReadPermission = createPermission({
  name: 'dora-compliance.source.read',
  attributes: { action: 'read' },
});

/**
 * May have a source looked at, back-filled, or its rejected documents
 * normalised again.
 *
 * @public
 */
export const sourceOperatePermission = createPermission({
  name: 'dora-compliance.source.operate',
  attributes: { action: 'update' },
});

/**
 * All permissions of this plugin. What concerns an asset needs
 * `catalog.entity.read` on its catalog entity instead.
 *
 * @public
 */
export const doraCompliancePermissions = [
  assetReviewPermission,
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
  inventoryReadPermission,
  sourceOperatePermission,
  sourceReadPermission,
];
