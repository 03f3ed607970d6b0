import { HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';

const job = (change: object = {}) => {
  const payload = readPayload('workflow_job.completed.1.json');
  Object.assign(payload.workflow_job, change);
  return payload;
};

describe('workflow_job', () => {
  it('is a task of a run, with what executed it', () => {
    expect(readOne('workflow_job', job())).toMatchObject({
      type: 'pipeline-task-finished',
      observedAt: '2021-08-05T10:38:16.000Z',
      subjects: [
        { kind: 'repository' },
        { digest: 'gitCommit:3484a3fb816e0859fd6e1cea078d76385ff50625' },
        {
          kind: 'pipeline-run',
          uri: expect.stringMatching(/\/actions\/runs\/2202229078$/),
        },
        {
          kind: 'pipeline-task',
          uri: 'https://github.com/octo-org/octo-repo/runs/1291536064',
        },
      ],
      predicate: {
        task: { id: '289782451', name: 'linters' },
        run: { id: '2202229078', attempt: 1 },
        outcome: 'failure',
        runner: {
          name: 'GitHub Actions 5',
          group: 'GitHub Actions',
          labels: ['ubuntu-latest'],
          selfHosted: false,
        },
        startedAt: '2021-08-05T10:34:58.000Z',
        finishedAt: '2021-08-05T10:38:16.000Z',
      },
    });
  });

  const readRunner = (payload: unknown) => {
    const statement = readOne('workflow_job', payload);
    return statement.type === 'pipeline-task-finished'
      ? statement.predicate.runner
      : undefined;
  };

  it('tells a runner of the entity by its label', () => {
    expect(readRunner(documented['workflow_job.completed'])).toEqual({
      name: 'vault-7',
      group: 'Default',
      labels: ['self-hosted', 'linux'],
      selfHosted: true,
    });
  });

  it('does not guess whose a runner of a named group is', () => {
    expect(
      readRunner(job({ runner_group_name: 'builders', labels: ['big'] })),
    ).toEqual({ name: 'GitHub Actions 5', group: 'builders', labels: ['big'] });
  });

  it('may have met no runner and have no start', () => {
    const statement = readOne(
      'workflow_job',
      job({
        conclusion: 'skipped',
        runner_name: null,
        runner_group_name: null,
        started_at: null,
        run_attempt: null,
        labels: [],
      }),
    );
    expect(statement.predicate).toMatchObject({ outcome: 'skipped' });
    expect(statement.predicate).not.toHaveProperty('runner');
    expect(statement.predicate).not.toHaveProperty('startedAt');
  });

  it.each([
    ['timed_out', 'failure'],
    ['startup_failure', 'failure'],
    ['neutral', 'other'],
    ['action_required', 'other'],
    ['stale', 'other'],
    [null, 'other'],
  ])('concluded %s is %s', (conclusion, outcome) => {
    expect(
      readOne('workflow_job', job({ conclusion })).predicate,
    ).toMatchObject({ outcome });
  });

  it.each(['queued', 'waiting', 'in_progress'])('is no end: %s', action => {
    expect(read('workflow_job', { ...job(), action })).toEqual([]);
  });

  it('without an end is over when it was told', () => {
    expect(readOne('workflow_job', job({ completed_at: null }))).toMatchObject({
      observedAt: HAPPENED_AT,
      predicate: { finishedAt: HAPPENED_AT },
    });
  });

  it('is rejected with an end that is none', () => {
    expect(
      normalise('workflow_job', job({ completed_at: 'soon' })),
    ).toMatchObject({
      reason: expect.stringContaining('workflow_job.completed_at'),
    });
  });

  it('names a server of its own', () => {
    expect(readOne('workflow_job', onEnterprise(job())).subjects).toMatchObject(
      [
        { uri: expect.stringMatching(/^https:\/\/github\.bank\.example\//) },
        { kind: 'commit' },
        { uri: expect.stringMatching(/^https:\/\/github\.bank\.example\//) },
        { uri: expect.stringMatching(/^https:\/\/github\.bank\.example\//) },
      ],
    );
  });
});
