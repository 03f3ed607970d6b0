import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { GrafanaSettings } from './config';

configContract('Grafana', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.grafana': GrafanaSettings },
});
