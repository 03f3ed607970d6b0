import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readServicenowConfig } from './config';
import { gives } from './gives';
import { createServicenowEvidenceSource } from './ServicenowEvidenceSource';

/**
 * Incidents of ServiceNow. Off until `doraCompliance.servicenow` is configured.
 *
 * @public
 */
export const doraComplianceModuleServicenow = createSourceModule({
  sourceId: 'servicenow',
  title: 'ServiceNow',
  configKey: 'servicenow',
  gives,
  configure(config) {
    const { options, ...setup } = readServicenowConfig(config);
    return { ...setup, source: createServicenowEvidenceSource(options) };
  },
});
