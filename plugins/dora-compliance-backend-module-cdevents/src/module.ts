import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createCdeventsEvidenceSource } from './CdeventsEvidenceSource';
import { readCdeventsConfig } from './config';
import { gives } from './gives';

/**
 * Evidence from CDEvents. Off until `doraCompliance.cdevents` is configured.
 *
 * @public
 */
export const doraComplianceModuleCdevents = createSourceModule({
  sourceId: 'cdevents',
  title: 'CDEvents',
  configKey: 'cdevents',
  gives,
  configure(config) {
    const { options, ...setup } = readCdeventsConfig(config);
    return { ...setup, source: createCdeventsEvidenceSource(options) };
  },
});
