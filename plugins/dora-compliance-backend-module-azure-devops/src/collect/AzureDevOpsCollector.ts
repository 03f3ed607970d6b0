import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  type AzureDevOpsCredentialsProvider,
  DefaultAzureDevOpsCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { type Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CollectionTarget,
  type CollectorContext,
  collectParts,
  type EvidenceCollector,
  readFrom,
  runBackfill,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type RepositoryPlace, parseRepositoryPlace } from '../repositoryPlace';
import { AzureDevOpsApi } from './AzureDevOpsApi';
import { azureDevOpsParts, partNames } from './azureDevOpsParts';
import { backfillStages } from './backfillStages';
import { RepositoryReader } from './RepositoryReader';
import { azureDevOpsDefaults } from '../azureDevOpsDefaults';

/** The history that rounds and backfills both read. */
const HISTORY = [
  'merged-changes',
  'runs',
  'deployments',
  'approvals',
  'pushes',
];

/**
 * How Azure DevOps is asked.
 *
 * @public
 */
export type AzureDevOpsCollectorOptions = {
  /** The backend's configuration, for `integrations.azure`. */
  config: RootConfigService;
  /** Hosts to ask; all of `integrations.azure` by default. */
  hosts?: readonly string[];
  /** How far back a round looks for what happened. Default: P3D. */
  lookBack?: Duration;
  /** Branches whose pushes are read, beside the default branch. */
  protectedBranches?: readonly string[];
  /** Where a host is asked; `https://<host>` when left out. */
  apiUrl?: (host: string) => string;
};

/**
 * Asks Azure DevOps, in the name of Backstage, for what its service hooks do
 * not report: settings, lists, history. Covers repositories of the hosts in
 * `integrations.azure`, or of some of them.
 *
 * @public
 */
export function createAzureDevOpsCollector(
  options: AzureDevOpsCollectorOptions,
): EvidenceCollector {
  const integrations = ScmIntegrations.fromConfig(options.config);
  const all = integrations.azure.list().map(({ config }) => config.host);
  const { hosts = all, protectedBranches = [] } = options;
  const credentials =
    DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);

  const placeIn = (target: CollectionTarget): RepositoryPlace => {
    const place = parseRepositoryPlace(target.uri);
    if (!place) {
      throw new TypeError(`${target.uri} is no repository of Azure DevOps`);
    }
    return place;
  };

  const readerFor = (target: CollectionTarget, context: CollectorContext) => {
    const place = placeIn(target);
    const { url, host } = place.organisation;
    const origin = options.apiUrl?.(host) ?? new URL(url).origin;
    const api = new AzureDevOpsApi({
      organisationUrl: `${origin}${new URL(url).pathname}`,
      headers: () => headersFor(url, credentials),
      context,
    });
    return new RepositoryReader(api, place);
  };

  return {
    sourceId: 'azure-devops',
    parts: partNames,
    history: HISTORY,
    backfilled: HISTORY,
    covers: ({ kind, uri }) =>
      kind === 'repository' &&
      hosts.includes(parseRepositoryPlace(uri)?.organisation.host ?? ''),
    collect: (target, context) =>
      collectParts({
        target,
        parts: azureDevOpsParts(readerFor(target, context), {
          since: readFrom(
            context,
            options.lookBack ?? azureDevOpsDefaults.lookBack,
          ),
          protectedBranches,
        }),
        context,
      }),
    backfill: (target, from, context) =>
      runBackfill({
        stages: backfillStages(readerFor(target, context), protectedBranches),
        target,
        from,
        context,
      }),
  };
}

/** Says in short that there are none: the reasons may fill pages. */
async function headersFor(
  url: string,
  provider: AzureDevOpsCredentialsProvider,
): Promise<Record<string, string>> {
  try {
    return (await provider.getCredentials({ url }))?.headers ?? {};
  } catch (cause) {
    throw new Error(`no credentials for ${url}`, { cause });
  }
}
