import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  type DoraComplianceApi,
  DoraComplianceClient,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The client of the backend, for both frontend systems. */
export function createDoraComplianceApi(options: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): DoraComplianceApi {
  return new DoraComplianceClient(options);
}
