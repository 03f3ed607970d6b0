import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { ServicenowSettings } from './config';

configContract('ServiceNow', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.servicenow': ServicenowSettings },
});
