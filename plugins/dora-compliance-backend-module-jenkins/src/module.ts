import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createJenkinsCollector } from './collect/JenkinsCollector';
import { readJenkinsConfig } from './config';
import { createJenkinsEvidenceSource } from './JenkinsEvidenceSource';
import { gives } from './gives';

/**
 * Evidence from Jenkins. Off until `doraCompliance.jenkins` is configured or
 * there are controllers to collect from.
 *
 * @public
 */
export const doraComplianceModuleJenkins = createSourceModule({
  sourceId: 'jenkins',
  title: 'Jenkins',
  configKey: 'jenkins',
  gives,
  configure(config) {
    const { options, ...setup } = readJenkinsConfig(config);
    return {
      ...setup,
      source: createJenkinsEvidenceSource(options),
      ...(setup.collects && { collector: createJenkinsCollector(options) }),
    };
  },
});
