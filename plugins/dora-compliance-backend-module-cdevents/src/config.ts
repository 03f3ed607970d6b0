import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { CdeventsOptions } from './CdeventsEvidenceSource';

/**
 * Reads `doraCompliance.cdevents`; undefined when it names no way by which
 * events could come.
 */
export function readCdeventsConfig(
  config: RootConfigService,
): CdeventsOptions | undefined {
  const cdevents = config.getOptionalConfig('doraCompliance.cdevents');
  const webhookTokens = cdevents?.getOptionalStringArray('webhookTokens') ?? [];
  const events = cdevents?.getOptionalBoolean('events') ?? false;
  if (webhookTokens.length === 0 && !events) {
    return undefined;
  }
  return {
    webhookTokens,
    events,
    productionEnvironments:
      cdevents?.getOptionalStringArray('productionEnvironments') ?? [],
  };
}
