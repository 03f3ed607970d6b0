import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { holdTimeouts } from '../holdTimeouts.contract';
import { pipelineSourceContract } from '../PipelineSource.contract';
import { exampleRepositories } from './__testUtils__/exampleRepositories';
import { FakeGithub } from './__testUtils__/FakeGithub';
import { GithubPipelineSource } from './GithubPipelineSource';
import { GithubRest } from './GithubRest';

const NOW = 1_800_000_000_000;
const PATIENCE = 12_345;

function createSource(
  apiBaseUrl: string,
  pages: { repositoriesPerPage?: number; enoughRequests?: number } = {},
) {
  const rest = new GithubRest({
    apiBaseUrl,
    headers: async () => ({ Authorization: 'Bearer t' }),
    timeout: PATIENCE,
    now: () => NOW,
  });
  return new GithubPipelineSource({
    host: 'github.com',
    organization: 'bank',
    rest,
    ...pages,
  });
}

function listUrns(github: FakeGithub): string[] {
  return github.repositories
    .filter(({ archived }) => !archived)
    .flatMap(({ name, workflows }) =>
      Object.keys(workflows).map(definition =>
        pipelineUrn({
          host: 'github.com',
          project: `bank/${name}`,
          definition,
        }),
      ),
    );
}

pipelineSourceContract('GithubPipelineSource', async () => {
  const github = new FakeGithub();
  github.repositories = exampleRepositories();
  const url = await github.start();
  return {
    create: () =>
      createSource(url, { repositoriesPerPage: 2, enoughRequests: 2 }),
    breakWith: fault => {
      github.fault = fault;
    },
    urns: listUrns(github),
    stop: () => github.stop(),
  };
});

