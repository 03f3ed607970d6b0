import * as make from '../__testUtils__/azureObjects';
import { commit, ledger, run } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('an event of a run', () => {
  it('is of the same run as its build', () => {
    const [statement] = readEvent(sample.runEvent());
    expect(statement).toMatchObject({
      type: 'pipeline-run-finished',
      subjects: [ledger, commit(42), run],
      predicate: { outcome: 'failure', commit: make.sha(42) },
      observedAt: '2026-03-02T10:10:00.000Z',
    });
    expect(readEvent(sample.runEvent({ state: 'inProgress' }))).toEqual([]);
  });

  it('takes commit and branch from the resources of the run', () => {
    const self = { refName: 'refs/heads/main', version: make.sha(77) };
    expect(
      readEvent(sample.runEvent({ resources: { repositories: { self } } }))[0],
    ).toMatchObject({ predicate: { commit: make.sha(77), branch: 'main' } });
  });

  it('may have the number of the run in its page alone', () => {
    const event = sample.runEvent({ id: undefined }) as any;
    delete event.resource.run.pipeline.url;
    expect(readEvent(event)).toEqual(readEvent(sample.runEvent()));
  });

  it('may have the pipeline beside the run', () => {
    const event = sample.runEvent({ pipeline: undefined }) as any;
    expect(readEvent(event)).toEqual(readEvent(sample.runEvent()));
    delete event.resource.pipeline;
    expect(normaliseEvent(event)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('resource.run.pipeline is missing'),
    });
  });
});

describe('the parts of a run', () => {
  it('are jobs, each of its own', () => {
    const [job] = readEvent(sample.jobEvent());
    expect(job).toMatchObject({
      type: 'pipeline-task-finished',
      subjects: [
        ledger,
        {},
        run,
        { uri: `${run.uri}&view=logs&j=12f1170f-54f2-53f3-20dd-22fc7dff55f9` },
      ],
      predicate: {
        task: {
          id: '42/12f1170f-54f2-53f3-20dd-22fc7dff55f9',
          name: 'Compile',
        },
        run: { id: '42', url: run.uri },
        outcome: 'success',
        startedAt: '2026-03-02T10:01:00.776Z',
        finishedAt: '2026-03-02T10:02:00.776Z',
      },
    });
    expect(readEvent(sample.jobEvent({ state: 'running' }))).toEqual([]);
  });

  it('are stages, which end when their event is made', () => {
    const [stage] = readEvent(sample.stageEvent());
    expect(stage).toMatchObject({
      type: 'pipeline-task-finished',
      subjects: [
        ledger,
        run,
        { uri: `${run.uri}&view=logs&s=96ac2280-8cb4-5df5-99de-dd2da759617d` },
      ],
      predicate: {
        task: { name: 'deploy' },
        finishedAt: '2026-03-02T12:00:00.123Z',
      },
    });
    expect(stage?.predicate).not.toHaveProperty('commit');
    expect(readEvent(sample.stageEvent({ state: 'waiting' }))).toEqual([]);
  });

  it('may be a job whose run has no address', () => {
    const event = sample.jobEvent({
      _links: {
        web: { href: `${make.BASE}/payments/_build/results?buildId=42` },
      },
    }) as any;
    event.resource.run = { ...event.resource.run, _links: null, url: null };
    expect(readEvent(event)[0]?.subjects).toContainEqual({
      kind: 'pipeline',
      uri: 'urn:cicd:dev.azure.com:bank/payments:7',
    });
  });
});
