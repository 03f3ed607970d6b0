import {
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  controlCatalogueExtensionPoint,
  loadControlFolder,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * The control catalogue: every folder of `controls/` is one control.
 *
 * @public
 */
export const doraComplianceModuleControls = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'controls',
  register(env) {
    env.registerInit({
      deps: { catalogue: controlCatalogueExtensionPoint },
      async init({ catalogue }) {
        const folder = resolvePackagePath(
          '@ict-assurance/backstage-plugin-dora-compliance-backend-module-controls',
          'controls',
        );
        for (const control of await loadControlFolder(folder)) {
          catalogue.addControl(control);
        }
      },
    });
  },
});
