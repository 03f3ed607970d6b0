import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  type DoraComplianceApi,
  DoraComplianceClient,
  type FetchRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const TIMEOUT = 60_000;

/** What the index is made from. */
export type IndexedApi = Pick<
  DoraComplianceApi,
  'listControls' | 'listInventory' | 'readScorecard'
>;

/** Asks the backend of DORA compliance as the search itself, in a language. */
export function createClient(
  options: { discovery: DiscoveryService; auth: AuthService },
  language: 'en' | 'de',
): IndexedApi {
  const { discovery, auth } = options;
  const fetchAsSearch = async (url: string, init?: FetchRequest) => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'dora-compliance',
    });
    return fetch(url, {
      ...init,
      headers: {
        ...init?.headers,
        Authorization: `Bearer ${token}`,
        'Accept-Language': language,
      },
      signal: AbortSignal.timeout(TIMEOUT),
    });
  };
  return new DoraComplianceClient({
    discoveryApi: discovery,
    fetchApi: { fetch: fetchAsSearch },
  });
}
