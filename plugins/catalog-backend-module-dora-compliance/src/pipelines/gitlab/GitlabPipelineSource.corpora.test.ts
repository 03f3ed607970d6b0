import { readCorpusJson } from '@ict-assurance/corpora';
import { FakeGitlab } from './__testUtils__/FakeGitlab';
import { createGitlabPipelineSources } from './GitlabPipelineSource';

describe('a recorded project of GitLab', () => {
  let gitlab: FakeGitlab;

  beforeEach(async () => {
    gitlab = await FakeGitlab.start();
  });
  afterEach(() => gitlab.server.stop());

  it.each(['deployment', 'merge_request', 'pipeline', 'release'])(
    'of a %s is read',
    async event => {
      const recorded = readCorpusJson(
        `gitlab/testdata/webhooks/${event}.json`,
      ).project;
      gitlab.add(recorded.id, recorded);
      const [created] = createGitlabPipelineSources(
        [{ host: gitlab.host, group: 'bank' }],
        { config: gitlab.config },
      );
      const { pipelines } = await created!.source.read();
      expect(pipelines).toHaveLength(1);
      expect(pipelines[0]).toMatchObject({
        project: recorded.path_with_namespace,
        repository: recorded.web_url,
        canDeploy: false,
      });
    },
  );
});
