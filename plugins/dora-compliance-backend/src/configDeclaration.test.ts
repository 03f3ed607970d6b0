import { configContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { backendSections } from './config';

configContract('the backend', {
  packageJson: require.resolve('../package.json'),
  schemas: Object.fromEntries(
    Object.entries(backendSections).map(([key, schema]) => [
      `doraCompliance.${key}`,
      schema,
    ]),
  ),
});
