import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGithubCollector } from './collect/createGithubCollector';
import { readGithubCollectConfig, readGithubConfig } from './config';
import { createGithubEvidenceSource } from './GithubEvidenceSource';

/**
 * Evidence from GitHub.
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
        sources: evidenceSourceExtensionPoint,
        collectors: evidenceCollectorExtensionPoint,
      },
      async init({ config, sources, collectors }) {
        const options = readGithubConfig(config);
        const collect = readGithubCollectConfig(config);
        sources.addSource(createGithubEvidenceSource(options));
        if (collect.enabled) {
          collectors.addCollector(
            createGithubCollector(config, { ...options, ...collect }),
          );
        }
      },
    });
  },
});
