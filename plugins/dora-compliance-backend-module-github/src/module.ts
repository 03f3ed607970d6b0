import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { evidenceSourceExtensionPoint } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readGithubConfig } from './config';
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
      },
      async init({ config, sources }) {
        sources.addSource(createGithubEvidenceSource(readGithubConfig(config)));
      },
    });
  },
});
