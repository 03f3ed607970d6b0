import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { JiraServiceManagementSettings } from './config';

configContract('Jira Service Management', {
  packageJson: require.resolve('../package.json'),
  schemas: {
    'doraCompliance.jiraServiceManagement': JiraServiceManagementSettings,
  },
});
