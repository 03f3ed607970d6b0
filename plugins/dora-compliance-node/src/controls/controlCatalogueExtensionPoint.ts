import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Where controls are plugged in.
 *
 * @public
 */
export interface ControlCatalogueExtensionPoint {
  /** Throws when a control with the same id is already there. */
  addControl(control: Control): void;
}

/** @public */
export const controlCatalogueExtensionPoint =
  createExtensionPoint<ControlCatalogueExtensionPoint>({
    id: 'dora-compliance.control-catalogue',
  });
