import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { GitlabCollectorOptions } from './collect/GitlabCollector';
import type { GitlabOptions } from './GitlabEvidenceSource';

const LOOK_BACK = 'P3D';

/** What is configured: to listen, to ask, both, or neither. */
export type GitlabConfig = {
  source?: GitlabOptions;
  collector?: GitlabCollectorOptions;
};

/** Reads `doraCompliance.gitlab`; what is wrong is named by its key. */
export function readGitlabConfig(config: RootConfigService): GitlabConfig {
  const gitlab = config.getOptionalConfig('doraCompliance.gitlab');
  const strings = (key: string) =>
    gitlab?.getOptionalStringArray(key)?.filter(Boolean) ?? [];
  const source: GitlabOptions = {
    webhookSecrets: strings('webhookSecrets'),
    signingTokens: strings('signingTokens'),
    productionEnvironments: strings('productionEnvironments'),
    protectedBranches: strings('protectedBranches'),
    events: gitlab?.getOptionalBoolean('events') ?? false,
  };
  source.signingTokens.forEach(checkSigningToken);
  const collector = readCollector(config, source.protectedBranches);
  const listens =
    source.webhookSecrets.length > 0 ||
    source.signingTokens.length > 0 ||
    source.events;
  return {
    // What is collected is read by the source, so it takes that one, too.
    ...((listens || collector) && { source }),
    ...(collector && { collector }),
  };
}

function readCollector(
  config: RootConfigService,
  protectedBranches: readonly string[],
): GitlabCollectorOptions | undefined {
  const collect = config.getOptionalConfig('doraCompliance.gitlab.collect');
  if (!collect?.getOptionalBoolean('enabled')) {
    return undefined;
  }
  const lookBack = Duration.safeParse(
    collect.getOptionalString('lookBack') ?? LOOK_BACK,
  );
  if (!lookBack.success) {
    throw new Error(
      'doraCompliance.gitlab.collect.lookBack must be a positive ISO 8601 duration such as P3D',
    );
  }
  return {
    integrations: ScmIntegrations.fromConfig(config)
      .gitlab.list()
      .map(integration => integration.config),
    paidFeatures: collect.getOptionalBoolean('paidFeatures') ?? true,
    lookBack: lookBack.data,
    protectedBranches,
  };
}

/** GitLab makes them itself: 32 bytes in Base64. */
function checkSigningToken(token: string): void {
  const [, key = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(token) ?? [];
  if (Buffer.from(key, 'base64').length < 24) {
    throw new Error(
      'doraCompliance.gitlab.signingTokens must have the form whsec_<base64>, as GitLab shows it',
    );
  }
}
