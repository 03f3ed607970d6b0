import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitSubject, ledger } from '../__testUtils__/expectedSubjects';
import {
  job,
  project,
  repository,
  sha,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import {
  answer,
  read,
  readTimes,
  timesOfDelivery,
} from '../__testUtils__/reading';

describe('build', () => {
  it('tells what executed it', () => {
    expect(read(job())).toEqual([
      {
        type: 'pipeline-task-finished',
        subjects: [
          ledger,
          commitSubject('c'),
          { kind: 'pipeline-run', uri: `${URL_OF_PROJECT}/-/pipelines/31` },
          { kind: 'pipeline-task', uri: `${URL_OF_PROJECT}/-/jobs/380` },
        ],
        predicate: {
          task: {
            id: '380',
            name: 'deploy:live',
            url: `${URL_OF_PROJECT}/-/jobs/380`,
          },
          run: { id: '31', url: `${URL_OF_PROJECT}/-/pipelines/31` },
          outcome: 'success',
          commit: sha('c'),
          runner: {
            name: 'vault-runner',
            labels: ['vault'],
            selfHosted: true,
          },
          startedAt: '2026-03-02T12:01:00.000Z',
          finishedAt: '2026-03-02T12:02:00.000Z',
        },
        observedAt: '2026-03-02T12:02:00.000Z',
        sourceId: 'gitlab',
      },
    ]);
  });

  it.each([
    ['gitlab.com', 'instance_type', false],
    ['gitlab.com', 'group_type', true],
    ['gitlab.bank.example', 'project_type', true],
    ['gitlab.bank.example', 'instance_type', undefined],
  ])('on %s, by a runner of %s: %s', (host, runnerType, selfHosted) => {
    const payload = job({
      project: project({ web_url: `https://${host}/bank/ledger` }),
    });
    payload.runner.runner_type = runnerType;
    const [statement] = read(payload) as Statement<'pipeline-task-finished'>[];
    expect(statement?.predicate.runner?.selfHosted).toBe(selfHosted);
  });

  it.each([
    [true, 'gitlab.com', false],
    [false, 'gitlab.com', true],
    [undefined, 'gitlab.com', undefined],
  ])(
    'by a runner of an older version, shared: %s',
    (shared, host, selfHosted) => {
      const payload = job({
        project: undefined,
        repository: {
          ...repository(),
          homepage: `https://${host}/bank/ledger`,
        },
        runner: { id: 5, is_shared: shared },
      });
      const [statement] = read(
        payload,
      ) as Statement<'pipeline-task-finished'>[];
      expect(statement?.predicate.runner).toEqual({
        name: '#5',
        labels: [],
        ...(selfHosted !== undefined && { selfHosted }),
      });
    },
  );

  it('of an older version tells its project as the repository alone', () => {
    const [statement] = read(job({ project: undefined }));
    expect(statement?.subjects[0]?.uri).toBe(URL_OF_PROJECT);
    expect(answer(job({ project: null, repository: null }))).toMatchObject({
      reason: expect.stringContaining('project '),
    });
  });

  it('may not tell its run, as in older versions', () => {
    const [statement] = read(job({ pipeline_id: undefined }));
    expect(statement?.subjects.map(({ kind }) => kind)).toEqual([
      'repository',
      'commit',
      'pipeline-task',
    ]);
    expect(statement?.predicate).not.toHaveProperty('run');
  });

  it('that never ran is none', () => {
    const never = { build_finished_at: null };
    expect(read(job({ ...never, build_status: 'skipped' }))).toEqual([]);
  });

  it('ended when that was told, if its end is not', () => {
    const payload = job({ build_finished_at: null, build_status: 'failed' });
    expect(readTimes(payload)).toEqual(
      timesOfDelivery('time of the end of a job is unknown'),
    );
  });

  it.each(['created', 'pending', 'running', 'manual', 'canceling'])(
    'that is %s is none',
    build_status => {
      expect(read(job({ build_status, build_finished_at: null }))).toEqual([]);
    },
  );
});
