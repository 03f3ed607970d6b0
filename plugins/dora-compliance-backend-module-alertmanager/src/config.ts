import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  alertLabelKeys,
  configObject,
  decideSetup,
  operationsKeys,
  readConfig,
  secretList,
  type SetupDecision,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { AlertmanagerOptions } from './AlertmanagerEvidenceSource';

/** What `doraCompliance.alertmanager` may hold, with its defaults. */
export const AlertmanagerSettings = configObject({
  webhookTokens: secretList(),
  ...operationsKeys,
  ...alertLabelKeys,
});

/** Reads `doraCompliance.alertmanager`. An error names the key. */
export function readAlertmanagerConfig(
  config: RootConfigService,
): SetupDecision & { options: AlertmanagerOptions } {
  const { webhookTokens, ...settings } = readConfig(
    config,
    'doraCompliance.alertmanager',
    AlertmanagerSettings,
  );
  const setup = decideSetup({
    title: 'Alertmanager',
    configKey: 'alertmanager',
    secrets: {
      webhookTokens: {
        values: webhookTokens,
        variable: 'ALERTMANAGER_WEBHOOK_TOKEN',
      },
    },
  });
  return {
    ...setup,
    options: { ...settings, webhookTokens: webhookTokens ?? [] },
  };
}
