import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
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
import { githubDefaults } from './githubDefaults';
import type { GithubOptions } from './GithubEvidenceSource';

/** What `doraCompliance.github` may hold, with its defaults. */
export const GithubSettings = configObject({
  webhookSecrets: secretList(),
  productionEnvironments: textList(),
  nonProductionEnvironments: textList(),
  protectedBranches: textList(),
  events: flag().default(false),
  collect: configObject({
    enabled: flag().optional(),
    changesWithin: isoDuration().default(githubDefaults.changesWithin),
  }).prefault({}),
});

/** What is collected from GitHub, and how far back each round looks. */
export type GithubCollectOptions = {
  /** Hosts to ask; all of `integrations.github` where absent. */
  hosts?: readonly string[];
  changesWithin: Duration;
};

/** What is configured: to listen, to ask, both, or neither. */
type GithubConfig = SetupDecision & {
  source: GithubOptions;
  /** Absent when nothing is collected. */
  collect?: GithubCollectOptions;
};

/** Reads `doraCompliance.github`; what is wrong is named by its key. */
export function readGithubConfig(config: RootConfigService): GithubConfig {
  const { webhookSecrets, events, collect, ...scope } = readConfig(
    config,
    'doraCompliance.github',
    GithubSettings,
  );
  const integrations = ScmIntegrations.fromConfig(config).github.list();
  const withCredentials = integrations
    .filter(({ config: { token, apps = [] } }) => token || apps.length > 0)
    .map(({ config: { host } }) => host);
  const setup = decideSetup({
    title: 'GitHub',
    configKey: 'github',
    secrets: {
      webhookSecrets: {
        values: webhookSecrets,
        variable: 'GITHUB_WEBHOOK_SECRET',
      },
    },
    events,
    collect: {
      enabled: collect.enabled,
      hasCredentials: withCredentials.length > 0,
      ...integrationCredentials('integrations.github'),
    },
  });
  return {
    ...setup,
    source: {
      ...scope,
      webhookSecrets: webhookSecrets ?? [],
      events,
      hosts: integrations.map(one => one.config.host),
    },
    ...(setup.collects && {
      collect: {
        changesWithin: collect.changesWithin,
        ...(!collect.enabled && { hosts: withCredentials }),
      },
    }),
  };
}
