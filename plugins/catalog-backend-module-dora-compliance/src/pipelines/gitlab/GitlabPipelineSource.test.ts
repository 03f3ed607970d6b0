import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { pipelineSourceContract } from '../PipelineSource.contract';
import { failsOnBrokenAnswers } from '../__testUtils__/brokenAnswers.contract';
import { FakeGitlab } from './__testUtils__/FakeGitlab';
import { createGitlabPipelineSources } from './GitlabPipelineSource';

// Many requests to a server on this machine: as long as they take.
jest.setTimeout(120_000);

/** Requests that are under way; each gives up when its controller aborts. */
let underWay: AbortController[] = [];
const timeout = jest.spyOn(AbortSignal, 'timeout');

beforeEach(() => {
  underWay = [];
  timeout.mockReset().mockImplementation(() => {
    const controller = new AbortController();
    underWay.push(controller);
    return controller.signal;
  });
});

/** The time of all requests is over. */
function timesOut() {
  const over = new DOMException('The time is over', 'TimeoutError');
  underWay.forEach(controller => controller.abort(over));
}

function create(gitlab: FakeGitlab, patience?: number) {
  const [created] = createGitlabPipelineSources(
    [{ host: gitlab.host, group: 'bank' }],
    { config: gitlab.config, timeout: patience },
  );
  return created!.source;
}

async function start(projects: number) {
  const gitlab = await FakeGitlab.start();
  gitlab.onIgnored = timesOut;
  const urns = Array.from({ length: projects }, (_, index) => {
    const project = gitlab.add(3 * index + 7).path_with_namespace;
    const definition = '.gitlab-ci.yml';
    return pipelineUrn({ host: gitlab.host, project, definition });
  });
  return {
    gitlab,
    server: gitlab.server,
    urns,
    create: (patience?: number) => create(gitlab, patience),
  };
}

pipelineSourceContract('GitlabPipelineSource', async () => {
  const { server, ...system } = await start(45);
  return {
    ...system,
    create: () => system.create(),
    breakWith: fault => server.breakWith(fault, /\/projects\?/),
    stop: () => server.stop(),
  };
});

describe('GitlabPipelineSource', () => {
  failsOnBrokenAnswers(() => start(21), {
    'the first projects': { on: /[&?]page=1$/ },
    'more projects': { on: /[&?]page=2$/, cursor: async () => '2.67' },
    'the projects before': { on: /[&?]page=1$/, cursor: async () => '2.67' },
    'a CI file': {
      on: /\/raw\?/,
      // Without such a file there is no pipeline; any text may be YAML.
      except: ['not-found', 'other-shape'],
    },
  });

  describe('what it reads', () => {
    let gitlab: FakeGitlab;

    beforeEach(async () => {
      gitlab = await FakeGitlab.start();
    });
    afterEach(() => gitlab.server.stop());

    it('tells what a project and its CI file say', async () => {
      const environment = 'staging';
      gitlab.add(
        1,
        {
          path_with_namespace: 'bank/ledger',
          web_url: 'https://x/bank/ledger',
        },
        `deploy: { script: ./deploy, tags: [vault], environment: { name: ${environment} } }`,
      );
      const page = await create(gitlab).read();
      expect(page.nextCursor).toBeUndefined();
      expect(page.pipelines).toEqual([
        {
          host: 'gitlab.bank.example',
          project: 'bank/ledger',
          definition: '.gitlab-ci.yml',
          title: 'bank/ledger',
          url: 'https://x/bank/ledger/-/pipelines',
          repository: 'https://x/bank/ledger',
          canDeploy: true,
          environments: ['staging'],
          runner: { kind: 'self-hosted', labels: ['vault'] },
        },
      ]);
    });

    it.each([
      ['all', {}],
      [
        'only those a token of little rights sees',
        {
          builds_access_level: undefined,
          shared_runners_enabled: undefined,
          ci_config_path: undefined,
        },
      ],
      ['those of an older version', { jobs_enabled: true, topics: undefined }],
    ])('reads a project with its fields: %s', async (_, fields) => {
      const project = gitlab.add(30, {
        path_with_namespace: 'bank/ledger',
        web_url: 'https://x/bank/ledger',
        ...fields,
      });
      const { pipelines } = await create(gitlab).read();
      expect(pipelines).toMatchObject([
        {
          project: project.path_with_namespace,
          repository: project.web_url,
          canDeploy: false,
        },
      ]);
    });

    it.each([
      [undefined, 20_000],
      [7, 7],
    ])('with a patience of %s gives up after %s ms', async (given, ms) => {
      await create(gitlab, given).read();
      expect(timeout.mock.calls).toEqual([[ms]]);
    });

    it('leaves out projects without a pipeline', async () => {
      gitlab.add(1, { builds_access_level: 'disabled' });
      gitlab.add(2, { jobs_enabled: false });
      gitlab.add(3, { default_branch: null });
      gitlab.add(4);
      gitlab.removeFile(4);
      expect(await create(gitlab).read()).toEqual({ pipelines: [] });
      expect(gitlab.server.requests.join()).not.toMatch(/projects\/[123]\//);
    });

    it('reads the file a project names', async () => {
      gitlab.add(1, { ci_config_path: 'ci/main.yml' });
      const { pipelines } = await create(gitlab).read();
      expect(pipelines).toMatchObject([
        { definition: 'ci/main.yml', canDeploy: false },
      ]);
    });

    it.each(['https://ci.example/main.yml', 'main.yml@bank/ci'])(
      'does not look into %s, which may deploy',
      async path => {
        gitlab.add(1, { ci_config_path: path });
        const { pipelines } = await create(gitlab).read();
        expect(pipelines).toMatchObject([
          { definition: path, canDeploy: true },
        ]);
        expect(gitlab.server.requests).toHaveLength(1);
      },
    );

    it.each([1, 25])(
      'misses none when %d projects are deleted between two pages',
      async deleted => {
        for (let id = 1; id <= 65; id += 1) {
          gitlab.add(id);
        }
        const first = await create(gitlab).read();
        const second = await create(gitlab).read(first.nextCursor);
        for (let id = 1; id <= deleted; id += 1) {
          gitlab.delete(id);
        }
        const third = await create(gitlab).read(second.nextCursor);
        const rest = third.nextCursor
          ? await create(gitlab).read(third.nextCursor)
          : { pipelines: [] };
        expect(
          [...third.pipelines, ...rest.pipelines].map(({ project }) => project),
        ).toEqual(
          Array.from(
            { length: 25 },
            (_, index) => `bank/project-0${index + 41}`,
          ),
        );
      },
    );

    it('reads a file that begins with a byte order mark', async () => {
      gitlab.add(1, {}, '\uFEFFdeploy: { environment: production }');
      const { pipelines } = await create(gitlab).read();
      expect(pipelines).toMatchObject([{ environments: ['production'] }]);
    });

    it('reads no file without end', async () => {
      gitlab.add(1, {}, '#'.repeat(17 * 1024 * 1024));
      await expect(create(gitlab).read()).rejects.toMatchObject({
        failure: 'unexpected',
      });
    });

    it('refuses a cursor it did not give', async () => {
      await expect(create(gitlab).read('0.x')).rejects.toMatchObject({
        failure: 'unexpected',
      });
    });

    it('needs an integration for the host', () => {
      expect(() =>
        createGitlabPipelineSources([{ host: 'elsewhere', group: 'bank' }], {
          config: gitlab.config,
        }),
      ).toThrow('names the host elsewhere');
    });
  });
});
