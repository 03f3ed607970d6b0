import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  configObject,
  decideSetup,
  isoDuration,
  operationsKeys,
  readConfig,
  secretList,
  type SetupDecision,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { ServicenowOptions } from './ServicenowEvidenceSource';

/** What `doraCompliance.servicenow` may hold, with its defaults. */
export const ServicenowSettings = configObject({
  webhookSecrets: secretList(),
  webhookTokens: secretList(),
  signatureTolerance: isoDuration().default('PT5M'),
  ...operationsKeys,
});

/** Reads `doraCompliance.servicenow`. An error names the key. */
export function readServicenowConfig(
  config: RootConfigService,
): SetupDecision & { options: ServicenowOptions } {
  const { webhookSecrets, webhookTokens, ...settings } = readConfig(
    config,
    'doraCompliance.servicenow',
    ServicenowSettings,
  );
  const setup = decideSetup({
    title: 'ServiceNow',
    configKey: 'servicenow',
    secrets: {
      webhookSecrets: {
        values: webhookSecrets,
        variable: 'SERVICENOW_WEBHOOK_SECRET',
      },
      webhookTokens: {
        values: webhookTokens,
        variable: 'SERVICENOW_WEBHOOK_TOKEN',
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
