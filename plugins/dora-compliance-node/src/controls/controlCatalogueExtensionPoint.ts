import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  Control,
  ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

import type { ControlTranslations } from './loadControlTexts';

/**
 * Where controls are plugged in.
 *
 * @public
 */
export interface ControlCatalogueExtensionPoint {
  /**
   * Throws when a control with the same id is already there.
   *
   * @param texts - its texts in other languages
   */
  addControl(control: Control, texts?: ControlTranslations): void;
  /**
   * Adds every `<id>/control.yaml` of a folder, and its texts in other languages,
   * such as `<id>/text.de.yaml`. If one of them can't be used, the backend does not
   * start, and names the file and the line.
   *
   * @throws an Error with one line `file:line: cause` for each problem of a file
   */
  addControlFolder(folder: string): Promise<void>;
  /**
   * Adds provisions that controls may cite, of this and of other modules. The
   * backend does not start if a control cites one that no module has added.
   */
  addProvisions(index: ProvisionIndex): void;
}

/** @public */
export const controlCatalogueExtensionPoint =
  createExtensionPoint<ControlCatalogueExtensionPoint>({
    id: 'dora-compliance.control-catalogue',
  });
