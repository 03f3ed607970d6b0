import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createAzureDevOpsEvidenceSource } from './AzureDevOpsEvidenceSource';
import { createAzureDevOpsCollector } from './collect/AzureDevOpsCollector';
import { readAzureDevOpsConfig } from './config';
import { gives } from './gives';

/**
 * Evidence from Azure DevOps. Off until `doraCompliance.azureDevOps` is
 * configured or there are credentials to collect with.
 *
 * @public
 */
export const doraComplianceModuleAzureDevOps = createSourceModule({
  sourceId: 'azure-devops',
  title: 'Azure DevOps',
  configKey: 'azureDevOps',
  gives,
  configure(config) {
    const { source, collector, ...setup } = readAzureDevOpsConfig(config);
    return {
      ...setup,
      source: createAzureDevOpsEvidenceSource(source),
      ...(collector && { collector: createAzureDevOpsCollector(collector) }),
    };
  },
});
