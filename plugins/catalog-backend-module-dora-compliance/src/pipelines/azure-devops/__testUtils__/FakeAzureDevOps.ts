import { ConfigReader } from '@backstage/config';
import {
  BreakableServer,
  type Answer,
  type ReceivedRequest,
} from '../../__testUtils__/BreakableServer';

type FakeProject = {
  id: string;
  name: string;
  pipelines: { id: number; name: string; configuration: object }[];
  environments: { id: number; name: string }[];
  repositories: { id: string; name: string; webUrl: string }[];
};

/** An Azure DevOps with the organisation `bank`, while a test runs. */
export class FakeAzureDevOps {
  server!: BreakableServer;
  /** Changes what it answers. */
  change = (answer: Answer) => answer;
  readonly projects: FakeProject[] = [];

  static async start() {
    const azure = new FakeAzureDevOps();
    azure.server = await BreakableServer.start(asked =>
      azure.change(azure.answer(asked)),
    );
    return azure;
  }

  get config() {
    const credentials = [{ personalAccessToken: 'secret' }];
    const azure = [{ host: 'dev.azure.com', credentials }];
    return new ConfigReader({ integrations: { azure } });
  }

  /** A project with YAML pipelines, numbered from one in all. */
  add(id: string, name: string, pipelines = 0, environments: string[] = []) {
    const before = this.projects.flatMap(item => item.pipelines).length;
    const repository = { id: `${id}-repository`, type: 'azureReposGit' };
    const project: FakeProject = {
      id,
      name,
      pipelines: Array.from({ length: pipelines }, (_, index) => ({
        id: before + index + 1,
        name: `pipeline ${before + index + 1}`,
        configuration: { type: 'yaml', path: 'azure.yml', repository },
      })),
      environments: environments.map((item, index) => ({
        id: index + 1,
        name: item,
      })),
      repositories: [
        {
          id: repository.id,
          name: 'ledger',
          webUrl: `https://dev.azure.com/bank/${name}/_git/ledger`,
        },
      ],
    };
    this.projects.push(project);
    return project;
  }

  private answer({ url, headers }: ReceivedRequest): Answer {
    const token = Buffer.from(':secret').toString('base64');
    if (headers.authorization !== `Basic ${token}`) {
      return { status: 203, body: '<html>' };
    }
    const path = decodeURIComponent(url.pathname);
    const [, name, what] =
      /^\/bank\/(?:([^/]+)\/)?_apis\/(.+)$/.exec(path) ?? [];
    const version = url.searchParams.get('api-version');
    if (
      version !== (what?.endsWith('environments') ? '7.1-preview.1' : '7.1')
    ) {
      return { status: 400, body: { message: 'no such version' } };
    }
    const body = name
      ? this.ofProject(name, what ?? '', url.searchParams)
      : this.ofOrganization(what ?? '', url.searchParams);
    return body ?? { status: 404, body: { message: 'not there' } };
  }

  private ofOrganization(what: string, query: URLSearchParams) {
    const projects = this.projects.map(({ id, name }) => ({
      id,
      name,
      state: 'wellFormed',
      visibility: 'private',
    }));
    if (what === 'projects') {
      return buildListPage(projects, query);
    }
    const name = what.replace(/^projects\//, '');
    const body = projects.find(project => project.name === name);
    return body && { body };
  }

  private ofProject(name: string, what: string, query: URLSearchParams) {
    const project = this.projects.find(item => item.name === name);
    const pipelines = project?.pipelines.map(item => ({
      folder: '\\',
      revision: 1,
      url: `https://dev.azure.com/bank/_apis/pipelines/${item.id}`,
      ...item,
    }));
    switch (what) {
      case 'pipelines':
        return (
          pipelines &&
          buildListPage(
            pipelines.map(({ configuration: _, ...item }) => item),
            query,
          )
        );
      case 'distributedtask/environments':
        return project && buildListPage(project.environments, query, 2);
      case 'git/repositories':
        return project && buildListPage(project.repositories, query);
      default: {
        const id = Number(/^pipelines\/(\d+)$/.exec(what)?.[1]);
        const body = pipelines?.find(item => item.id === id);
        return body && { body };
      }
    }
  }
}

function buildListPage(
  items: object[],
  query: URLSearchParams,
  most = 200,
): Answer {
  const begin = Number(query.get('continuationToken') ?? 0);
  const end = begin + Math.min(Number(query.get('$top') ?? most), most);
  const value = items.slice(begin, end);
  return {
    headers:
      end < items.length ? { 'x-ms-continuationtoken': String(end) } : {},
    body: { count: value.length, value },
  };
}
