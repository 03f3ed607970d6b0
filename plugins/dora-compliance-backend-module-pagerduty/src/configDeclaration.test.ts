import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { PagerdutySettings } from './config';

configContract('PagerDuty', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.pagerduty': PagerdutySettings },
});
