import { pipelineUrn } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as make from '../__testUtils__/azureObjects';
import {
  account,
  commit,
  ledger,
  run,
} from '../__testUtils__/expectedSubjects';
import { readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a build', () => {
  const pipeline = {
    kind: 'pipeline',
    uri: pipelineUrn({
      host: 'dev.azure.com',
      project: 'bank/payments',
      definition: '7',
    }),
  };

  it('that is complete is a run of the pipeline the catalog knows', () => {
    expect(readEvent(sample.buildEvent())).toEqual([
      {
        type: 'pipeline-run-finished',
        subjects: [ledger, commit(42), run, pipeline],
        predicate: {
          pipeline: { name: 'deploy ledger' },
          run: { id: '42', attempt: 1, url: run.uri },
          outcome: 'success',
          commit: make.sha(42),
          branch: 'main',
          trigger: 'individualCI',
          triggeredBy: account('Anna'),
          startedAt: '2026-03-01T09:00:05.500Z',
          finishedAt: '2026-03-02T10:10:00.690Z',
        },
        observedAt: '2026-03-02T10:10:00.690Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each([
    ['succeeded', 'success'],
    ['partiallySucceeded', 'other'],
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
    ['none', 'other'],
    [undefined, 'other'],
  ])('with the result %s', (result, outcome) => {
    expect(readEvent(sample.buildEvent({ result }))[0]).toMatchObject({
      predicate: { outcome },
    });
  });

  it.each([
    [{ type: 'TfsGit', name: 'ledger' }, ledger.uri],
    [{ type: 'GitHub', id: 'bank/ledger' }, 'https://github.com/bank/ledger'],
    [
      {
        type: 'GitHubEnterprise',
        url: 'https://x:y@git.bank.example/pay/ledger.git',
      },
      'https://git.bank.example/pay/ledger',
    ],
    [{ type: 'Git', url: 'ssh://git@git.bank.example/ledger' }, undefined],
    [
      { type: 'TfsVersionControl', url: 'https://dev.azure.com/bank/' },
      undefined,
    ],
    [undefined, undefined],
  ])('of the repository %j', (repository, uri) => {
    const [statement] = readEvent(sample.buildEvent({ repository }));
    expect(
      statement?.subjects.find(({ kind }) => kind === 'repository')?.uri,
    ).toBe(uri);
  });

  it('that is a changeset names no commit', () => {
    const [statement] = readEvent(sample.buildEvent({ sourceVersion: 'C18' }));
    expect(statement?.predicate).not.toHaveProperty('commit');
  });

  it('ended when its event was made, if its end is not told', () => {
    const [built] = readEvent(sample.buildEvent({ finishTime: undefined }));
    expect(built?.observedAt).toBe('2026-03-02T12:00:00.123Z');
  });

  it('may have an old page as its address, and neither end nor repository', () => {
    const resource = {
      id: 42,
      buildNumber: '20241202.1',
      status: 'completed',
      result: 'succeeded',
      url: `${make.BASE}/web/build.aspx?pcguid=e4&builduri=vstfs%3a%2f%2f%2fx`,
      definition: { id: 7, name: 'deploy ledger' },
      project: { id: make.PROJECT, name: 'payments' },
    };
    const event = sample.event('build.complete', resource, {
      resourceVersion: undefined,
    });
    const url = `${make.BASE}/${make.PROJECT}/_build/results?buildId=42`;
    expect(readEvent(event)).toEqual([
      {
        type: 'pipeline-run-finished',
        subjects: [
          { kind: 'pipeline-run', uri: url },
          { kind: 'pipeline', uri: 'urn:cicd:dev.azure.com:bank/payments:7' },
        ],
        predicate: {
          pipeline: { name: 'deploy ledger' },
          run: { id: '42', attempt: 1, url },
          outcome: 'success',
          finishedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each(['refs/pull/5/merge', 'refs/tags/v1', ''])(
    'of %s is of no branch',
    sourceBranch => {
      const [built] = readEvent(sample.buildEvent({ sourceBranch }));
      expect(built?.predicate).not.toHaveProperty('branch');
      const self = { refName: sourceBranch, version: make.sha(7) };
      const [other] = readEvent(
        sample.runEvent({ resources: { repositories: { self } } }),
      );
      expect(other?.predicate).not.toHaveProperty('branch');
    },
  );

  it('did not begin on the first day of the calendar', () => {
    const startTime = '0001-01-01T00:00:00';
    const [built] = readEvent(sample.buildEvent({ startTime }));
    expect(built?.predicate).not.toHaveProperty('startedAt');
  });
});
