import { DefaultAzureDevOpsCredentialsProvider } from '@backstage/integration';
import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { failsOnBrokenAnswers } from '../__testUtils__/brokenAnswers.contract';
import type { PipelineSource } from '../PipelineSource';
import { pipelineSourceContract } from '../PipelineSource.contract';
import { FakeAzureDevOps } from './__testUtils__/FakeAzureDevOps';
import { createAzureDevOpsPipelineSources } from './AzureDevOpsPipelineSource';

function create(
  azure: FakeAzureDevOps,
  { project, timeout }: { project?: string; timeout?: number } = {},
): PipelineSource {
  const place = {
    host: 'dev.azure.com',
    organization: 'bank',
    project,
    baseUrl: azure.server.url,
  };
  return createAzureDevOpsPipelineSources([place], {
    config: azure.config,
    timeout,
  })[0]!.source;
}

async function start() {
  const azure = await FakeAzureDevOps.start();
  azure.add('b', 'pay ments', 25, ['production', 'acceptance', 'test']);
  azure.add('c', 'empty');
  azure.add('a', 'channels', 3);
  const urns = azure.projects.flatMap(({ name, pipelines }) =>
    pipelines.map(({ id }) =>
      pipelineUrn({
        host: 'dev.azure.com',
        project: `bank/${name}`,
        definition: String(id),
      }),
    ),
  );
  return {
    azure,
    server: azure.server,
    urns,
    create: (timeout?: number) => create(azure, { timeout }),
  };
}

pipelineSourceContract('AzureDevOpsPipelineSource', async () => {
  const { server, ...system } = await start();
  return {
    ...system,
    create: () => system.create(),
    breakWith: fault =>
      server.breakWith(fault, /_apis\/(projects|pipelines)\?/),
    stop: () => server.stop(),
  };
});

const READING_B = JSON.stringify({
  within: { id: 'b', name: 'pay ments', token: '20' },
});