describe('GithubPipelineSource', () => {
  const askedFor = holdTimeouts();
  const github = new FakeGithub();
  let url: string;

  beforeAll(async () => {
    url = await github.start();
  });
  beforeEach(() => {
    github.repositories = exampleRepositories();
    github.refusals.clear();
    github.requests.length = 0;
    github.fault = undefined;
    askedFor();
  });
  afterAll(() => github.stop());

  const found = async (source = createSource(url), cursor?: string) =>
    (await source.read(cursor)).pipelines.map(
      ({ project, definition }) => `${project} ${definition.split('/').pop()}`,
    );

  it('tells what can deploy where, and on which machines', async () => {
    const { pipelines } = await createSource(url).read();
    const [deploy, lint, , elsewhere] = pipelines;
    expect(deploy).toEqual({
      host: 'github.com',
      project: 'bank/ledger',
      definition: '.github/workflows/deploy.yml',
      title: 'deploy',
      url: 'https://github.com/bank/ledger/blob/main/.github/workflows/deploy.yml',
      repository: 'https://github.com/bank/ledger',
      canDeploy: true,
      environments: ['production', 'staging'],
      runner: {
        kind: 'mixed',
        labels: ['linux', 'self-hosted', 'ubuntu-24.04', 'windows-2025'],
      },
    });
    expect(lint).toMatchObject({
      canDeploy: false,
      runner: { kind: 'hosted', labels: ['ubuntu-latest'] },
    });
    expect(elsewhere).toMatchObject({
      canDeploy: true,
      environments: [],
      runner: { kind: 'unknown' },
    });
  });

  it('skips no repository when another was deleted in between', async () => {
    const source = createSource(url, {
      repositoriesPerPage: 2,
      enoughRequests: 9,
    });
    const { nextCursor } = await source.read();
    github.repositories.splice(1, 1);
    expect(await found(source, nextCursor)).toContain(
      'bank/payments deploy.yml',
    );
  });

  it('reads the workflows of one repository in several pages', async () => {
    const paths = Array.from({ length: 65 }, (_, n) => `workflows/${n}.yml`);
    const workflows = Object.fromEntries(paths.map(path => [path, 'jobs: {}']));
    github.repositories = [{ id: 1, name: 'big', workflows }];
    const source = createSource(url);
    const first = await source.read();
    expect(first.pipelines).toHaveLength(60);
    expect(await found(source, first.nextCursor)).toHaveLength(5);
  });

  it('goes on in the right repository when the one it was in is gone', async () => {
    const workflows = { 'a.yml': 'jobs: {}' };
    github.repositories = [1, 2, 3].map(id => ({
      id,
      name: `r${id}`,
      workflows,
    }));
    const cursor = JSON.stringify({
      page: 1,
      after: 1,
      within: { repository: 99, workflowPage: 2 },
    });
    expect(await found(createSource(url), cursor)).toEqual([
      'bank/r2 a.yml',
      'bank/r3 a.yml',
    ]);
  });

  it.each([403, 404])(
    'fails when one repository answers %s for its workflows',
    async status => {
      github.refusals.set('/repos/bank/payments/actions/workflows', { status });
      github.refusals.set('/repos/bank/payments/actions/permissions', {
        status: 403,
      });
      await expect(createSource(url).read()).rejects.toThrow(
        `GitHub answered ${status} to /repos/bank/payments/actions/workflows`,
      );
    },
  );

  it('takes it as none when GitHub says that Actions are switched off', async () => {
    github.refusals.set('/repos/bank/payments/actions/workflows', {
      status: 403,
    });
    github.refusals.set('/repos/bank/payments/actions/permissions', {
      status: 200,
      body: { enabled: false },
    });
    expect(await found()).toEqual([
      'bank/ledger deploy.yml',
      'bank/ledger lint.yml',
      'bank/website l.yml',
    ]);
  });

  it.each([
    ['fewer workflows than announced', { total_count: 3, workflows: [] }],
    ['a missing field', { workflows: [] }],
    ['no workflows at all', {}],
  ])('takes %s for a truncated page', async (_, body) => {
    const path = '/repos/bank/ledger/actions/workflows';
    github.refusals.set(path, { status: 200, body });
    await expect(createSource(url).read()).rejects.toMatchObject({
      failure: 'truncated',
    });
  });

  it('takes a definition that is cut off for a truncated page', async () => {
    github.refusals.set(
      '/repos/bank/ledger/contents/.github/workflows/deploy.yml',
      {
        status: 200,
        body: { encoding: 'base64', content: 'am9icw==', size: 9 },
      },
    );
    await expect(createSource(url).read()).rejects.toMatchObject({
      failure: 'truncated',
    });
  });

  it.each([
    [
      'the time of the reset',
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': `${NOW / 1000 + 90}`,
      },
      {},
      90_000,
    ],
    ['a number of seconds', { 'retry-after': '30' }, {}, 30_000],
    [
      'a secondary limit',
      {},
      { message: 'You have exceeded a secondary rate limit' },
      60_000,
    ],
  ])(
    'waits for %s when a 403 is a limit',
    async (_, headers, body, retryAfter) => {
      github.refusals.set('/orgs/bank/repos', { status: 403, headers, body });
      await expect(createSource(url).read()).rejects.toMatchObject({
        failure: 'rate-limited',
        retryAfter,
      });
    },
  );

  it.each([
    'nonsense',
    'https://x/?page=2; rel="next"',
    '<https://x/?page=2; rel="next"',
  ])('does not take a page with the link %s for the last', async link => {
    github.refusals.set('/orgs/bank/repos', {
      status: 200,
      headers: { link },
      body: [],
    });
    await expect(createSource(url).read()).rejects.toMatchObject({
      failure: 'unexpected',
    });
  });

  it('waits for each answer as long as it is told to, and no longer', async () => {
    await createSource(url).read();
    const { length } = github.requests;
    expect(askedFor()).toEqual(Array(length).fill(PATIENCE));
    github.fault = 'slow';
    await expect(createSource(url).read()).rejects.toMatchObject({
      failure: 'unavailable',
      message: expect.stringContaining('GitHub did not answer /orgs/bank'),
    });
  });

  it('costs a bounded number of requests a page', async () => {
    github.repositories = Array.from({ length: 90 }, (_, id) => ({
      id,
      name: `r${id}`,
      workflows: { 'a.yml': 'jobs: {}' },
    }));
    await createSource(url).read();
    expect(github.requests.length).toBeLessThan(60);
  });
});
