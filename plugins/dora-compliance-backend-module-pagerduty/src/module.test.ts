import { sourceModuleContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { doraComplianceModulePagerduty } from './module';

sourceModuleContract({
  feature: doraComplianceModulePagerduty,
  sourceId: 'pagerduty',
  configKey: 'pagerduty',
  off: 'PagerDuty is off: doraCompliance.pagerduty.webhookSecrets is not set. To turn it on, set doraCompliance.pagerduty.webhookSecrets to receive deliveries.',
  secretKeys: ['webhookSecrets'],
  refused: [
    [{ secrets: ['x'] }, 'pagerduty.secrets is unknown'],
    [
      { services: [{ name: 'payments', entity: 'a b' }] },
      'services[0].entity must be an entity, such as component:default/ledger',
    ],
  ],
});
