import type { RootConfigService } from '@backstage/backend-plugin-api';
import { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AzureDevOpsOptions } from './AzureDevOpsEvidenceSource';
import type { AzureDevOpsCollectorOptions } from './collect/AzureDevOpsCollector';

const LOOK_BACK = 'P3D';

/** What is configured: to listen, to ask, both, or neither. */
export type AzureDevOpsConfig = {
  source?: AzureDevOpsOptions;
  collector?: AzureDevOpsCollectorOptions;
};

/** Reads `doraCompliance.azureDevOps`; what is wrong is named by its key. */
export function readAzureDevOpsConfig(
  config: RootConfigService,
): AzureDevOpsConfig {
  const azure = config.getOptionalConfig('doraCompliance.azureDevOps');
  const strings = (key: string) => azure?.getOptionalStringArray(key) ?? [];
  const source: AzureDevOpsOptions = {
    webhookSecrets: strings('webhookSecrets'),
    events: azure?.getOptionalBoolean('events') ?? false,
    productionEnvironments: strings('productionEnvironments'),
    protectedBranches: strings('protectedBranches'),
  };
  const collector = readCollector(config, source.protectedBranches);
  const listens = source.webhookSecrets.length > 0 || source.events;
  return {
    // What is collected is read by the source, so it takes that one, too.
    ...((listens || collector) && { source }),
    ...(collector && { collector }),
  };
}

function readCollector(
  config: RootConfigService,
  protectedBranches: readonly string[],
): AzureDevOpsCollectorOptions | undefined {
  const collect = config.getOptionalConfig(
    'doraCompliance.azureDevOps.collect',
  );
  if (!collect?.getOptionalBoolean('enabled')) {
    return undefined;
  }
  const lookBack = Duration.safeParse(
    collect.getOptionalString('lookBack') ?? LOOK_BACK,
  );
  if (!lookBack.success) {
    throw new Error(
      'doraCompliance.azureDevOps.collect.lookBack must be a positive ISO 8601 duration such as P3D',
    );
  }
  return { config, lookBack: lookBack.data, protectedBranches };
}
