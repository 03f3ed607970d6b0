import { sourceModuleContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { doraComplianceModuleServicenow } from './module';

sourceModuleContract({
  feature: doraComplianceModuleServicenow,
  sourceId: 'servicenow',
  configKey: 'servicenow',
  off: 'ServiceNow is off: doraCompliance.servicenow.webhookSecrets and doraCompliance.servicenow.webhookTokens are not set. To turn it on, set doraCompliance.servicenow.webhookSecrets or doraCompliance.servicenow.webhookTokens to receive deliveries.',
  secretKeys: ['webhookSecrets', 'webhookTokens'],
  refused: [
    [{ secrets: ['x'] }, 'servicenow.secrets is unknown'],
    [
      { services: [{ name: 'payments', entity: 'a b' }] },
      'services[0].entity must be an entity, such as component:default/ledger',
    ],
  ],
});
