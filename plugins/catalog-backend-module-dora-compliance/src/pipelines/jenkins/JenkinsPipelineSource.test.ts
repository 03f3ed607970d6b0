import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { failsOnBrokenAnswers } from '../__testUtils__/brokenAnswers.contract';
import type { PipelineSource } from '../PipelineSource';
import { pipelineSourceContract } from '../PipelineSource.contract';
import { FakeJenkins } from './__testUtils__/FakeJenkins';
import { createJenkinsPipelineSources } from './JenkinsPipelineSource';

const MULTIBRANCH =
  'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject';

function create({ options }: FakeJenkins, timeout?: number): PipelineSource {
  return createJenkinsPipelineSources([options], { timeout })[0]!.source;
}

async function definitions(source: PipelineSource, from?: string) {
  const found: string[] = [];
  let cursor = from;
  do {
    const page = await source.read(cursor);
    found.push(...page.pipelines.map(({ definition }) => definition));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** 60 jobs at the root, and a folder. */
async function start() {
  const jenkins = await FakeJenkins.start();
  const { server } = jenkins;
  const names = Array.from({ length: 60 }, (_, index) => `job ${index}`);
  names.forEach(name => jenkins.add('', name));
  jenkins.addFolder('', 'bank & co');
  jenkins.add('bank & co', 'ledger', {
    _class: MULTIBRANCH,
    jobs: [{ name: 'main' }],
  });
  const urns = [...names, 'bank & co/ledger'].map(definition =>
    pipelineUrn({
      host: new URL(server.url).host,
      project: 'jenkins',
      definition,
    }),
  );
  return {
    jenkins,
    server,
    urns,
    create: (timeout?: number) => create(jenkins, timeout),
  };
}

pipelineSourceContract('JenkinsPipelineSource', async () => {
  const { server, ...system } = await start();
  return {
    ...system,
    create: () => system.create(600),
    breakWith: fault => server.breakWith(fault),
    stop: () => server.stop(),
  };
});

describe('JenkinsPipelineSource', () => {
  failsOnBrokenAnswers(start, {
    'the root': { on: /^\/jenkins\/api/ },
    'more of the root': {
      on: /^\/jenkins\/api/,
      cursor: async () => '[[[],50,"job 41"]]',
    },
    'a folder': {
      on: /^\/jenkins\/job\/bank%20%26%20co\/api/,
      cursor: async () => '[[["bank & co"],0]]',
    },
  });

  describe('what it reads', () => {
    let jenkins: FakeJenkins;

    beforeEach(async () => {
      jenkins = await FakeJenkins.start();
    });
    afterEach(() => jenkins.server.stop());

    it('reads folders as Jenkins lists them', async () => {
      // Some plugins leave members out, others leave them empty.
      jenkins.answerFolder('', {
        jobs: [
          {
            _class: 'com.cloudbees.hudson.plugins.folder.Folder',
            name: 'bank & co',
            url: 'https://ci.example/job/bank%20&%20co/',
            jobs: [{ name: 'ledger' }],
          },
          {
            _class: MULTIBRANCH,
            name: 'Payments',
            fullDisplayName: 'Payments (all branches)',
            url: 'https://ci.example/job/Payments/',
            jobs: [{ name: 'main' }],
            actions: [null, {}, { objectUrl: null }],
          },
          {
            _class: 'hudson.model.FreeStyleProject',
            name: 'Reconcile',
            url: 'https://ci.example/job/Reconcile/',
            scm: { _class: 'hudson.scm.NullSCM' },
            lastBuild: { actions: [{}, null] },
          },
          {
            _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
            name: 'Night run',
            url: 'https://ci.example/job/Night%20run/',
            lastBuild: null,
          },
          {
            _class: 'hudson.maven.MavenModuleSet',
            name: 'Legacy',
            url: 'https://ci.example/job/Legacy/',
            scm: { userRemoteConfigs: [{ url: null }] },
            lastBuild: { actions: [{ remoteUrls: null }] },
          },
          {
            _class: 'hudson.matrix.MatrixProject',
            name: 'Matrix',
            url: 'https://ci.example/job/Matrix/',
          },
        ],
      });
      jenkins.answerFolder('bank & co', {
        jobs: [{ name: 'ledger', url: 'http://old.example/job/ledger' }],
      });
      const first = await create(jenkins).read();
      expect(
        first.pipelines.map(item => [
          item.definition,
          item.title,
          item.url,
          item.repository,
        ]),
      ).toEqual([
        [
          'Payments',
          'Payments (all branches)',
          'https://ci.example/job/Payments/',
          undefined,
        ],
        ...[
          ['Reconcile', 'Reconcile'],
          ['Night run', 'Night%20run'],
          ['Legacy', 'Legacy'],
          ['Matrix', 'Matrix'],
        ].map(([name, path]) => [
          name,
          name,
          `https://ci.example/job/${path}/`,
          undefined,
        ]),
      ]);
      const second = await create(jenkins).read(first.nextCursor);
      expect(second).toEqual({
        pipelines: [
          {
            host: new URL(jenkins.server.url).host,
            project: 'jenkins',
            definition: 'bank & co/ledger',
            title: 'bank & co/ledger',
            url: 'http://old.example/job/ledger',
            canDeploy: true,
            environments: [],
            runner: { kind: 'self-hosted' },
          },
        ],
      });
    });

    it('looks into every kind of folder, and counts no branches', async () => {
      jenkins.addFolder('', 'org', 'jenkins.branch.OrganizationFolder');
      jenkins.addFolder('', 'odd', 'com.example.Drawer');
      jenkins.add('odd', 'a');
      jenkins.add('org', 'b', {
        _class: MULTIBRANCH,
        jobs: [{ name: 'main' }],
      });
      expect(await definitions(create(jenkins))).toEqual(['odd/a', 'org/b']);
    });

    it('goes down through folders of folders, one after the other', async () => {
      jenkins.addFolder('', 'a');
      jenkins.addFolder('a', 'b');
      jenkins.addFolder('a/b', 'c');
      jenkins.addFolder('', 'd');
      jenkins.add('', 'z');
      jenkins.add('a', 'z');
      jenkins.add('a/b/c', 'z');
      jenkins.add('d', 'z');
      expect(await definitions(create(jenkins))).toEqual([
        'z',
        'a/z',
        'a/b/c/z',
        'd/z',
      ]);
    });

    it('leaves out templates', async () => {
      jenkins.add('', 'T', { _class: 'com.example.JobTemplate' });
      expect(await create(jenkins).read()).toEqual({ pipelines: [] });
    });

    it('finds the repository of each kind of job', async () => {
      const url = 'https://git.example/bank/ledger';
      jenkins.add('', 'built', {
        lastBuild: { number: 1, actions: [{ remoteUrls: [url] }] },
      });
      jenkins.add('', 'configured', { scm: { userRemoteConfigs: [{ url }] } });
      jenkins.add('', 'multibranch', {
        _class: MULTIBRANCH,
        actions: [{}, { objectUrl: url }],
      });
      const { pipelines } = await create(jenkins).read();
      expect(pipelines.map(({ repository }) => repository)).toEqual([
        url,
        url,
        url,
      ]);
    });

    it('calls a job as Jenkins does', async () => {
      jenkins.add('', 'a', { fullDisplayName: 'Bank » A' });
      const { pipelines } = await create(jenkins).read();
      expect(pipelines).toMatchObject([{ title: 'Bank » A' }]);
    });

    it('tells controllers of one host apart', () => {
      const sources = ['https://ci.example', 'https://ci.example/B/'].map(
        baseUrl => createJenkinsPipelineSources([{ baseUrl }])[0]!.source.id,
      );
      expect(sources).toEqual(['jenkins:ci.example', 'jenkins:ci.example/B']);
    });

    it.each(['job 00', 'job 49', 'job 50', 'job 77'])(
      'misses none when %s is deleted between two pages',
      async deleted => {
        const names = Array.from(
          { length: 80 },
          (_, index) => `job ${String(index).padStart(2, '0')}`,
        );
        names.forEach(name => jenkins.add('', name));
        const { pipelines, nextCursor } = await create(jenkins).read();
        jenkins.delete('', deleted);
        const found = new Set([
          ...pipelines.map(({ definition }) => definition),
          ...(await definitions(create(jenkins), nextCursor)),
        ]);
        expect(
          names.filter(name => name !== deleted && !found.has(name)),
        ).toEqual([]);
      },
    );

    it.each(['', '[]', '[[["a"]]]'])(
      'refuses the cursor "%s"',
      async cursor => {
        await expect(create(jenkins).read(cursor)).rejects.toMatchObject({
          failure: 'unexpected',
        });
      },
    );

    it('is refused without credentials', async () => {
      const { baseUrl } = jenkins.options;
      const [{ source } = { source: undefined }] = createJenkinsPipelineSources(
        [{ baseUrl }],
      );
      await expect(source?.read()).rejects.toMatchObject({
        failure: 'forbidden',
      });
    });
  });
});
