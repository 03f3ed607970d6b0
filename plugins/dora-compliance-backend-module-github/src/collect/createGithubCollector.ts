import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { EvidenceCollector } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubCollectOptions } from '../config';
import { createGithubDeliveryLog } from '../deliveries/createGithubDeliveryLog';
import type { GithubScope } from '../normalise/GithubScope';
import { GithubCollector } from './GithubCollector';

/** A collector with the hosts and credentials Backstage has for GitHub. */
export function createGithubCollector(
  config: RootConfigService,
  options: GithubCollectOptions & GithubScope,
): EvidenceCollector {
  const integrations = ScmIntegrations.fromConfig(config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const hosts = integrations.github.list().flatMap(({ config: github }) => {
    const { host, apiBaseUrl } = github;
    return apiBaseUrl && (options.hosts?.includes(host) ?? true)
      ? [[host.toLowerCase(), apiBaseUrl.replace(/(?<!\/)\/+$/, '')] as const]
      : [];
  });
  const asking = {
    apiBaseUrls: new Map(hosts),
    headersFor: async (url: string) =>
      (await credentials.getCredentials({ url })).headers ?? {},
  };
  return new GithubCollector({
    ...options,
    ...asking,
    deliveryLog: createGithubDeliveryLog({
      ...asking,
      integrations: integrations.github.list().map(one => one.config),
    }),
  });
}