describe('AzureDevOpsPipelineSource', () => {
  failsOnBrokenAnswers(start, {
    'the projects': { on: /_apis\/projects\?/ },
    'the first pipelines': { on: /_apis\/pipelines\?/ },
    'more pipelines': {
      on: /_apis\/pipelines\?.*continuationToken/,
      cursor: async () => READING_B,
    },
    'a pipeline': { on: /_apis\/pipelines\/27\?/ },
    'the environments': { on: /_apis\/distributedtask\/environments\?/ },
    'more environments': {
      on: /environments\?.*continuationToken/,
      cursor: async () => READING_B,
    },
    'the repositories': { on: /_apis\/git\/repositories\?/ },
  });

  describe('one project', () => {
    failsOnBrokenAnswers(
      async () => {
        const system = await start();
        return {
          ...system,
          create: (timeout: number) =>
            create(system.azure, { project: 'channels', timeout }),
        };
      },
      { 'the project': { on: /_apis\/projects\/channels\?/ } },
    );
  });

  describe('what it reads', () => {
    let azure: FakeAzureDevOps;

    beforeEach(async () => {
      azure = await FakeAzureDevOps.start();
    });
    afterEach(() => azure.server.stop());

    it('tells what a pipeline and its project say', async () => {
      azure.add('a', 'ledger', 1, ['production', 'acceptance', 'test']);
      const page = await create(azure).read();
      expect(page).toEqual({
        pipelines: [
          {
            host: 'dev.azure.com',
            project: 'bank/ledger',
            definition: '1',
            title: 'pipeline 1',
            url: `${azure.server.url}/bank/ledger/_build?definitionId=1`,
            repository: 'https://dev.azure.com/bank/ledger/_git/ledger',
            canDeploy: true,
            environments: ['acceptance', 'production', 'test'],
            runner: { kind: 'unknown' },
          },
        ],
      });
    });

    it('takes the address Azure DevOps tells', async () => {
      const project = azure.add('a', 'ledger', 1);
      const href = 'https://dev.azure.com/bank/a/_build/definition?id=1';
      Object.assign(project.pipelines[0]!, { _links: { web: { href } } });
      const { pipelines } = await create(azure).read();
      expect(pipelines).toMatchObject([{ url: href }]);
    });

    it.each([
      ['yaml', false],
      ['designerJson', true],
      ['unknown', true],
      [undefined, true],
    ])(
      'without environments, a pipeline of type %s can deploy: %s',
      async (type, canDeploy) => {
        const { pipelines } = azure.add('a', 'ledger', 1);
        pipelines[0]!.configuration = { type };
        expect((await create(azure).read()).pipelines).toMatchObject([
          { canDeploy, environments: [], repository: undefined },
        ]);
        expect(azure.server.requests.join()).not.toContain('git/repositories');
      },
    );

    it.each([
      ['gitHub', 'https://github.com/bank/ledger'],
      ['gitHubEnterprise', undefined],
    ])('finds the repository of type %s', async (type, url) => {
      const { pipelines } = azure.add('a', 'ledger', 1);
      const repository = { type, fullName: 'bank/ledger' };
      pipelines[0]!.configuration = { type: 'yaml', repository };
      const [found] = (await create(azure).read()).pipelines;
      expect(found?.repository).toBe(url);
    });

    it('reads one project only, to its end', async () => {
      azure.add('a', 'channels', 1);
      azure.add('b', 'ledger', 21);
      const source = create(azure, { project: 'ledger' });
      expect(source.id).toBe('azure-devops:dev.azure.com/bank/ledger');
      const first = await source.read();
      const second = await source.read(first.nextCursor);
      const third = await source.read(second.nextCursor);
      expect(
        [first, second, third].map(({ pipelines }) => pipelines.length),
      ).toEqual([20, 1, 0]);
      expect(third.nextCursor).toBeUndefined();
    });

    it('misses no project when another is deleted or renamed', async () => {
      azure.add('a', 'channels', 1);
      azure.add('b', 'ledger', 1);
      const { nextCursor } = await create(azure).read();
      azure.projects.shift();
      azure.projects[0]!.name = 'general ledger';
      expect(await create(azure).read(nextCursor)).toMatchObject({
        pipelines: [{ project: 'bank/general ledger' }],
      });
    });

    it('finds nothing in an organisation without projects', async () => {
      expect(await create(azure).read()).toEqual({ pipelines: [] });
    });

    it('takes no list that is shorter than announced', async () => {
      azure.add('a', 'ledger');
      azure.change = answer => ({
        ...answer,
        body: { ...(answer.body as object), count: 2 },
      });
      await expect(create(azure).read()).rejects.toMatchObject({
        failure: 'truncated',
      });
    });

    it('follows no list that leads to itself', async () => {
      azure.add('a', 'ledger');
      azure.change = answer => ({
        ...answer,
        headers: { 'x-ms-continuationtoken': '1' },
      });
      await expect(create(azure).read()).rejects.toMatchObject({
        failure: 'unexpected',
      });
    });

    it('is forbidden where no credentials can be had', async () => {
      jest
        .spyOn(
          DefaultAzureDevOpsCredentialsProvider.prototype,
          'getCredentials',
        )
        .mockRejectedValueOnce(new Error('no such secret'));
      await expect(create(azure).read()).rejects.toMatchObject({
        failure: 'forbidden',
      });
    });

    it.each(['', '[]', '{"within":{}}'])(
      'refuses the cursor "%s"',
      async cursor => {
        await expect(create(azure).read(cursor)).rejects.toMatchObject({
          failure: 'unexpected',
        });
      },
    );

    it('is refused by the page to sign in', async () => {
      const source = createAzureDevOpsPipelineSources(
        [
          {
            host: 'azure.bank.example',
            organization: 'bank',
            baseUrl: azure.server.url,
          },
        ],
        { config: azure.config },
      )[0]!.source;
      await expect(source.read()).rejects.toMatchObject({
        failure: 'forbidden',
      });
    });
  });
});
