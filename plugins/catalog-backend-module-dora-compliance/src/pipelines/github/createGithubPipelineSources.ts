import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { GithubPipelineSource } from './GithubPipelineSource';
import { GithubRest } from './GithubRest';

const TIMEOUT = 30_000;

/** An organization whose workflows are discovered. */
export type GithubPipelineOptions = {
  host: string;
  organization: string;
  /** Reference of the ICT third-party provider the pipelines come from. */
  provider?: string;
};

/** A source for each organization, with the credentials Backstage has. */
export function createGithubPipelineSources(
  options: readonly GithubPipelineOptions[],
  deps: { config: RootConfigService; now: () => number },
) {
  const integrations = ScmIntegrations.fromConfig(deps.config);
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return options.map(({ host, organization, provider }) => {
    const apiBaseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
    if (!apiBaseUrl) {
      throw new Error(
        `doraCompliance.pipelines.github names the host ${host}, which integrations.github does not have`,
      );
    }
    const rest = new GithubRest({
      apiBaseUrl,
      headers: async () => {
        const url = `https://${host}/${organization}`;
        return (await credentials.getCredentials({ url })).headers ?? {};
      },
      timeout: TIMEOUT,
      now: deps.now,
    });
    const source = new GithubPipelineSource({ host, organization, rest });
    return { source, provider };
  });
}
