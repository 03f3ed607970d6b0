import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { PipelineSettings } from './config';

configContract('the catalog', {
  packageJson: require.resolve('../package.json'),
  schemas: { 'doraCompliance.pipelines': PipelineSettings },
});
