import { sourceModuleContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { doraComplianceModuleAlertmanager } from './module';

sourceModuleContract({
  feature: doraComplianceModuleAlertmanager,
  sourceId: 'alertmanager',
  configKey: 'alertmanager',
  off: 'Alertmanager is off: doraCompliance.alertmanager.webhookTokens is not set. To turn it on, set doraCompliance.alertmanager.webhookTokens to receive deliveries.',
  secretKeys: ['webhookTokens'],
  refused: [
    [{ secrets: ['x'] }, 'alertmanager.secrets is unknown'],
    [
      { services: [{ name: 'payments', entity: 'a b' }] },
      'services[0].entity must be an entity, such as component:default/ledger',
    ],
  ],
});
