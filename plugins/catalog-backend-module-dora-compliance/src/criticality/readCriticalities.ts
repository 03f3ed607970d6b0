import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  DoraComplianceClient,
  type FetchRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ReadCriticalities } from './KnownCriticalities';

const TIMEOUT = 15_000;

/** Asks the backend of DORA compliance, as the catalog itself. */
export function readCriticalities(options: {
  discovery: DiscoveryService;
  auth: AuthService;
}): ReadCriticalities {
  const { discovery, auth } = options;
  const fetchAsCatalog = async (url: string, init?: FetchRequest) => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'dora-compliance',
    });
    return fetch(url, {
      ...init,
      headers: { ...init?.headers, Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT),
    });
  };
  const client = new DoraComplianceClient({
    discoveryApi: discovery,
    fetchApi: { fetch: fetchAsCatalog },
  });
  return page => client.listCriticalities(page);
}
