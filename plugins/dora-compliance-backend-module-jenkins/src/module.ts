import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createJenkinsCollector } from './collect/JenkinsCollector';
import { readJenkinsConfig } from './config';
import { createJenkinsEvidenceSource } from './JenkinsEvidenceSource';

/**
 * Evidence from Jenkins. Does nothing unless `doraCompliance.jenkins` is
 * configured.
 *
 * @public
 */
export const doraComplianceModuleJenkins = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'jenkins',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: evidenceSourceExtensionPoint,
        collectors: evidenceCollectorExtensionPoint,
      },
      async init({ config, logger, sources, collectors }) {
        const options = readJenkinsConfig(config);
        if (!options) {
          logger.info(
            'No evidence from Jenkins: doraCompliance.jenkins is not configured',
          );
          return;
        }
        sources.addSource(createJenkinsEvidenceSource(options));
        if (options.collects) {
          collectors.addCollector(createJenkinsCollector(options));
        }
      },
    });
  },
});
