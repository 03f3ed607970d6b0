import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
  setUpSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createJenkinsCollector } from './collect/JenkinsCollector';
import { readJenkinsConfig } from './config';
import { createJenkinsEvidenceSource } from './JenkinsEvidenceSource';

/**
 * Evidence from Jenkins. Off until `doraCompliance.jenkins` is configured or
 * there are controllers to collect from.
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
        setUpSource({
          sourceId: 'jenkins',
          title: 'Jenkins',
          configKey: 'jenkins',
          logger,
          sources,
          collectors,
          configure() {
            const { off, notices, collects, options } =
              readJenkinsConfig(config);
            return off
              ? { off }
              : {
                  // It reads what is collected, too.
                  source: createJenkinsEvidenceSource(options),
                  ...(collects && {
                    collector: createJenkinsCollector(options),
                  }),
                  notices,
                };
          },
        });
      },
    });
  },
});
