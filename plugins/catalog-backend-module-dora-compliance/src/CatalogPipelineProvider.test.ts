import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { CatalogUnderTest, eventually } from './__testUtils__/CatalogUnderTest';
import { exampleRepositories } from './pipelines/github/__testUtils__/exampleRepositories';
import { FakeGithub } from './pipelines/github/__testUtils__/FakeGithub';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_14'] });
const PROVIDER = 'dora-compliance-pipelines:github:github.com/bank';

/** Milliseconds that the clock is ahead, so that no test waits for it. */
let ahead = 0;
const realNow = Date.now;
jest.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);

const ledger: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'ledger',
    annotations: { 'github.com/project-slug': 'Bank/Ledger' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
};

describe.each(databases.eachSupportedId())('discovery on %s', databaseId => {
  const github = new FakeGithub();
  const catalog = new CatalogUnderTest();

  beforeAll(async () => {
    github.repositories = exampleRepositories();
    const apiBaseUrl = await github.start();
    const knex = await databases.init(databaseId);
    await catalog.start({
      services: [mockServices.database.factory({ knex })],
      config: {
        integrations: {
          github: [{ host: 'github.com', apiBaseUrl, token: 'test' }],
        },
        doraCompliance: {
          pipelines: {
            schedule: {
              restLength: { milliseconds: 1 },
              backoff: [{ milliseconds: 1 }],
            },
            github: [{ organization: 'bank', provider: 'resource:github' }],
          },
        },
      },
    });
    await catalog.declare(ledger);
    await catalog.entity('ledger');
  });
  afterAll(async () => {
    await catalog.stop();
    await github.stop();
  });

  /** Steps until the discovery shows how it went. */
  async function nextReport() {
    const { length } = catalog.reports;
    return eventually(async () => {
      await catalog.step(PROVIDER);
      return catalog.reports[length];
    });
  }

  async function pipelines(count: number): Promise<Entity[]> {
    return eventually(async () => {
      const found = await catalog.entities('spec.type=ci-pipeline');
      return found.length === count ? found : undefined;
    });
  }

  it('finds pipelines, relates them both ways, and says so', async () => {
    expect(await nextReport()).toEqual({
      source: 'github:github.com/bank',
      state: 'complete',
      pipelines: 5,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/),
    });
    const found = await pipelines(5);
    const deploy = found.find(({ metadata }) =>
      metadata.name.startsWith('ledger-deploy-'),
    );
    expect(deploy?.spec?.owner).toBe('group:default/team');
    const name = deploy?.metadata.name ?? '';
    const related = await catalog.entity(name, ({ relations }) =>
      Boolean(relations?.some(({ type }) => type === 'deploys')),
    );
    expect(related.relations).toEqual(
      expect.arrayContaining([
        { type: 'deploys', targetRef: 'component:default/ledger' },
        { type: 'providedBy', targetRef: 'resource:default/github' },
        { type: 'ownedBy', targetRef: 'group:default/team' },
      ]),
    );
    const back = await catalog.entity('ledger', ({ relations }) =>
      Boolean(relations?.some(({ type }) => type === 'deployedBy')),
    );
    expect(back.relations).toContainEqual({
      type: 'deployedBy',
      targetRef: `resource:default/${name}`,
    });
  });

  it('leaves them in place when reading fails, and says so', async () => {
    github.fault = 'server-error';
    const report = await nextReport();
    github.fault = undefined;
    expect(report).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(
        /GitHub answered 500 .*; the pipelines known before stay as they are\.$/,
      ),
    });
    expect(report.pipelines).toBeUndefined();
    await pipelines(5);
  });

  it('asks not before it is allowed to', async () => {
    github.refusals.set('/orgs/bank/repos', {
      status: 429,
      headers: { 'Retry-After': '3600' },
    });
    const report = await nextReport();
    github.refusals.clear();
    const asked = github.requests.length;
    expect(report.failure).toContain('GitHub answered 429');
    await catalog.step(PROVIDER);
    await catalog.step(PROVIDER);
    await catalog.step(PROVIDER);
    expect(github.requests).toHaveLength(asked);
    ahead += 3_600_000;
    expect(await nextReport()).toMatchObject({ state: 'complete' });
  });

  it('does not believe that most of them are gone', async () => {
    const repositories = github.repositories;
    github.repositories = repositories.slice(4);
    expect(await nextReport()).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('Only 1 of 5 known pipelines'),
    });
    await pipelines(5);
    github.repositories = repositories;
    expect(await nextReport()).toMatchObject({
      state: 'complete',
      pipelines: 5,
    });
  });

  it('removes a workflow that is gone after a complete round', async () => {
    github.repositories = github.repositories.map(repository => ({
      ...repository,
      workflows: Object.fromEntries(
        Object.entries(repository.workflows).filter(
          ([path]) => !(repository.id === 10 && path.endsWith('lint.yml')),
        ),
      ),
    }));
    expect(await nextReport()).toMatchObject({
      state: 'complete',
      pipelines: 4,
    });
    const names = (await pipelines(4)).map(({ metadata }) => metadata.name);
    expect(names.filter(name => name.startsWith('ledger-lint'))).toEqual([]);
  });
});
