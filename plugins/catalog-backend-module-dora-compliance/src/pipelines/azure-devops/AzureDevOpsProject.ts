import type { DiscoveredPipeline } from '../PipelineSource';
import {
  EnvironmentShape,
  type Pipeline,
  PipelineReferenceShape,
  PipelineShape,
  RepositoryShape,
} from './AzureDevOpsAnswers';
import type { AzureDevOpsClient } from './AzureDevOpsClient';

/** Pipelines a page; each costs one more request for its configuration. */
const PER_PAGE = '20';

/** Environments moved to 7.2 under another path; servers know this one. */
const ENVIRONMENTS_VERSION = '7.1-preview.1';

/** One project of Azure DevOps and its pipelines. */
export class AzureDevOpsProject {
  constructor(
    private readonly project: {
      host: string;
      organization: string;
      organizationUrl: string;
      name: string;
      client: AzureDevOpsClient;
    },
  ) {}

  async read(
    token?: string,
  ): Promise<{ pipelines: DiscoveredPipeline[]; token?: string }> {
    const { client, name } = this.project;
    const path = `${encodeURIComponent(name)}/_apis`;
    const { items, token: next } = await client.some(
      PipelineReferenceShape,
      `${path}/pipelines`,
      { $top: PER_PAGE },
      token,
    );
    if (items.length === 0) {
      return { pipelines: [], token: next };
    }
    const environments = await client.all(
      EnvironmentShape,
      `${path}/distributedtask/environments`,
      { 'api-version': ENVIRONMENTS_VERSION },
    );
    const names = [...new Set(environments.map(item => item.name))].sort();
    const found: Pipeline[] = [];
    for (const { id } of items) {
      found.push(await client.one(PipelineShape, `${path}/pipelines/${id}`));
    }
    const repositories = await this.#repositories(path, found);
    return {
      pipelines: found.map(item => this.#pipeline(item, names, repositories)),
      token: next,
    };
  }

  /** Web addresses by id; only asked for when a pipeline reports no more. */
  async #repositories(
    path: string,
    pipelines: Pipeline[],
  ): Promise<Map<string, string>> {
    if (!pipelines.some(item => item.configuration?.repository?.id)) {
      return new Map();
    }
    const all = await this.project.client.all(
      RepositoryShape,
      `${path}/git/repositories`,
    );
    return new Map(all.map(({ id, webUrl }) => [id, webUrl]));
  }

  #pipeline(
    pipeline: Pipeline,
    environments: string[],
    repositories: Map<string, string>,
  ): DiscoveredPipeline {
    const { host, organization, organizationUrl, name } = this.project;
    const { type, repository } = pipeline.configuration ?? {};
    const project = `${organizationUrl}/${encodeURIComponent(name)}`;
    return {
      host,
      project: `${organization}/${name}`,
      // Several pipelines may run the same file, so its path is no name.
      definition: String(pipeline.id),
      title: pipeline.name,
      url:
        pipeline._links?.web?.href ??
        `${project}/_build?definitionId=${pipeline.id}`,
      repository:
        repository?.type === 'gitHub' && repository.fullName
          ? `https://github.com/${repository.fullName}`
          : repositories.get(repository?.id ?? ''),
      // Environments are for YAML; what else there is may deploy without.
      canDeploy: type !== 'yaml' || environments.length > 0,
      environments,
      runner: { kind: 'unknown' },
    };
  }
}
