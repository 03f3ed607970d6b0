import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readJiraServiceManagementConfig } from './config';
import { gives } from './gives';
import { createJiraServiceManagementEvidenceSource } from './JiraServiceManagementEvidenceSource';

/**
 * Incidents of Jira Service Management. Off until
 * `doraCompliance.jiraServiceManagement` is configured.
 *
 * @public
 */
export const doraComplianceModuleJiraServiceManagement = createSourceModule({
  sourceId: 'jira-service-management',
  title: 'Jira Service Management',
  configKey: 'jiraServiceManagement',
  gives,
  configure(config) {
    const { options, ...setup } = readJiraServiceManagementConfig(config);
    return {
      ...setup,
      source: createJiraServiceManagementEvidenceSource(options),
    };
  },
});
