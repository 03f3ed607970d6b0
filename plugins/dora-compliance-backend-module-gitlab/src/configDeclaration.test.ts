import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { GitlabSettings } from './config';

configContract('GitLab', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.gitlab': GitlabSettings },
});
