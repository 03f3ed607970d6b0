import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  annHere,
  commitSubject,
  ledger,
} from '../__testUtils__/expectedSubjects';
import {
  pipeline as run,
  project,
  sha,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import { read, readTimes, timesOfDelivery } from '../__testUtils__/reading';

const FINISHED_AT = '2026-03-02T12:03:00.000Z';

describe('pipeline', () => {
  it('names its pipeline as discovery does', () => {
    expect(read(run())).toEqual([
      {
        type: 'pipeline-run-finished',
        subjects: [
          ledger,
          commitSubject('c'),
          { kind: 'pipeline-run', uri: `${URL_OF_PROJECT}/-/pipelines/31` },
          {
            kind: 'pipeline',
            uri: 'urn:cicd:gitlab.bank.example:bank/ledger:.gitlab-ci.yml',
          },
        ],
        predicate: {
          pipeline: { name: 'bank/ledger', path: '.gitlab-ci.yml' },
          run: {
            id: '31',
            attempt: 1,
            url: `${URL_OF_PROJECT}/-/pipelines/31`,
          },
          outcome: 'success',
          commit: sha('c'),
          branch: 'main',
          trigger: 'push',
          triggeredBy: annHere,
          finishedAt: FINISHED_AT,
        },
        observedAt: FINISHED_AT,
        sourceId: 'gitlab',
      },
    ]);
  });

  it('on a port is named with it', () => {
    const web_url = 'http://192.168.64.1:3005/bank/ledger';
    const [statement] = read(run({}, { project: project({ web_url }) }));
    expect(statement?.subjects[3]?.uri).toBe(
      'urn:cicd:192.168.64.1%3A3005:bank/ledger:.gitlab-ci.yml',
    );
  });

  it('says no branch for merge requests, where hook and API differ', () => {
    const [statement] = read(run({ source: 'merge_request_event' }));
    expect(statement?.predicate).not.toHaveProperty('branch');
  });

  it('says no branch for the children of those, either', () => {
    const source = 'parent_pipeline';
    const [hook] = read(run({ source }, { merge_request: { iid: 7 } }));
    expect(hook?.predicate).not.toHaveProperty('branch');
    const [api] = read(run({ source, ref: 'refs/merge-requests/7/head' }));
    expect(api?.predicate).not.toHaveProperty('branch');
    const [child] = read(run({ source }));
    expect(child?.predicate).toMatchObject({ branch: 'main' });
  });

  it('of a tag is of no branch, even one of the same name', () => {
    const [ofTag] = read(run({ tag: true }));
    expect(ofTag?.predicate).not.toHaveProperty('branch');
    const [ofBranch] = read(run({ tag: false }));
    expect(ofBranch?.predicate).toMatchObject({ branch: 'main' });
  });

  it('that another one started is not the one of the project', () => {
    const [child] = read(run({ source: 'parent_pipeline' }));
    expect(child?.subjects.map(({ kind }) => kind)).toEqual([
      'repository',
      'commit',
      'pipeline-run',
    ]);
    expect(child?.predicate).not.toHaveProperty('pipeline.path');
    expect(read(run({ source: 'pipeline' }))[0]?.subjects).toHaveLength(4);
  });

  it('is that of the file the project names', () => {
    const ci = project({ ci_config_path: 'ci/main.yml@bank/ci' });
    expect(read(run({}, { project: ci }))[0]?.subjects[3]?.uri).toContain(
      ':ci/main.yml%40bank/ci',
    );
  });

  it.each([
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
    ['skipped', 'skipped'],
    ['running', undefined],
    ['canceling', undefined],
    ['manual', undefined],
  ])('that is %s has the outcome %s', (status, outcome) => {
    const [statement] = read(run({ status }));
    expect(
      statement && 'outcome' in statement.predicate
        ? statement.predicate.outcome
        : undefined,
    ).toBe(outcome);
  });

  it('ends where it was made when it was skipped', () => {
    const [statement] = read(run({ status: 'skipped', finished_at: null }));
    expect(statement?.observedAt).toBe('2026-03-02T12:00:00.000Z');
  });

  it('ended when that was told, if its end is not', () => {
    const payload = run({ status: 'failed', finished_at: null });
    expect(readTimes(payload)).toEqual(timesOfDelivery('finished_at'));
  });
});

describe('who started a pipeline', () => {
  it.each([
    ['project_12_bot_4ffca233d8298ea1', 'bot'],
    ['group_3_bot', 'bot'],
    ['service_account_33', 'bot'],
    ['gitlab_security_policy_project_42_bot_6f1a2b', 'bot'],
    ['GitLab-Security-Bot', 'bot'],
    ['gitlab-llm-bot', 'bot'],
    ['support-bot1', 'bot'],
    ['GitLabDuo2', 'bot'],
    ['ghostwriter', 'unknown'],
    ['robot', 'unknown'],
    ['ann-support-bot', 'unknown'],
  ])('may be %s, a %s', (username, kind) => {
    expect(read(run({}, { user: { id: 1, username } }))).toMatchObject([
      { predicate: { triggeredBy: { login: username, kind } } },
    ]);
  });

  it.each(['schedule', 'pipeline_execution_policy_schedule'])(
    'is nobody by %s: its owner does nothing at that time',
    source => {
      const [statement] = read(run({ source })) as [
        Statement<'pipeline-run-finished'>,
      ];
      expect(statement.predicate).not.toHaveProperty('triggeredBy');
      expect(statement.predicate.trigger).toBe(source);
    },
  );

  it.each(['web', 'trigger', 'api', 'pipeline', 'merge_request_event'])(
    'is the account of the event by %s',
    source => {
      expect(read(run({ source }))).toMatchObject([
        { predicate: { triggeredBy: { login: 'ann' } } },
      ]);
    },
  );
});
