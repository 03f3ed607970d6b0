import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  alertLabelKeys,
  configObject,
  decideSetup,
  isoDuration,
  operationsKeys,
  readConfig,
  secretList,
  type SetupDecision,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GrafanaOptions } from './GrafanaEvidenceSource';

/** What `doraCompliance.grafana` may hold, with its defaults. */
export const GrafanaSettings = configObject({
  webhookSecrets: secretList(),
  webhookTokens: secretList(),
  signatureTolerance: isoDuration().default('PT5M'),
  ...operationsKeys,
  ...alertLabelKeys,
});

/** Reads `doraCompliance.grafana`. An error names the key. */
export function readGrafanaConfig(
  config: RootConfigService,
): SetupDecision & { options: GrafanaOptions } {
  const { webhookSecrets, webhookTokens, ...settings } = readConfig(
    config,
    'doraCompliance.grafana',
    GrafanaSettings,
  );
  const setup = decideSetup({
    title: 'Grafana',
    configKey: 'grafana',
    secrets: {
      webhookSecrets: {
        values: webhookSecrets,
        variable: 'GRAFANA_WEBHOOK_SECRET',
      },
      webhookTokens: {
        values: webhookTokens,
        variable: 'GRAFANA_WEBHOOK_TOKEN',
      },
    },
  });
  return {
    ...setup,
    options: {
      ...settings,
      webhookSecrets: webhookSecrets ?? [],
      webhookTokens: webhookTokens ?? [],
    },
  };
}
