import * as make from '../__testUtils__/azureObjects';
import { commit } from '../__testUtils__/expectedSubjects';
import { readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a build of version 1.0', () => {
  it('is a run, without project and repository', () => {
    const resource = {
      id: 417043,
      url: `https://bank.visualstudio.com/${make.PROJECT}/_apis/build/Builds/417043`,
      startTime: '2021-11-23T11:42:55.3482039Z',
      finishTime: '2021-11-23T11:43:15.64782Z',
      reason: 'manual',
      status: 'stopped',
      sourceGetVersion: `LG:refs/heads/main:${make.sha(7)}`,
      definition: { id: 7, name: 'ledger' },
      requests: [{ id: 417043, requestedFor: make.person('Anna') }],
    };
    const url = `${make.BASE}/${make.PROJECT}/_build/results?buildId=417043`;
    expect(readEvent(sample.event('build.complete', resource))).toMatchObject([
      {
        type: 'pipeline-run-finished',
        subjects: [commit(7), { kind: 'pipeline-run', uri: url }],
        predicate: {
          pipeline: { name: 'ledger' },
          run: { id: '417043', url },
          outcome: 'cancelled',
          branch: 'main',
          commit: make.sha(7),
          triggeredBy: { login: 'anna@bank.example' },
          startedAt: '2021-11-23T11:42:55.348Z',
          finishedAt: '2021-11-23T11:43:15.647Z',
        },
      },
    ]);
    const changeset = { ...resource, sourceGetVersion: 'C18' };
    const [run] = readEvent(sample.event('build.complete', changeset));
    expect(run?.predicate).not.toHaveProperty('commit');
  });
});
