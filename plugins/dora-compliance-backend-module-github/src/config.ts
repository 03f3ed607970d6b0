import type { RootConfigService } from '@backstage/backend-plugin-api';
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
