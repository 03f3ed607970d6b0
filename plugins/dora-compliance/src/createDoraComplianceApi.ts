import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import type { AppLanguageApi } from '@backstage/frontend-plugin-api';
import {
  type DoraComplianceApi,
  DoraComplianceClient,
  type FetchRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The client of the backend, for both frontend systems. It asks for answers in the
 * language of the app.
 */
export function createDoraComplianceApi(options: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  appLanguageApi: AppLanguageApi;
}): DoraComplianceApi {
  const { discoveryApi, fetchApi, appLanguageApi } = options;
  return new DoraComplianceClient({
    discoveryApi,
    fetchApi: {
      fetch: (url: string, init?: FetchRequest) =>
        fetchApi.fetch(url, {
          ...init,
          headers: {
            ...init?.headers,
            'Accept-Language': appLanguageApi.getLanguage().language,
          },
        }),
    },
  });
}
