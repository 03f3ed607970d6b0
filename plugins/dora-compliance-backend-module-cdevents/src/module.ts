import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceSourceExtensionPoint,
  setUpSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createCdeventsEvidenceSource } from './CdeventsEvidenceSource';
import { readCdeventsConfig } from './config';

/**
 * Evidence from CDEvents. Off until `doraCompliance.cdevents` is configured.
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
        setUpSource({
          sourceId: 'cdevents',
          title: 'CDEvents',
          configKey: 'cdevents',
          logger,
          sources,
          configure() {
            const { off, notices, options } = readCdeventsConfig(config);
            return off
              ? { off }
              : { source: createCdeventsEvidenceSource(options), notices };
          },
        });
      },
    });
  },
});
