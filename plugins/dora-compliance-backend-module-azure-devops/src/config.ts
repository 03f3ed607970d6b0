import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  configObject,
  decideSetup,
  flag,
  integrationCredentials,
  isoDuration,
  readConfig,
  secretList,
  type SetupDecision,
  textList,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { azureDevOpsDefaults } from './azureDevOpsDefaults';
import type { AzureDevOpsOptions } from './AzureDevOpsEvidenceSource';
import type { AzureDevOpsCollectorOptions } from './collect/AzureDevOpsCollector';

/** What `doraCompliance.azureDevOps` may hold, with its defaults. */
export const AzureDevOpsSettings = configObject({
  webhookSecrets: secretList(),
  productionEnvironments: textList(),
  nonProductionEnvironments: textList(),
  protectedBranches: textList(),
  events: flag().default(false),
  collect: configObject({
    enabled: flag().optional(),
    lookBack: isoDuration().default(azureDevOpsDefaults.lookBack),
  }).prefault({}),
});

/** What is configured: to listen, to ask, both, or neither. */
type AzureDevOpsConfig = SetupDecision & {
  source: AzureDevOpsOptions;
  /** Absent when nothing is collected. */
  collector?: AzureDevOpsCollectorOptions;
};

/** Reads `doraCompliance.azureDevOps`; what is wrong is named by its key. */
export function readAzureDevOpsConfig(
  config: RootConfigService,
): AzureDevOpsConfig {
  const { webhookSecrets, events, collect, ...scope } = readConfig(
    config,
    'doraCompliance.azureDevOps',
    AzureDevOpsSettings,
  );
  const integrations = ScmIntegrations.fromConfig(config).azure.list();
  const withCredentials = integrations
    .filter(({ config: { credentials = [] } }) => credentials.length > 0)
    .map(({ config: { host } }) => host);
  const setup = decideSetup({
    title: 'Azure DevOps',
    configKey: 'azureDevOps',
    secrets: {
      webhookSecrets: { values: webhookSecrets, variable: 'AZURE_HOOK_SECRET' },
    },
    events,
    collect: {
      enabled: collect.enabled,
      hasCredentials: withCredentials.length > 0,
      ...integrationCredentials('integrations.azure'),
    },
  });
  const { protectedBranches } = scope;
  return {
    ...setup,
    source: {
      ...scope,
      webhookSecrets: webhookSecrets ?? [],
      events,
      hosts: integrations.map(one => one.config.host),
    },
    ...(setup.collects && {
      collector: {
        config,
        lookBack: collect.lookBack,
        protectedBranches,
        ...(!collect.enabled && { hosts: withCredentials }),
      },
    }),
  };
}
