import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { RuntimeSettings } from './config';

configContract('Runtime', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.runtime': RuntimeSettings },
});
