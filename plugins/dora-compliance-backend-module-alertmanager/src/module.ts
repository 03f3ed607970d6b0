import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readAlertmanagerConfig } from './config';
import { gives } from './gives';
import { createAlertmanagerEvidenceSource } from './AlertmanagerEvidenceSource';

/**
 * Alerts of Alertmanager. Off until `doraCompliance.alertmanager` is configured.
 *
 * @public
 */
export const doraComplianceModuleAlertmanager = createSourceModule({
  sourceId: 'alertmanager',
  title: 'Alertmanager',
  configKey: 'alertmanager',
  gives,
  configure(config) {
    const { options, ...setup } = readAlertmanagerConfig(config);
    return { ...setup, source: createAlertmanagerEvidenceSource(options) };
  },
});
