import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  evidenceCollectorExtensionPoint,
  evidenceSourceExtensionPoint,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createAzureDevOpsEvidenceSource } from './AzureDevOpsEvidenceSource';
import { createAzureDevOpsCollector } from './collect/AzureDevOpsCollector';
import { readAzureDevOpsConfig } from './config';

/**
 * Evidence from Azure DevOps. Does nothing until it is configured.
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
        const { source, collector } = readAzureDevOpsConfig(config);
        if (!source) {
          logger.info(
            'Azure DevOps is no source of evidence: doraCompliance.azureDevOps has neither webhookSecrets nor events nor collect.enabled',
          );
          return;
        }
        sources.addSource(createAzureDevOpsEvidenceSource(source));
        if (collector) {
          collectors.addCollector(createAzureDevOpsCollector(collector));
        }
      },
    });
  },
});
