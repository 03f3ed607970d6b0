import type { GithubIntegrationConfig } from '@backstage/integration';
import type { DeliveryLog } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { createAppAuth } from '@octokit/auth-app';
import { GithubApi } from '../collect/GithubApi';
import { githubTarget } from '../collect/GithubTarget';
import { GithubDeliveryLog } from './GithubDeliveryLog';

/** The delivery logs of the hosts and apps Backstage has for GitHub. */
export function createGithubDeliveryLog(options: {
  integrations: readonly GithubIntegrationConfig[];
  /** Where the API of a host is, e.g. of `github.com`. */
  apiBaseUrls: ReadonlyMap<string, string>;
  /** Credentials for a repository by its address. */
  headersFor(url: string): Promise<Record<string, string>>;
}): DeliveryLog {
  const { integrations, apiBaseUrls, headersFor } = options;
  const apps = new Map(
    integrations.map(({ host, apps: known = [] }) => [
      host.toLowerCase(),
      known.flatMap(({ appId, privateKey }) => {
        const apiBaseUrl = apiBaseUrls.get(host.toLowerCase());
        const headers = createAppHeaders({ appId, privateKey });
        return apiBaseUrl ? [new GithubApi({ apiBaseUrl, headers })] : [];
      }),
    ]),
  );
  return new GithubDeliveryLog({
    findApi: target => {
      const host = githubTarget(target)?.host ?? '';
      const apiBaseUrl = apiBaseUrls.get(host);
      const headers = () => headersFor(target.uri);
      return apiBaseUrl ? new GithubApi({ apiBaseUrl, headers }) : undefined;
    },
    listApps: host => apps.get(host) ?? [],
  });
}

/** Signs in as the app itself; its log is shown to nobody else. */
function createAppHeaders(app: { appId: number; privateKey: string }) {
  const auth = createAppAuth(app);
  return async () => {
    const { token } = await auth({ type: 'app' });
    return { authorization: `bearer ${token}` };
  };
}
