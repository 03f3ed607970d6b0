import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  configObject,
  decideSetup,
  operationsKeys,
  readConfig,
  secretList,
  type SetupDecision,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { PagerdutyOptions } from './PagerdutyEvidenceSource';

/** What `doraCompliance.pagerduty` may hold, with its defaults. */
export const PagerdutySettings = configObject({
  webhookSecrets: secretList(),
  ...operationsKeys,
});

/** Reads `doraCompliance.pagerduty`. An error names the key. */
export function readPagerdutyConfig(
  config: RootConfigService,
): SetupDecision & { options: PagerdutyOptions } {
  const { webhookSecrets, ...settings } = readConfig(
    config,
    'doraCompliance.pagerduty',
    PagerdutySettings,
  );
  const setup = decideSetup({
    title: 'PagerDuty',
    configKey: 'pagerduty',
    secrets: {
      webhookSecrets: {
        values: webhookSecrets,
        variable: 'PAGERDUTY_WEBHOOK_SECRET',
      },
    },
  });
  return {
    ...setup,
    options: { ...settings, webhookSecrets: webhookSecrets ?? [] },
  };
}
