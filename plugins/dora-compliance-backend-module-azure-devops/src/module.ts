import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
  setUpSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createAzureDevOpsEvidenceSource } from './AzureDevOpsEvidenceSource';
import { createAzureDevOpsCollector } from './collect/AzureDevOpsCollector';
import { readAzureDevOpsConfig } from './config';

/**
 * Evidence from Azure DevOps. Off until `doraCompliance.azureDevOps` is
 * configured or there are credentials to collect with.
 *
 * @public
 */
export const doraComplianceModuleAzureDevOps = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'azure-devops',
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
          sourceId: 'azure-devops',
          title: 'Azure DevOps',
          configKey: 'azureDevOps',
          logger,
          sources,
          collectors,
          configure() {
            const { off, notices, source, collector } =
              readAzureDevOpsConfig(config);
            return off
              ? { off }
              : {
                  // It reads what is collected, too.
                  source: createAzureDevOpsEvidenceSource(source),
                  ...(collector && {
                    collector: createAzureDevOpsCollector(collector),
                  }),
                  notices,
                };
          },
        });
      },
    });
  },
});
