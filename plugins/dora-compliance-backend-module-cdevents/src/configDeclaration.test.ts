import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { CdeventsSettings } from './config';

configContract('CDEvents', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.cdevents': CdeventsSettings },
});
