import { ConfigReader } from '@backstage/config';
import {
  BreakableServer,
  type Answer,
  type ReceivedRequest,
} from '../../__testUtils__/BreakableServer';

type FakeProject = {
  id: number;
  path_with_namespace: string;
  [field: string]: unknown;
};

/** What the list of projects of a group reports about each, as documented. */
const LISTED = {
  description: '',
  name: 'Ledger',
  name_with_namespace: 'Bank / Ledger',
  path: 'ledger',
  created_at: '2024-03-02T08:00:00.000Z',
  default_branch: 'master',
  topics: [],
  ssh_url_to_repo: 'git@gitlab.bank.example:bank/ledger.git',
  http_url_to_repo: 'https://gitlab.bank.example/bank/ledger.git',
  namespace: { id: 100, name: 'Bank', path: 'bank', kind: 'group' },
  visibility: 'private',
  archived: false,
  builds_access_level: 'enabled',
  shared_runners_enabled: true,
  ci_config_path: '',
};

/** The only listing it knows. */
const ORDER = {
  include_subgroups: 'true',
  with_shared: 'false',
  archived: 'false',
  order_by: 'id',
  sort: 'asc',
};

/** A GitLab that holds the group `bank`, for as long as a test runs. */
export class FakeGitlab {
  readonly host = 'gitlab.bank.example';
  server!: BreakableServer;
  private readonly projects: FakeProject[] = [];
  private readonly files = new Map<string, string>();

  static async start() {
    const gitlab = new FakeGitlab();
    gitlab.server = await BreakableServer.start(asked => gitlab.answer(asked));
    tellsWhatItIgnores(gitlab);
    return gitlab;
  }

  /** Called for each request that is never answered. */
  onIgnored: () => void = () => {};

  get config() {
    const apiBaseUrl = `${this.server.url}/api/v4`;
    const gitlab = [{ host: this.host, apiBaseUrl, token: 'secret' }];
    return new ConfigReader({ integrations: { gitlab } });
  }

  /** A project with a CI file, unless reported otherwise. */
  add(
    id: number,
    fields: Record<string, unknown> = {},
    file: string | undefined = 'build: { script: make }',
  ) {
    const name = `bank/project-${String(id).padStart(3, '0')}`;
    const project: FakeProject = {
      ...LISTED,
      path_with_namespace: name,
      web_url: `https://${this.host}/${name}`,
      ...fields,
      id,
    };
    this.projects.push(project);
    this.projects.sort((a, b) => a.id - b.id);
    this.files.set(`${id} ${project.ci_config_path || '.gitlab-ci.yml'}`, file);
    return project;
  }

  removeFile(id: number) {
    this.files.delete(`${id} .gitlab-ci.yml`);
  }

  delete(id: number) {
    this.projects.splice(
      this.projects.findIndex(project => project.id === id),
      1,
    );
  }

  /** The requests that are never answered. */
  ignored: RegExp | undefined;

  private answer({ url, headers }: ReceivedRequest): Answer {
    if (this.ignored?.test(`${url.pathname}${url.search}`)) {
      this.onIgnored();
    }
    if (headers.authorization !== 'Bearer secret') {
      return { status: 401, body: { message: '401 Unauthorized' } };
    }
    if (url.pathname === '/api/v4/groups/bank/projects') {
      return this.list(url.searchParams);
    }
    const [, id, file] =
      /^\/api\/v4\/projects\/(\d+)\/repository\/files\/([^/]+)\/raw$/.exec(
        url.pathname,
      ) ?? [];
    const text = this.files.get(`${id} ${decodeURIComponent(file ?? '')}`);
    if (text === undefined || url.searchParams.get('ref') !== 'master') {
      return { status: 404, body: { message: '404 File Not Found' } };
    }
    const size = String(Buffer.byteLength(text));
    return { headers: { 'x-gitlab-size': size }, body: text };
  }

  private list(query: URLSearchParams): Answer {
    const { page: at, per_page: perPage, ...order } = Object.fromEntries(query);
    if (JSON.stringify(order) !== JSON.stringify(ORDER)) {
      return { status: 400, body: { error: 'not what this fake can do' } };
    }
    const page = Number(at);
    const end = page * Number(perPage);
    const more = this.projects.length > end;
    return {
      headers: {
        'x-page': String(page),
        'x-next-page': more ? String(page + 1) : '',
      },
      body: this.projects.slice(end - Number(perPage), end),
    };
  }
}

/** Lets a test wait for the request that gets no answer, not for a time. */
function tellsWhatItIgnores(gitlab: FakeGitlab) {
  const { server } = gitlab;
  const breakWith = server.breakWith.bind(server);
  server.breakWith = (kind, on = /^/) => {
    gitlab.ignored = kind === 'slow' ? on : undefined;
    breakWith(kind, on);
  };
}
