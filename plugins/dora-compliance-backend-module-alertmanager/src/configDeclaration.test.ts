import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { AlertmanagerSettings } from './config';

configContract('Alertmanager', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.alertmanager': AlertmanagerSettings },
});
