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
 * May see which source documents were rejected, and why.
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
 * All permissions of this plugin. What concerns an asset needs
 * `catalog.entity.read` on its catalog entity instead.
 *
 * @public
 */
export const doraCompliancePermissions = [
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
];
