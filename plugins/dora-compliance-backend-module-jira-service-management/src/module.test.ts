import { sourceModuleContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { doraComplianceModuleJiraServiceManagement } from './module';

sourceModuleContract({
  feature: doraComplianceModuleJiraServiceManagement,
  sourceId: 'jira-service-management',
  configKey: 'jiraServiceManagement',
  off: 'Jira Service Management is off: doraCompliance.jiraServiceManagement.webhookSecrets is not set. To turn it on, set doraCompliance.jiraServiceManagement.webhookSecrets to receive deliveries.',
  secretKeys: ['webhookSecrets'],
  refused: [
    [{ secrets: ['x'] }, 'jiraServiceManagement.secrets is unknown'],
    [
      { services: [{ name: 'payments', entity: 'a b' }] },
      'services[0].entity must be an entity, such as component:default/ledger',
    ],
  ],
});
