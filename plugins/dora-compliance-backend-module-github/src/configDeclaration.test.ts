import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { GithubSettings } from './config';

configContract('GitHub', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.github': GithubSettings },
});
