import { createSourceModule } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readGrafanaConfig } from './config';
import { gives } from './gives';
import { createGrafanaEvidenceSource } from './GrafanaEvidenceSource';

/**
 * Alerts of Grafana. Off until `doraCompliance.grafana` is configured.
 *
 * @public
 */
export const doraComplianceModuleGrafana = createSourceModule({
  sourceId: 'grafana',
  title: 'Grafana',
  configKey: 'grafana',
  gives,
  configure(config) {
    const { options, ...setup } = readGrafanaConfig(config);
    return { ...setup, source: createGrafanaEvidenceSource(options) };
  },
});
