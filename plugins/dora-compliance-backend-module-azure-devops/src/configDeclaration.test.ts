import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { AzureDevOpsSettings } from './config';

configContract('Azure DevOps', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.azureDevOps': AzureDevOpsSettings },
});
