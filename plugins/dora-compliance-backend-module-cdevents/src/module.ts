import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { evidenceSourceExtensionPoint } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createCdeventsEvidenceSource } from './CdeventsEvidenceSource';
import { readCdeventsConfig } from './config';

/**
 * Evidence from CDEvents.
 *
 * @public
 */
export const doraComplianceModuleCdevents = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'cdevents',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: evidenceSourceExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const options = readCdeventsConfig(config);
        if (!options) {
          logger.info(
            'No evidence from CDEvents: doraCompliance.cdevents.webhookTokens is not configured',
          );
          return;
        }
        sources.addSource(createCdeventsEvidenceSource(options));
      },
    });
  },
});
