import type { RootConfigService } from '@backstage/backend-plugin-api';
import { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { GithubOptions } from './GithubEvidenceSource';

/** Reads `doraCompliance.github`; what is wrong is named by its key. */
export function readGithubConfig(config: RootConfigService): GithubOptions {
  const github = config.getOptionalConfig('doraCompliance.github');
  const webhookSecrets =
    github?.getOptionalStringArray('webhookSecrets')?.filter(Boolean) ?? [];
  const events = github?.getOptionalBoolean('events') ?? false;
  if (webhookSecrets.length === 0 && !events) {
    throw new Error(
      'doraCompliance.github.webhookSecrets is missing: give at least one secret, or set doraCompliance.github.events to receive GitHub events from the events service',
    );
  }
  return {
    webhookSecrets,
    events,
    productionEnvironments:
      github?.getOptionalStringArray('productionEnvironments') ?? [],
    protectedBranches:
      github?.getOptionalStringArray('protectedBranches') ?? [],
  };
}

/** What is collected from GitHub, and how far back each round looks. */
export type GithubCollectOptions = {
  enabled: boolean;
  changesWithin: Duration;
};

/** Reads `doraCompliance.github.collect`; what is wrong is named by its key. */
export function readGithubCollectConfig(
  config: RootConfigService,
): GithubCollectOptions {
  const key = 'doraCompliance.github.collect';
  const collect = config.getOptionalConfig(key);
  const text = collect?.getOptionalString('changesWithin') ?? 'P3D';
  const changesWithin = Duration.safeParse(text);
  if (!changesWithin.success) {
    throw new Error(
      `${key}.changesWithin is "${text}": must be a positive ISO 8601 duration such as P3D`,
    );
  }
  return {
    enabled: collect?.getOptionalBoolean('enabled') ?? false,
    changesWithin: changesWithin.data,
  };
}
