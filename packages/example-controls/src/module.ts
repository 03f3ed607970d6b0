import {
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  assessmentPartsExtensionPoint,
  controlCatalogueExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { changeWindow } from './change-window/changeWindow';

/** The controls of the bank, with the judgement that one of them uses. */
export const bankControlsModule = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'bank-controls',
  register(env) {
    env.registerInit({
      deps: {
        catalogue: controlCatalogueExtensionPoint,
        parts: assessmentPartsExtensionPoint,
      },
      async init({ catalogue, parts }) {
        parts.addJudgement(changeWindow);
        await catalogue.addControlFolder(
          resolvePackagePath('@ict-assurance/example-controls', 'controls'),
        );
      },
    });
  },
});
