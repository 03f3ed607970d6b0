import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
  setUpSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGithubCollector } from './collect/createGithubCollector';
import { readGithubConfig } from './config';
import { createGithubEvidenceSource } from './GithubEvidenceSource';

/**
 * Evidence from GitHub. Off until `doraCompliance.github` is configured or
 * there are credentials to collect with.
 *
 * @public
 */
export const doraComplianceModuleGithub = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'github',
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
          sourceId: 'github',
          title: 'GitHub',
          configKey: 'github',
          logger,
          sources,
          collectors,
          configure() {
            const { off, notices, source, collect } = readGithubConfig(config);
            return off
              ? { off }
              : {
                  // It reads what is collected, too.
                  source: createGithubEvidenceSource(source),
                  ...(collect && {
                    collector: createGithubCollector(config, {
                      ...source,
                      ...collect,
                    }),
                  }),
                  notices,
                };
          },
        });
      },
    });
  },
});
