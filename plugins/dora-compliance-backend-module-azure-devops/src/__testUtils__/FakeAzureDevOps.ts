import { ConfigReader } from '@backstage/config';
import {
  FakeApi,
  type FakeAnswer,
  type FakeRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import * as make from './azureObjects';
import { CONNECTIONS, DEFINITIONS, VARIABLE_GROUPS } from './credentialAnswers';
import {
  azurePush,
  commitsOfPush,
  listedPushes,
  type Pushed,
} from './azurePush';

type Change = {
  pull: ReturnType<typeof make.pullRequest>;
  commits: object[];
  iterations: object[];
  threads: object[];
};

type Deployed = {
  record: ReturnType<typeof make.deploymentRecord>;
  approval: ReturnType<typeof make.approval>;
};

/** Lists that go on by tokens have no more than this on a page. */
const PER_PAGE = 2;

const QUEUES = [
  { id: 1, name: 'Azure Pipelines', pool: { id: 9, isHosted: true } },
  { id: 2, name: 'Default', pool: { id: 3, name: 'Default', isHosted: false } },
  { id: 3, name: 'Again', pool: { id: 3, name: 'Default', isHosted: false } },
];

const AGENTS = [1, 2, 3].map(id => ({
  id,
  name: `agent-${id}`,
  osDescription: 'Linux',
  status: id === 3 ? 'offline' : 'online',
}));

/** An Azure DevOps with one repository, `bank/payments/ledger`. */
export class FakeAzureDevOps {
  api!: FakeApi;
  readonly changes: Change[] = [];
  readonly builds: ReturnType<typeof make.build>[] = [];
  readonly deployed: Deployed[] = [];
  readonly pushes: Pushed[] = [];
  /** Paths it refuses. */
  refused: RegExp | undefined;
  /** Seconds it asks to be left alone for, where it has had enough. */
  busyFor: number | undefined;
  readonly environments: { id: number; name: string }[] = [];
  readonly policies: object[] = [];
  readonly checks: object[] = [];

  static async start(): Promise<FakeAzureDevOps> {
    const fake = new FakeAzureDevOps();
    fake.api = await FakeApi.start(
      request => fake.#answer(request),
      url =>
        url.searchParams.has('continuationToken') ||
        Number(url.searchParams.get('$skip') ?? 0) > 0 ||
        Number(url.searchParams.get('skip') ?? 0) > 0,
    );
    return fake;
  }

  /** The configuration of a Backstage that may ask it. */
  get config() {
    const credentials = [{ personalAccessToken: 'secret' }];
    const azure = [{ host: 'dev.azure.com', credentials }];
    return new ConfigReader({ integrations: { azure } });
  }

  /** A change that was approved and completed. */
  merge(number: number, closedDate: string) {
    const pull = make.pullRequest(number, closedDate);
    const head = pull.lastMergeSourceCommit.commitId;
    this.changes.push({
      pull,
      commits: [make.commit(head, 'Anna'), make.commit(make.sha(2), 'Elsa')],
      iterations: [make.iteration(1, '2026-03-01T08:00:00Z', head)],
      threads: [make.voteThread('2026-03-01T09:00:00Z', 10)],
    });
  }

  /** A run that deployed to the first environment after an approval. */
  deploy(id: number, at: string) {
    this.builds.push(make.build(id, at));
    this.deployed.push({
      record: make.deploymentRecord(id, id, at),
      approval: make.approval(`0f027b05-0942-4a35-9218-${id}`, at),
    });
  }

  /** A push of commits, newest first. */
  push(id: number, at: string, commits: readonly string[], ref?: string) {
    this.pushes.push({ ...azurePush(id, at, commits, ref), commits });
  }

  #answer({ url, headers: given }: FakeRequest): FakeAnswer {
    const token = Buffer.from(':secret').toString('base64');
    if (given.authorization !== `Basic ${token}`) {
      return {
        status: 203,
        headers: { 'content-type': 'text/html' },
        body: '<html>Sign in</html>',
      };
    }
    if (this.busyFor !== undefined) {
      const headers = { 'retry-after': String(this.busyFor) };
      return { status: 429, headers, body: { message: 'later' } };
    }
    const path = decodeURIComponent(url.pathname);
    if (this.refused?.test(path)) {
      return { status: 403, body: { message: 'refused' } };
    }
    const [, project, what = ''] =
      /^\/bank(\/payments)?\/_apis\/(.+)$/.exec(path) ?? [];
    const answer = project
      ? this.#git(what, url.searchParams) ??
        this.#pipelines(what, url.searchParams)
      : organisation(what, url.searchParams);
    return answer ?? { status: 404, body: { message: 'not there' } };
  }

  #git(what: string, query: URLSearchParams): FakeAnswer | undefined {
    if (what === 'git/repositories/ledger') {
      return { body: make.repository };
    }
    if (what === 'policy/configurations') {
      return buildPage(this.policies, query);
    }
    if (what === 'git/repositories/ledger/pushes') {
      return skipped(listedPushes(this.pushes, query), query);
    }
    if (what === 'git/repositories/ledger/commits') {
      return { body: buildList(commitsOfPush(this.pushes, query)) };
    }
    const [, number, list] =
      /^git\/repositories\/ledger\/pullrequests(?:\/(\d+)(?:\/(\w+))?)?$/.exec(
        what,
      ) ?? [];
    if (!what.startsWith('git/repositories/ledger/pullrequests')) {
      return undefined;
    }
    const since = query.get('searchCriteria.minTime') ?? '';
    if (!number) {
      const closed = this.changes
        .map(({ pull }) => pull)
        .filter(({ closedDate }) => closedDate >= since);
      return skipped(closed, query);
    }
    const change = this.changes.find(
      ({ pull }) => pull.pullRequestId === Number(number),
    );
    return change && changeAnswer(change, list, query);
  }

  #pipelines(what: string, query: URLSearchParams): FakeAnswer | undefined {
    const [, buildId] = /^build\/builds\/(\d+)\/timeline$/.exec(what) ?? [];
    if (buildId) {
      const run = this.deployed.find(
        ({ record }) => record.owner.id === Number(buildId),
      );
      return run && { body: make.timeline(run.approval.id) };
    }
    switch (what) {
      case 'build/builds':
        return buildPage(this.#buildsFor(query), query);
      case 'build/generalsettings':
        return {
          body: { enforceSettableVar: true, buildsEnabledForForks: false },
        };
      case 'build/retention':
        return { body: { purgeRuns: { min: 30, max: 731, value: 400 } } };
      case 'build/definitions':
        return buildPage(DEFINITIONS, query);
      case 'distributedtask/variablegroups':
        return buildPage(VARIABLE_GROUPS, query);
      case 'serviceendpoint/endpoints':
        return buildPage(CONNECTIONS, query);
      case 'distributedtask/queues':
        return buildPage(QUEUES, query);
      case 'pipelines/checks/configurations':
        return buildPage(this.checks, query);
      case 'pipelines/approvals': {
        const ids = query.get('approvalIds')?.split(',') ?? [];
        const found = this.deployed.map(({ approval }) => approval);
        return buildPage(
          found.filter(({ id }) => ids.includes(id)),
          query,
          found.length,
        );
      }
      default:
        return this.#environments(what, query);
    }
  }

  #environments(what: string, query: URLSearchParams): FakeAnswer | undefined {
    const [, id, list] =
      /^distributedtask\/environments(?:\/(\d+)(\/environmentdeploymentrecords)?)?$/.exec(
        what,
      ) ?? [];
    if (!what.startsWith('distributedtask/environments')) {
      return undefined;
    }
    const withProject = this.environments.map(item => ({
      ...item,
      project: { id: make.PROJECT, name: 'payments' },
    }));
    if (!id) {
      return buildPage(withProject, query);
    }
    const environment = withProject.find(item => item.id === Number(id));
    const records = this.deployed
      .map(({ record }) => record)
      .filter(({ environmentId }) => environmentId === Number(id))
      .sort((a, b) => b.id - a.id);
    return list
      ? buildPage(records, query)
      : environment && { body: environment };
  }

  #buildsFor(query: URLSearchParams) {
    const ids = query.get('buildIds')?.split(',').map(Number);
    const since = query.get('minTime') ?? '';
    return this.builds.filter(({ id, finishTime }) =>
      ids ? ids.includes(id) : finishTime >= since,
    );
  }
}

