import {
  bytesOfGithubFile,
  GithubFile,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { DiscoveryError } from '../DiscoveryError';
import type { DiscoveredPipeline } from '../PipelineSource';
import {
  type GithubDefinition,
  readGithubDefinition,
  UNREADABLE,
} from './githubDefinition';
import type { GithubRest } from './GithubRest';
import {
  ActionsPermissions,
  type Repository,
  type Workflow,
  Workflows,
} from './githubShapes';

const PER_PAGE = 30;

/** Reads the GitHub Actions workflows of repositories. */
export class GithubWorkflows {
  readonly #host: string;
  readonly #rest: GithubRest;

  constructor(options: { host: string; rest: GithubRest }) {
    this.#host = options.host;
    this.#rest = options.rest;
  }

  /** One page of the workflows of a repository, with their definitions. */
  async read(repository: Repository, page: number) {
    const list = await this.#list(repository, page);
    const workflows = list.workflows.filter(({ state }) => state !== 'deleted');
    const pipelines: DiscoveredPipeline[] = [];
    for (const workflow of workflows) {
      const definition = await this.#definition(repository, workflow);
      pipelines.push({
        host: this.#host,
        project: repository.full_name,
        definition: workflow.path,
        title: workflow.name || workflow.path,
        url: workflow.html_url,
        repository: repository.html_url,
        ...definition,
      });
    }
    return {
      pipelines,
      requests: 1 + workflows.length,
      nextPage: page * PER_PAGE < list.total_count ? page + 1 : undefined,
    };
  }

  async #list(repository: Repository, page: number) {
    try {
      const { body } = await this.#rest.get(
        `${buildRepositoryPath(
          repository,
        )}/actions/workflows?per_page=${PER_PAGE}&page=${page}`,
        Workflows,
      );
      const announced = body.total_count - (page - 1) * PER_PAGE;
      if (body.workflows.length < Math.min(PER_PAGE, announced)) {
        throw new DiscoveryError(
          'truncated',
          `GitHub lists ${body.workflows.length} workflows of ${repository.full_name} where it announces ${announced}`,
        );
      }
      return body;
    } catch (error) {
      if (isRefusal(error) && (await this.#isSwitchedOff(repository))) {
        return { total_count: 0, workflows: [] };
      }
      throw error;
    }
  }

  /**
   * Whether GitHub itself says that no workflow of the repository can run.
   * Without such a proof a refusal says nothing of what there is.
   */
  async #isSwitchedOff(repository: Repository): Promise<boolean> {
    try {
      const { body } = await this.#rest.get(
        `${buildRepositoryPath(repository)}/actions/permissions`,
        ActionsPermissions,
      );
      return !body.enabled;
    } catch (error) {
      if (isRefusal(error)) {
        return false;
      }
      throw error;
    }
  }

  async #definition(
    repository: Repository,
    workflow: Workflow,
  ): Promise<GithubDefinition> {
    const file = await this.#file(repository, workflow.path);
    if (file?.encoding !== 'base64') {
      return UNREADABLE;
    }
    try {
      const bytes = bytesOfGithubFile(file);
      return readGithubDefinition(new TextDecoder().decode(bytes));
    } catch (cause) {
      const { message } = cause as Error;
      throw new DiscoveryError(
        'truncated',
        `${workflow.path} in ${repository.full_name} is not whole: ${message}`,
        { cause },
      );
    }
  }

  /** Workflows may be defined on other branches, or by GitHub itself. */
  async #file(repository: Repository, path: string) {
    try {
      const at = path.split('/').map(encodeURIComponent).join('/');
      const contents = `${buildRepositoryPath(repository)}/contents/${at}`;
      return (await this.#rest.get(contents, GithubFile)).body;
    } catch (error) {
      if (error instanceof DiscoveryError && error.failure === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }
}

function buildRepositoryPath({ full_name: fullName }: Repository): string {
  return `/repos/${fullName.split('/').map(encodeURIComponent).join('/')}`;
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof DiscoveryError &&
    (error.failure === 'forbidden' || error.failure === 'not-found')
  );
}
