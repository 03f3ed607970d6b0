import {
  corpusFiles,
  readCorpus,
  readRecordedPush,
  recordedBody,
} from '../__testUtils__/recordings.corpora';
import { readEvent } from '../__testUtils__/readEvent';
import { releaseApprovalEvent } from '../__testUtils__/sampleEvents';

const scope = { productionEnvironments: ['env1'], protectedBranches: [] };

const read = (event: unknown) => readEvent(event, scope);

describe('recorded events', () => {
  it('are all understood', () => {
    const files = corpusFiles('service-hook-samples');
    expect(
      files.map(file => [
        file.split('/')[1],
        read(readCorpus(file)).map(({ type }) => type),
      ]),
    ).toEqual([
      ['approval-completed.json', ['deployment-reviewed']],
      ['approval-pending.json', []],
      ['stage-state-changed.json', ['pipeline-task-finished']],
    ]);
  });

  it('report a push', () => {
    expect(read(readRecordedPush())).toMatchObject([
      {
        subjects: [
          {
            kind: 'repository',
            uri: 'https://dev.azure.com/alexander0053/alex-test/_git/alex-test',
          },
          {},
        ],
        predicate: {
          branch: 'master',
          after: '298a79aa1552799a70718a0ee914d153d5a1a76b',
        },
      },
    ]);
  });

  it('report a stage', () => {
    const file = 'service-hook-samples/stage-state-changed.json';
    expect(read(readCorpus(file))).toMatchObject([
      {
        subjects: [
          {
            uri: 'https://dev.azure.com/fabrikamfiber/fabrikamfiber-viva/_git/fabrikamfiber',
          },
          {
            kind: 'pipeline-run',
            uri: 'https://codedev.ms/org/00000000-0000-0000-0000-000000000000/_build/results?buildId=2',
          },
          { kind: 'pipeline-task' },
        ],
        predicate: {
          task: { name: '__default' },
          finishedAt: '2019-12-13T06:10:10.186Z',
        },
      },
    ]);
  });

  it('report an approval', () => {
    const file = 'service-hook-samples/approval-completed.json';
    const zero = '00000000-0000-0000-0000-000000000000';
    expect(read(readCorpus(file))).toMatchObject([
      {
        subjects: [
          {
            uri: `https://dev.azure.com/fabfiber/${zero}/_build/results?buildId=2`,
          },
          { uri: `https://dev.azure.com/fabfiber/${zero}/_environments/1` },
        ],
        predicate: {
          environment: { name: 'env1', production: true },
          decision: 'approved',
          reviewer: { id: expect.stringContaining('f8482ec0') },
          run: { id: '2' },
        },
      },
    ]);
  });

  it('report the approval of a release as the API does', () => {
    const file = corpusFiles('release/7.1/httpExamples/approvals').find(name =>
      name.includes('PATCH__'),
    )!;
    expect(read(releaseApprovalEvent(recordedBody(file)))[0]).toMatchObject({
      predicate: {
        decision: 'approved',
        reviewer: { name: expect.any(String) },
      },
    });
  });

  it('report deployments as the API lists them', () => {
    const files = corpusFiles('release/7.1/httpExamples/deployments');
    const deployments = files.flatMap(file => recordedBody(file).value);
    expect(deployments.length).toBeGreaterThanOrEqual(18);
    const types = deployments.map(deployment => {
      const event = {
        eventType: 'ms.vss-release.deployment-completed-event',
        createdDate: '2026-03-02T12:00:00Z',
        resource: { deployment },
      };
      const [statement] = read(event);
      return [deployment.deploymentStatus, statement?.type];
    });
    expect(new Set(types.map(pair => pair.join(' ')))).toEqual(
      new Set(['notDeployed deployment-failed', 'succeeded service-deployed']),
    );
  });
});
