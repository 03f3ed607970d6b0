import {
  readCorpus,
  readRecorded,
  recordedText,
} from './__testUtils__/recordings.corpora';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { parseJobXml } from './collect/parseJobXml';
import { createJenkinsEvidenceSource } from './JenkinsEvidenceSource';
import { readBuildJson } from './normalise/BuildJson';
import { readBuild } from './normalise/readBuild';
import { ComputersJson, JobJson } from './normalise/Settings';
import { gives } from './gives';

const scope = {
  baseUrls: ['http://localhost:32769/jenkins'],
  multibranchProjects: [],
  deployments: [
    { job: 'fish', environment: 'pond', production: false },
    {
      job: 'Test Workflow',
      stage: 'Deploy*',
      environment: 'live',
      production: true,
    },
  ],
};

const create = () =>
  createJenkinsEvidenceSource({ webhookTokens: ['old', 'new'], ...scope });

const corpus = readCorpus();

evidenceSourceContract('Jenkins, with recorded answers,', {
  create,
  gives,
  examples: [],
  deliveries: corpus.filter(({ file }) => /^(build-info|workflow)/.test(file)),
  signs: ['old', 'new'].map(token => ({ headers, body }) => ({
    headers: { ...headers, 'x-jenkins-token': token },
    body,
  })),
  forge: ({ headers, body }) => ({
    headers: { ...headers, 'x-jenkins-token': 'guessed' },
    body,
  }),
  proves: 'sender',
});

describe('a recorded build', () => {
  it('is a run that ended after its duration', () => {
    const { data, flaws } = readBuildJson(readRecorded('build-info.json'));
    expect(flaws).toEqual([]);
    expect(readBuild(data, scope).statements[0]).toMatchObject({
      subjects: [
        { uri: 'http://localhost:32769/job/fish/10/' },
        { uri: 'urn:cicd:localhost%3A32769:jenkins:fish' },
      ],
      predicate: {
        outcome: 'success',
        trigger: 'Started by user anonymous',
        startedAt: '2016-04-19T18:51:32.486Z',
        finishedAt: '2016-04-19T18:52:33.236Z',
      },
    });
  });
});

describe('recorded settings', () => {
  it('are in the shapes that are read', () => {
    expect(JobJson.parse(readRecorded('job-info.json')).name).toBe('fish');
    expect(
      ComputersJson.parse(readRecorded('computer.json')).computer[1],
    ).toMatchObject({ displayName: 'alpine-i686', offline: true });
  });

  it.each([
    [
      'pipeline.xml',
      {
        kind: 'flow-definition',
        definition: 'org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition',
        triggers: [],
      },
    ],
    ['freestyle-project.xml', { kind: 'project', triggers: [] }],
  ])('are read from %s', (file, configuration) => {
    expect(parseJobXml(recordedText(file))).toEqual(configuration);
  });
});

describe('the recorded answers of Jenkins', () => {
  const source = create();
  const outcomes = corpus.map(({ file, ...delivery }) => ({
    file: file.replace(/^.*\//, ''),
    answer: source.normalise(delivery),
  }));

  it('that are a build or runs are understood', () => {
    const understood = outcomes.flatMap(({ file, answer }) =>
      answer.outcome === 'normalised'
        ? [`${file}: ${answer.statements.map(({ type }) => type).join(', ')}`]
        : [],
    );
    expect(understood).toMatchInlineSnapshot(`
      [
        "build-info-empty-and-null-params.json: pipeline-run-finished, service-deployed",
        "build-info-git-commit.json: pipeline-run-finished, service-deployed",
        "build-info-no-params.json: pipeline-run-finished, service-deployed",
        "build-info.json: pipeline-run-finished, service-deployed",
        "runHistory.json: pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, service-deployed",
        "05_rest_api_runs.json: ",
        "06_rest_api_runs.json: pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished, pipeline-task-finished",
        "workflow.json: pipeline-task-finished, pipeline-task-finished",
      ]
    `);
  });

  it('that say nothing of a build are rejected with the reason', () => {
    const reasons: Record<string, string[]> = {};
    for (const { file, answer } of outcomes) {
      if (answer.outcome === 'rejected') {
        (reasons[answer.reason] ??= []).push(file);
      }
    }
    expect(reasons).toMatchInlineSnapshot(`
      {
        "jenkins: payload is neither a build, nor a message of the Notification plugin, nor runs of the stage view": [
          "api-token.json",
          "computer.json",
          "job-info.json",
          "jobsInJenkinsFolder.json",
          "jobsInRootFolder.json",
          "overall-load.json",
          "pipeline-node.json",
          "pipelineNodeLog.json",
          "plugins.json",
          "queue.json",
          "queueItemCancelled.json",
          "queueItemEmptyParameterValue.json",
          "queueItemMissingTaskUrl.json",
          "queueItemMultipleParameters.json",
          "queueItemNullTaskName.json",
          "queueItemPending.json",
          "queueItemRunning.json",
          ".csscomb.json",
          "01_run_changeset_post_model.json",
          "01_run_changeset_pre_model.json",
          "checkpoint_resumed_stage_description.json",
          "01_expected_modelData.json",
          "01_expected_modelData_small_groups.json",
          "02_expected_modelData.json",
          "03_expected_modelData.json",
          "05_expected_modelData.json",
          "06_expected_modelData.json",
          "input-model-01.json",
          "input-model-02.json",
          "user.json",
        ],
        "jenkins: run 0: _links.self.href has no host, and 0 of the controllers in doraCompliance.jenkins.controllers have the path of /job/cd/1/": [
          "07_rest_api_runs_in_progress.json",
          "08_rest_api_unstable_run.json",
        ],
        "jenkins: run 0: _links.self.href has no host, and 0 of the controllers in doraCompliance.jenkins.controllers have the path of /job/cd/2/; run 1: _links.self.href has no host, and 0 of the controllers in doraCompliance.jenkins.controllers have the path of /job/cd/1/": [
          "03_rest_api_runs_checkpoint_rerun.json",
        ],
        "jenkins: run 0: _links.self.href has no host, and 0 of the controllers in doraCompliance.jenkins.controllers have the path of /job/cd/3/; run 1: _links.self.href has no host, and 0 of the controllers in doraCompliance.jenkins.controllers have the path of /job/cd/1/": [
          "04_rest_api_runs_failed.json",
        ],
        "jenkins: run 0: _links.self.href is no address of a run; run 1: _links.self.href is no address of a run; run 2: _links.self.href is no address of a run": [
          "01_rest_api_jobHistory.json",
          "02_rest_api_jobHistory.json",
          "03_rest_api_runs.json",
        ],
      }
    `);
  });
});
