import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readPagerdutyConfig } from './config';
import { gives } from './gives';
import { createPagerdutyEvidenceSource } from './PagerdutyEvidenceSource';

/**
 * Incidents of PagerDuty. Off until `doraCompliance.pagerduty` is configured.
 *
 * @public
 */
export const doraComplianceModulePagerduty = createSourceModule({
  sourceId: 'pagerduty',
  title: 'PagerDuty',
  configKey: 'pagerduty',
  gives,
  configure(config) {
    const { options, ...setup } = readPagerdutyConfig(config);
    return { ...setup, source: createPagerdutyEvidenceSource(options) };
  },
});
