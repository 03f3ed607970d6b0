import { readCorpusJson } from '@ict-assurance/corpora';
import { FakeJenkins } from './__testUtils__/FakeJenkins';
import { createJenkinsPipelineSources } from './JenkinsPipelineSource';

const create = ({ options }: FakeJenkins) =>
  createJenkinsPipelineSources([options])[0]!.source;

describe('JenkinsPipelineSource', () => {
  let jenkins: FakeJenkins;

  beforeEach(async () => {
    jenkins = await FakeJenkins.start();
  });
  afterEach(() => jenkins.server.stop());

  it('reads the recorded folders as they are', async () => {
    jenkins.answerFolder('', readCorpusJson('jenkins/jobsInRootFolder.json'));
    jenkins.answerFolder(
      'Test Folder',
      readCorpusJson('jenkins/jobsInJenkinsFolder.json'),
    );
    const first = await create(jenkins).read();
    expect(first.pipelines.map(item => [item.definition, item.url])).toEqual([
      ['Test Tool', 'http://localhost:32769/job/fish-test/'],
      [
        'Test MultiBranch Project',
        'http://localhost:32769/job/fish-multibranch/',
      ],
      ['Test Free Style', 'http://localhost:32769/job/fish-project/'],
      ['Test Workflow Job', 'http://localhost:32769/job/fish-workflow/'],
    ]);
    const second = await create(jenkins).read(first.nextCursor);
    expect(second).toEqual({
      pipelines: [
        {
          host: new URL(jenkins.server.url).host,
          project: 'jenkins',
          definition: 'Test Folder/Test Project',
          title: 'Test Folder/Test Project',
          url: 'http://localhost:8080/job/username',
          canDeploy: true,
          environments: [],
          runner: { kind: 'self-hosted' },
        },
      ],
    });
  });

  it('reads a recorded job with a recorded build', async () => {
    const job = readCorpusJson('jenkins/job-info.json');
    const lastBuild = readCorpusJson('jenkins/build-info-git-commit.json');
    jenkins.answerFolder('', { jobs: [{ ...job, lastBuild }] });
    const { pipelines } = await create(jenkins).read();
    expect(pipelines).toMatchObject([{ definition: 'fish', url: job.url }]);
    expect(pipelines[0]?.repository).toBeUndefined();
  });
});