function organisation(
  what: string,
  query: URLSearchParams,
): FakeAnswer | undefined {
  return what === 'distributedtask/pools/3/agents'
    ? buildPage(AGENTS, query)
    : undefined;
}

function changeAnswer(
  change: Change,
  list: string | undefined,
  query: URLSearchParams,
): FakeAnswer | undefined {
  switch (list) {
    case undefined:
      return { body: change.pull };
    case 'commits':
      return buildPage(change.commits, query);
    case 'iterations':
      return { body: buildList(change.iterations) };
    case 'threads':
      return { body: buildList(change.threads) };
    default:
      return undefined;
  }
}

function buildList(value: readonly object[]) {
  return { count: value.length, value };
}

/** A page of a list that goes on by tokens. */
function buildPage(
  items: readonly object[],
  query: URLSearchParams,
  most = PER_PAGE,
): FakeAnswer {
  const begin = Number(query.get('continuationToken') ?? 0);
  const end = begin + Math.max(1, most);
  return {
    headers:
      end < items.length ? { 'x-ms-continuationtoken': String(end) } : {},
    body: buildList(items.slice(begin, end)),
  };
}

/** A page of a list that leaves out what was read. */
function skipped(items: readonly object[], query: URLSearchParams): FakeAnswer {
  const skip = Number(query.get('$skip') ?? 0);
  const top = Number(query.get('$top') ?? 101);
  return { body: buildList(items.slice(skip, skip + top)) };
}
