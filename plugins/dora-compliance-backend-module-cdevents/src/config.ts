import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  configObject,
  decideSetup,
  flag,
  readConfig,
  secretList,
  type SetupDecision,
  textList,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { CdeventsOptions } from './CdeventsEvidenceSource';

/** What `doraCompliance.cdevents` may hold, with its defaults. */
export const CdeventsSettings = configObject({
  webhookTokens: secretList(),
  productionEnvironments: textList(),
  nonProductionEnvironments: textList(),
  events: flag().default(false),
});

/** Reads `doraCompliance.cdevents`; what is wrong is named by its key. */
export function readCdeventsConfig(
  config: RootConfigService,
): SetupDecision & { options: CdeventsOptions } {
  const { webhookTokens, events, ...scope } = readConfig(
    config,
    'doraCompliance.cdevents',
    CdeventsSettings,
  );
  const setup = decideSetup({
    title: 'CDEvents',
    configKey: 'cdevents',
    secrets: {
      webhookTokens: {
        values: webhookTokens,
        variable: 'CDEVENTS_WEBHOOK_TOKEN',
      },
    },
    events,
  });
  return {
    ...setup,
    options: {
      webhookTokens: webhookTokens ?? [],
      events,
      ...scope,
    },
  };
}
