import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGitlabCollector } from './collect/GitlabCollector';
import { readGitlabConfig } from './config';
import { createGitlabEvidenceSource } from './GitlabEvidenceSource';

/**
 * Evidence from GitLab. Does nothing where nothing is configured.
 *
 * @public
 */
export const doraComplianceModuleGitlab = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'gitlab',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: evidenceSourceExtensionPoint,
        collectors: evidenceCollectorExtensionPoint,
      },
      async init({ config, logger, sources, collectors }) {
        const { source, collector } = readGitlabConfig(config);
        if (!source) {
          logger.info(
            'No evidence from GitLab: doraCompliance.gitlab names no secrets and does not enable collect',
          );
          return;
        }
        sources.addSource(createGitlabEvidenceSource(source));
        if (collector) {
          collectors.addCollector(createGitlabCollector(collector));
        }
      },
    });
  },
});
