import { stageView } from '../__testUtils__/builds';
import {
  answer,
  BUILD,
  built,
  job,
  read,
  rule,
  createScope,
  stagesThat,
  TARGET,
  listTypes,
} from '../__testUtils__/collectedParts';

describe('the stages of a run', () => {
  it('are tasks once they are over', () => {
    const run = answer(`${BUILD}/wfapi/describe`, stageView());
    const { statements } = read('stages', [job, built(), run]);
    expect(listTypes(statements)).toEqual([
      'pipeline-task-finished',
      'pipeline-task-finished',
    ]);
    expect(statements[0]).toMatchObject({
      subjects: [
        { kind: 'pipeline-run' },
        { kind: 'pipeline', uri: TARGET },
        {
          kind: 'pipeline-task',
          uri: 'https://ci.example/jenkins/job/Pay%20out/16/execution/node/5/',
        },
      ],
      predicate: {
        task: { id: '5', name: 'Build' },
        run: { id: '16', attempt: 1 },
        outcome: 'success',
        startedAt: '2026-01-01T10:00:00.000Z',
        finishedAt: '2026-01-01T10:00:05.000Z',
      },
    });
  });

  it.each([
    ['SUCCESS', 'service-deployed'],
    ['UNSTABLE', 'service-deployed'],
    ['FAILED', 'deployment-failed'],
    ['ABORTED', 'deployment-failed'],
    ['IN_PROGRESS', undefined],
    ['PAUSED_PENDING_INPUT', undefined],
    ['NOT_EXECUTED', undefined],
  ])('that deploy and end as %s are %s', (status, type) => {
    const { statements } = read(
      'stages',
      [job, built(), stagesThat(status)],
      createScope(rule('live', 'Deploy*'), rule('other', 'Elsewhere')),
    );
    const found = statements.filter(it => it.type !== 'pipeline-task-finished');
    expect(found.map(it => it.type)).toEqual(type ? [type] : []);
  });
});
