import path from 'node:path';
import {
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  controlCatalogueExtensionPoint,
  loadProvisions,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/**
 * The control catalogue: every folder of `controls/` is one control, and
 * `provisions.yaml` has the provisions that controls may cite.
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
        const root = resolvePackagePath(
          '@ict-assurance/backstage-plugin-dora-compliance-backend-module-controls',
        );
        catalogue.addProvisions(
          await loadProvisions(path.join(root, 'provisions.yaml')),
        );
        await catalogue.addControlFolder(path.join(root, 'controls'));
      },
    });
  },
});
