import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  configObject,
  decideSetup,
  readConfig,
  secretList,
  type SetupDecision,
  text,
  textList,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { runtimeDefaults } from './runtimeDefaults';
import type { RuntimeOptions } from './RuntimeOptions';

/** What `doraCompliance.runtime` may hold, with its defaults. */
export const RuntimeSettings = configObject({
  webhookTokens: secretList(),
  environments: z
    .array(
      configObject({
        name: text(),
        clusters: textList(),
        namespaces: textList(),
      }),
    )
    .default([]),
  productionEnvironments: textList(),
  entityLabels: z.array(text()).default([...runtimeDefaults.entityLabels]),
  ignoredNamespaces: z
    .array(text())
    .default([...runtimeDefaults.ignoredNamespaces]),
});

/** Reads `doraCompliance.runtime`. An error names the key. */
export function readRuntimeConfig(
  config: RootConfigService,
): SetupDecision & { options: RuntimeOptions } {
  const { webhookTokens, ...scope } = readConfig(
    config,
    'doraCompliance.runtime',
    RuntimeSettings,
  );
  const setup = decideSetup({
    title: 'Runtime',
    configKey: 'runtime',
    secrets: {
      webhookTokens: {
        values: webhookTokens,
        variable: 'RUNTIME_WEBHOOK_TOKEN',
      },
    },
  });
  return {
    ...setup,
    options: { ...scope, webhookTokens: webhookTokens ?? [] },
  };
}
