import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  DefaultAzureDevOpsCredentialsProvider,
  ScmIntegrations,
  type AzureDevOpsCredentialsProvider,
} from '@backstage/integration';
import type { PipelinePage, PipelineSource } from '../PipelineSource';
import { DiscoveryError } from '../DiscoveryError';
import { type Project, ProjectShape } from './AzureDevOpsAnswers';
import { AzureDevOpsClient } from './AzureDevOpsClient';
import { writeCursor, parseCursor } from './AzureDevOpsPlace';
import { AzureDevOpsProject } from './AzureDevOpsProject';

/** An organisation of Azure DevOps, or one project of it. */
export type AzureDevOpsPipelineOptions = {
  /** As in Backstage's integrations, e.g. `dev.azure.com`. */
  host: string;
  organization: string;
  /** Name of the only project to read; all of them when left out. */
  project?: string;
  /** Entity reference of who provides this Azure DevOps. */
  provider?: string;
  /** Where organisations are found; `https://<host>` when left out. */
  baseUrl?: string;
};

/** Projects a request. */
const PER_LIST = '200';

class AzureDevOpsPipelineSource implements PipelineSource {
  readonly id: string;
  readonly #options: AzureDevOpsPipelineOptions;
  readonly #organizationUrl: string;
  readonly #client: AzureDevOpsClient;

  constructor(
    options: AzureDevOpsPipelineOptions,
    credentials: AzureDevOpsCredentialsProvider,
    timeout?: number,
  ) {
    const { host, organization, project, baseUrl } = options;
    const within = project ? `/${project}` : '';
    const base = baseUrl?.replace(/(?<!\/)\/+$/, '') ?? `https://${host}`;
    this.id = `azure-devops:${host}/${organization}${within}`.toLowerCase();
    this.#options = options;
    this.#organizationUrl = `${base}/${encodeURIComponent(organization)}`;
    this.#client = new AzureDevOpsClient({
      organizationUrl: this.#organizationUrl,
      headers: () => headersFor(`https://${host}/${organization}`, credentials),
      timeout,
    });
  }

  /** Some pipelines of one project. */
  async read(cursor?: string): Promise<PipelinePage> {
    const { after, within } = parseCursor(cursor);
    const { project, isLast } = within
      ? { project: within, isLast: false }
      : await this.#projectAfter(after);
    if (!project) {
      return { pipelines: [] };
    }
    const { id, name } = project;
    const { pipelines, token } = await new AzureDevOpsProject({
      host: this.#options.host,
      organization: this.#options.organization,
      organizationUrl: this.#organizationUrl,
      name,
      client: this.#client,
    }).read(within?.token);
    if (token) {
      return {
        pipelines,
        nextCursor: writeCursor({ within: { id, name, token } }),
      };
    }
    return isLast
      ? { pipelines }
      : { pipelines, nextCursor: writeCursor({ after: id }) };
  }

  /**
   * Projects are read in the order of their ids, which stay when projects
   * come, go or are renamed; so all are listed each time.
   */
  async #projectAfter(
    after?: string,
  ): Promise<{ project?: Project; isLast: boolean }> {
    const only = this.#options.project;
    if (only) {
      const path = `_apis/projects/${encodeURIComponent(only)}`;
      return after
        ? { isLast: true }
        : { project: await this.#client.one(ProjectShape, path), isLast: true };
    }
    const projects = await this.#client.all(ProjectShape, '_apis/projects', {
      $top: PER_LIST,
    });
    const [project, ...others] = projects
      .filter(({ id }) => after === undefined || id > after)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return { project, isLast: others.length === 0 };
  }
}

/** Sources for organisations or projects, with their providers. */
export function createAzureDevOpsPipelineSources(
  options: readonly AzureDevOpsPipelineOptions[],
  deps: { config: RootConfigService; timeout?: number },
): { source: PipelineSource; provider?: string }[] {
  const credentials = DefaultAzureDevOpsCredentialsProvider.fromIntegrations(
    ScmIntegrations.fromConfig(deps.config),
  );
  return options.map(place => ({
    source: new AzureDevOpsPipelineSource(place, credentials, deps.timeout),
    provider: place.provider,
  }));
}

async function headersFor(
  url: string,
  provider: AzureDevOpsCredentialsProvider,
): Promise<Record<string, string>> {
  try {
    return (await provider.getCredentials({ url }))?.headers ?? {};
  } catch (cause) {
    throw new DiscoveryError('forbidden', `no credentials for ${url}`, {
      cause,
    });
  }
}
