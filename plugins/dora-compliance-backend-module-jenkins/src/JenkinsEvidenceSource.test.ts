import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { notification } from './__testUtils__/notification';
import { readCorpus } from './__testUtils__/corpus';
import { createJenkinsEvidenceSource } from './JenkinsEvidenceSource';

const create = () =>
  createJenkinsEvidenceSource({
    webhookTokens: ['old', 'new'],
    baseUrls: ['http://localhost:32769/jenkins'],
    multibranchProjects: [],
    deployments: [
      { job: 'fish', environment: 'pond', production: false },
      { job: 'payments/*', environment: 'live', production: true },
      {
        job: 'Test Workflow',
        stage: 'Deploy*',
        environment: 'live',
        production: true,
      },
    ],
  });

const withHeader =
  (name: string, value: string) =>
  ({ headers, body }: Delivery): Delivery => ({
    headers: { ...headers, [name]: value },
    body,
  });

const basic = (password: string) =>
  `Basic ${Buffer.from(`jenkins:${password}`).toString('base64')}`;

const corpus = readCorpus();
const message = {
  headers: {},
  body: new TextEncoder().encode(JSON.stringify(notification())),
};

evidenceSourceContract('Jenkins', {
  create,
  deliveries: [
    message,
    ...corpus.filter(({ file }) => /^(build-info|workflow)/.test(file)),
  ],
  signs: [
    withHeader('authorization', 'Bearer old'),
    withHeader('authorization', 'bearer new'),
    withHeader('x-jenkins-token', 'new'),
    withHeader('authorization', basic('old')),
  ],
  forge: withHeader('authorization', basic('guessed')),
  proves: 'sender',
});

describe('the sender of a delivery', () => {
  it.each([
    ['authorization', 'Bearer guessed', 'token-invalid'],
    ['x-jenkins-token', 'guessed', 'token-invalid'],
    ['authorization', basic(''), 'token-missing'],
    ['authorization', 'Bearer ', 'token-missing'],
    ['authorization', 'Digest old', 'token-missing'],
  ])('is refused with %s: %s', (name, value, code) => {
    expect(create().authenticate(withHeader(name, value)(message))).toEqual({
      outcome: 'refused',
      code,
    });
  });

  it('is refused when no token is configured', () => {
    const source = createJenkinsEvidenceSource({
      webhookTokens: [],
      baseUrls: [],
      multibranchProjects: [],
      deployments: [],
    });
    const delivery = withHeader('x-jenkins-token', '')(message);
    expect(source.authenticate(delivery).outcome).toBe('refused');
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
        "jenkins: 0 of the configured controllers have the path of /job/cd/1/": [
          "07_rest_api_runs_in_progress.json",
          "08_rest_api_unstable_run.json",
        ],
        "jenkins: 0 of the configured controllers have the path of /job/cd/2/": [
          "03_rest_api_runs_checkpoint_rerun.json",
        ],
        "jenkins: 0 of the configured controllers have the path of /job/cd/3/": [
          "04_rest_api_runs_failed.json",
        ],
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
        "jenkins: stages.0.id is missing; stages.1.id is missing; stages.2.id is missing": [
          "01_rest_api_jobHistory.json",
          "02_rest_api_jobHistory.json",
          "03_rest_api_runs.json",
        ],
      }
    `);
  });
});
