import { sourceModuleContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { doraComplianceModuleGrafana } from './module';

sourceModuleContract({
  feature: doraComplianceModuleGrafana,
  sourceId: 'grafana',
  configKey: 'grafana',
  off: 'Grafana is off: doraCompliance.grafana.webhookSecrets and doraCompliance.grafana.webhookTokens are not set. To turn it on, set doraCompliance.grafana.webhookSecrets or doraCompliance.grafana.webhookTokens to receive deliveries.',
  secretKeys: ['webhookSecrets', 'webhookTokens'],
  refused: [
    [{ secrets: ['x'] }, 'grafana.secrets is unknown'],
    [
      { services: [{ name: 'payments', entity: 'a b' }] },
      'services[0].entity must be an entity, such as component:default/ledger',
    ],
  ],
});
