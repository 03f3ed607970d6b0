import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  getGitLabRequestOptions,
  ScmIntegrations,
  type GitLabIntegrationConfig,
} from '@backstage/integration';
import type { GitlabCiFile } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { DiscoveryError } from '../DiscoveryError';
import type {
  DiscoveredPipeline,
  PipelinePage,
  PipelineSource,
} from '../PipelineSource';
import { readFile, type Question } from '../readAnswer';
import { GitlabGroup } from './GitlabGroup';
import { findCiFile, type GitlabProject } from './GitlabProject';
import { gitlabRunner } from './gitlabRunner';
import { readGitlabCi, type GitlabCi } from './readGitlabCi';

/** A group of GitLab whose pipelines are discovered, subgroups included. */
export type GitlabPipelineOptions = {
  /** As in Backstage's integrations, e.g. `gitlab.com`. */
  host: string;
  /** Full path of the group, e.g. `bank/payments`. */
  group: string;
  /** Entity reference of who provides this GitLab. */
  provider?: string;
};

class GitlabPipelineSource implements PipelineSource {
  readonly id: string;
  readonly #host: string;
  readonly #group: GitlabGroup;
  readonly #ask: (path: string) => Question;

  constructor(options: {
    gitlab: GitLabIntegrationConfig;
    group: string;
    timeout?: number;
  }) {
    const { gitlab, group, timeout } = options;
    this.id = `gitlab:${gitlab.host}/${group}`.toLowerCase();
    this.#host = gitlab.host;
    this.#ask = path => ({
      name: 'GitLab',
      url: `${gitlab.apiBaseUrl}${path}`,
      headers: getGitLabRequestOptions(gitlab).headers,
      timeout,
    });
    this.#group = new GitlabGroup(group, this.#ask);
  }

  async read(cursor?: string): Promise<PipelinePage> {
    const { projects, nextCursor } = await this.#group.page(cursor);
    const pipelines: DiscoveredPipeline[] = [];
    for (const project of projects) {
      const file = findCiFile(project);
      const pipeline = file && (await this.#pipeline(project, file));
      if (pipeline) {
        pipelines.push(pipeline);
      }
    }
    return { pipelines, nextCursor };
  }

  async #pipeline(
    project: GitlabProject,
    file: GitlabCiFile,
  ): Promise<DiscoveredPipeline | undefined> {
    const ci = file.isOwn ? await this.#ciFile(project, file.path) : undefined;
    if (file.isOwn && !ci) {
      return undefined;
    }
    const host = this.#host;
    return {
      host,
      project: project.path_with_namespace,
      definition: file.path,
      title: project.path_with_namespace,
      url: `${project.web_url}/-/pipelines`,
      repository: project.web_url,
      canDeploy: !ci?.complete || ci.deploys,
      environments: ci?.environments ?? [],
      runner: gitlabRunner(ci, {
        host,
        sharedRunners: project.shared_runners_enabled,
      }),
    };
  }

  /** None when the project has no such file, and so no pipeline. */
  async #ciFile(
    project: GitlabProject,
    path: string,
  ): Promise<GitlabCi | undefined> {
    const query = new URLSearchParams({
      ref: project.default_branch ?? 'HEAD',
    });
    const file = encodeURIComponent(path.replace(/^\//, ''));
    try {
      const answer = await readFile(
        this.#ask(
          `/projects/${project.id}/repository/files/${file}/raw?${query}`,
        ),
      );
      const size = answer.headers.get('x-gitlab-size');
      if (size && Number(size) !== answer.bytes.byteLength) {
        throw new DiscoveryError(
          'truncated',
          `${path} of ${project.path_with_namespace} has ${size} bytes`,
        );
      }
      return readGitlabCi(answer.looseText());
    } catch (error) {
      if (error instanceof DiscoveryError && error.failure === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }
}

/** Sources for groups, with their providers. */
export function createGitlabPipelineSources(
  options: readonly GitlabPipelineOptions[],
  deps: { config: RootConfigService; timeout?: number },
): { source: PipelineSource; provider?: string }[] {
  const integrations = ScmIntegrations.fromConfig(deps.config);
  return options.map(({ host, group, provider }) => {
    const gitlab = integrations.gitlab.byHost(host)?.config;
    if (!gitlab) {
      throw new Error(
        `doraCompliance.pipelines.gitlab names the host ${host}, which integrations.gitlab does not have`,
      );
    }
    const { timeout } = deps;
    const source = new GitlabPipelineSource({ gitlab, group, timeout });
    return { source, provider };
  });
}
