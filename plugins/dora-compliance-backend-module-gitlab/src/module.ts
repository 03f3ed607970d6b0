import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
  setUpSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createGitlabCollector } from './collect/GitlabCollector';
import { readGitlabConfig } from './config';
import { createGitlabEvidenceSource } from './GitlabEvidenceSource';
import { SOURCE_ID } from './normalise/fields';

/**
 * Evidence from GitLab. Off until `doraCompliance.gitlab` is configured or
 * there are credentials to collect with.
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
        setUpSource({
          sourceId: SOURCE_ID,
          title: 'GitLab',
          configKey: 'gitlab',
          logger,
          sources,
          collectors,
          configure() {
            const { off, notices, source, collector } =
              readGitlabConfig(config);
            return off
              ? { off }
              : {
                  // It reads what is collected, too.
                  source: createGitlabEvidenceSource(source),
                  ...(collector && {
                    collector: createGitlabCollector(collector),
                  }),
                  notices,
                };
          },
        });
      },
    });
  },
});
