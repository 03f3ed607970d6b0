import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { JenkinsSettings } from './config';

configContract('Jenkins', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.jenkins': JenkinsSettings },
});
