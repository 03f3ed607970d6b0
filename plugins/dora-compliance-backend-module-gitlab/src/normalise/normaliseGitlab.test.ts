import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readRecorded } from '../__testUtils__/corpus';
import { normaliseGitlab } from './normaliseGitlab';

/* eslint-disable @typescript-eslint/no-explicit-any */
type Payload = any;

const scope = { productionEnvironments: ['live'], protectedBranches: ['rc'] };
const sha = (digit: string) => digit.repeat(40);

function answer(payload: Payload, headers: Record<string, string> = {}) {
  return normaliseGitlab(
    { headers, body: new TextEncoder().encode(JSON.stringify(payload)) },
    scope,
  );
}

function read(payload: Payload, headers?: Record<string, string>) {
  const found = answer(payload, headers);
  if (found.outcome === 'rejected') {
    throw new Error(found.reason);
  }
  return found.statements;
}

/** A recorded payload, changed. */
function recorded(file: string, change: (payload: Payload) => void = () => {}) {
  const payload = readRecorded(file);
  change(payload);
  return payload;
}

/** Headers of a delivery that tells when it was sent. */
const sent = { 'webhook-timestamp': '1640995200' };
const SENT_AT = '2022-01-01T00:00:00.000Z';

const type = ([statement]: Statement[]) => statement?.type;

describe('merge_request', () => {
  const change = (attributes: Payload, rest: Payload = {}) =>
    recorded('webhooks/service_merge_request.json', payload => {
      Object.assign(payload, rest);
      Object.assign(payload.object_attributes, attributes);
    });

  it('that was merged', () => {
    const merge = { action: 'merge', state: 'merged', author_id: 2 };
    expect(read(change({ ...merge, merge_commit_sha: sha('f') }))).toEqual([
      {
        type: 'change-merged',
        subjects: [
          { kind: 'repository', uri: 'http://10.40.8.5:3200/test/woodpecker' },
          {
            kind: 'change',
            uri: 'http://10.40.8.5:3200/test/woodpecker/-/merge_requests/2',
          },
          {
            kind: 'commit',
            digest: 'gitCommit:0ab96a10266b95b4b533dcfd98738015fbe70889',
          },
          { kind: 'commit', digest: `gitCommit:${sha('f')}` },
        ],
        predicate: {
          change: {
            number: '2',
            title: 'Update client.go 🎉',
            url: 'http://10.40.8.5:3200/test/woodpecker/-/merge_requests/2',
          },
          author: {
            system: '10.40.8.5:3200',
            login: 'test',
            id: '2',
            kind: 'unknown',
          },
          mergedBy: {
            system: '10.40.8.5:3200',
            login: 'test',
            id: '2',
            kind: 'unknown',
          },
          mergedAt: '2021-09-27T05:01:21.000Z',
          headCommit: '0ab96a10266b95b4b533dcfd98738015fbe70889',
          mergeCommit: sha('f'),
          targetBranch: 'master',
        },
        observedAt: '2021-09-27T05:01:21.000Z',
        sourceId: 'gitlab',
      },
    ]);
  });

  it('that was merged without a merge commit', () => {
    const [statement] = read(change({ action: 'merge' }));
    expect(statement?.predicate).toMatchObject({
      mergeCommit: '0ab96a10266b95b4b533dcfd98738015fbe70889',
    });
    expect(statement?.subjects).toHaveLength(3);
  });

  it('names its author by number where nobody else has it', () => {
    const merge = { action: 'merge', author_id: 9 };
    const authorOf = (rest: Payload) =>
      (read(change(merge, rest))[0] as Statement<'change-merged'>).predicate
        .author;
    expect(authorOf({})).toEqual({
      system: '10.40.8.5:3200',
      id: '9',
      kind: 'unknown',
    });
    const reviewers = [{ id: 9, username: 'ann' }];
    expect(authorOf({ reviewers })).toMatchObject({ login: 'ann', id: '9' });
  });

  it.each([
    ['approved', 'approved'],
    ['approval', 'approved'],
    ['unapproved', 'dismissed'],
    ['unapproval', 'dismissed'],
  ])('%s is a review: %s', (action, decision) => {
    expect(read(change({ action }))).toMatchObject([
      {
        type: 'change-reviewed',
        predicate: {
          reviewId: '2/2/0ab96a10266b95b4b533dcfd98738015fbe70889',
          reviewer: { login: 'test' },
          decision,
          commit: '0ab96a10266b95b4b533dcfd98738015fbe70889',
          submittedAt: '2021-09-27T05:01:21.000Z',
        },
      },
    ]);
  });

  it('is not reviewed by whoever pushed when approvals are reset', () => {
    const reset = { system: true, system_action: 'approvals_reset_on_push' };
    expect(read(change({ action: 'unapproved', ...reset }))).toEqual([]);
  });

  it.each(['approved', 'unapproved'])(
    'is %s when that was sent, if it was not updated',
    action => {
      const payload = change({ action }, { changes: {} });
      expect(read(payload, sent)).toMatchObject([
        { observedAt: SENT_AT, predicate: { submittedAt: SENT_AT } },
      ]);
      expect(answer(payload)).toMatchObject({ statements: [] });
      const updated = change({ action });
      expect(read(updated, sent)[0]?.observedAt).toBe(
        '2021-09-27T05:01:21.000Z',
      );
    },
  );

  it.each(['ghost', 'ghost1'])(
    'reviewed by %s is by nobody known',
    username => {
      const user = { id: 1243277, username, name: 'Ghost User' };
      const [statement] = read(change({ action: 'approved' }, { user }));
      const { reviewer, reviewId } =
        statement?.predicate as Statement<'change-reviewed'>['predicate'];
      expect(reviewer).toEqual({
        system: '10.40.8.5:3200',
        name: 'ghost',
        kind: 'unknown',
      });
      expect(reviewId).toMatch(/^2\/ghost\//);
    },
  );

  it.each(['open', 'update'])('without commits brings none by %s', action => {
    expect(answer(change({ action, last_commit: null }))).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });

  it.each(['merge', 'approved', 'unapproved'])(
    'is not said to be %s without its commit',
    action => {
      expect(answer(change({ action, last_commit: null }))).toEqual({
        outcome: 'normalised',
        statements: [],
        flaws: [expect.stringContaining('last_commit')],
      });
    },
  );

  it('is not said to be approved in time when it was afterwards', () => {
    const late = { action: 'approved', state: 'merged' };
    expect(answer(change(late))).toMatchObject({
      statements: [],
      flaws: [expect.stringContaining('actioned_at')],
    });
    expect(read(change(late), sent)[0]?.observedAt).toBe(SENT_AT);
    const told = { ...late, actioned_at: '2021-10-01 00:00:00 UTC' };
    expect(read(change(told))[0]?.observedAt).toBe('2021-10-01T00:00:00.000Z');
  });

  it.each([
    [{ action: 'open', oldrev: undefined }, 'change-updated'],
    [{ action: 'reopen', oldrev: undefined }, undefined],
    [{ action: 'update' }, 'change-updated'],
    [{ action: 'update', oldrev: undefined }, undefined],
    [{ action: 'close' }, undefined],
    [{ action: 'something new' }, undefined],
  ])('with %j is %s', (attributes, expected) => {
    expect(type(read(change(attributes)))).toBe(expected);
  });
});

describe('push', () => {
  const push = (change: (payload: Payload) => void = () => {}) =>
    recorded('webhooks/push.json', change);

  it('tells who pushed what', () => {
    const payload = push(event => {
      event.commits[1].message =
        'fixed readme\n\nCo-authored-by: Ann <7-ann@users.noreply.example.com>\nco-authored-by: Bob <bob@bank.example>\n';
    });
    expect(answer(payload)).toMatchObject({
      flaws: ['commits lists 2 of 4'],
      statements: [
        {
          type: 'commits-pushed',
          observedAt: '2012-01-03T21:36:29.000Z',
          predicate: {
            branch: 'master',
            before: '95790bf891e76fee5e1747ab589903a6a1f80f22',
            forced: false,
            pushedBy: { login: 'jsmith', id: '4' },
            commits: [
              { author: { email: 'jordi@softcatala.org' }, coAuthors: [] },
              {
                title: 'fixed readme',
                coAuthors: [
                  { name: 'Ann', email: '7-ann@users.noreply.example.com' },
                  { email: 'bob@bank.example' },
                ],
              },
            ],
          },
        },
      ],
    });
  });

  it('knows the accounts behind the addresses GitLab gives', () => {
    const payload = push(event => {
      event.commits[0].author.email = '7-ann@users.noreply.example.com';
    });
    expect(read(payload)).toMatchObject([
      { predicate: { commits: [{ author: { login: 'ann', id: '7' } }, {}] } },
    ]);
  });

  it.each([
    ['refs/heads/master', 'commits-pushed'],
    ['refs/heads/rc', 'commits-pushed'],
    ['refs/heads/feature', undefined],
    ['refs/tags/master', undefined],
  ])('to %s is %s', (ref, expected) => {
    expect(
      type(
        read(
          push(event => {
            event.ref = ref;
          }),
        ),
      ),
    ).toBe(expected);
  });

  it('that removed a branch is none', () => {
    const payload = push(event => {
      event.after = sha('0');
    });
    expect(read(payload)).toEqual([]);
  });

  const moveBack = push(event => {
    event.commits = [];
    event.total_commits_count = 0;
  });

  it('that moved a branch back tells so, at the time it was sent', () => {
    const headers = { 'webhook-timestamp': '1600000000' };
    expect(read(moveBack, headers)).toMatchObject([
      {
        observedAt: '2020-09-13T12:26:40.000Z',
        predicate: { forced: true, commits: [] },
      },
    ]);
  });

  it('of which no time is told is rejected', () => {
    expect(answer(moveBack)).toEqual({
      outcome: 'rejected',
      reason:
        'event: commits is empty, and no webhook-timestamp tells when it was pushed',
    });
  });

  it('has the time of its last commit, whenever it was sent', () => {
    const headers = { 'webhook-timestamp': '1300000000' };
    for (const given of [headers, sent]) {
      expect(read(push(), given)[0]?.observedAt).toBe(
        '2012-01-03T21:36:29.000Z',
      );
    }
  });

  it('that made a branch has nothing before it', () => {
    const payload = push(event => {
      event.before = sha('0');
    });
    const [statement] = read(payload);
    expect(statement?.predicate).not.toHaveProperty('before');
  });
});

describe('pipeline', () => {
  const run = (attributes: Payload = {}, rest: Payload = {}) =>
    recorded('webhooks/pipeline.json', payload => {
      Object.assign(payload, rest);
      Object.assign(payload.object_attributes, attributes);
    });

  it('names its pipeline as discovery does', () => {
    expect(read(run({ source: 'push' }))).toEqual([
      {
        type: 'pipeline-run-finished',
        subjects: [
          {
            kind: 'repository',
            uri: 'http://192.168.64.1:3005/gitlab-org/gitlab-test',
          },
          {
            kind: 'commit',
            digest: 'gitCommit:bcbb5ec396a2c0f828686f14fac9b80b780504f2',
          },
          {
            kind: 'pipeline-run',
            uri: 'http://192.168.64.1:3005/gitlab-org/gitlab-test/-/pipelines/31',
          },
          {
            kind: 'pipeline',
            uri: 'urn:cicd:192.168.64.1%3A3005:gitlab-org/gitlab-test:.gitlab-ci.yml',
          },
        ],
        predicate: {
          pipeline: { name: 'gitlab-org/gitlab-test', path: '.gitlab-ci.yml' },
          run: {
            id: '31',
            attempt: 1,
            url: 'http://192.168.64.1:3005/gitlab-org/gitlab-test/-/pipelines/31',
          },
          outcome: 'success',
          commit: 'bcbb5ec396a2c0f828686f14fac9b80b780504f2',
          branch: 'master',
          trigger: 'push',
          triggeredBy: {
            system: '192.168.64.1:3005',
            login: 'user1',
            id: '42',
            kind: 'unknown',
          },
          finishedAt: '2016-08-12T15:26:29.000Z',
        },
        observedAt: '2016-08-12T15:26:29.000Z',
        sourceId: 'gitlab',
      },
    ]);
  });

  it('says no branch for merge requests, where hook and API differ', () => {
    const [statement] = read(run());
    expect(statement?.predicate).not.toHaveProperty('branch');
  });

  it('of a tag is of no branch, even one of the same name', () => {
    const source = { source: 'push', ref: 'master' };
    const [ofTag] = read(run({ ...source, tag: true }));
    expect(ofTag?.predicate).not.toHaveProperty('branch');
    const [ofBranch] = read(run({ ...source, tag: false }));
    expect(ofBranch?.predicate).toMatchObject({ branch: 'master' });
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
    const payload = run();
    payload.project.ci_config_path = 'ci/main.yml@bank/ci';
    expect(read(payload)[0]?.subjects[3]?.uri).toContain(
      ':ci/main.yml%40bank/ci',
    );
  });

  it.each([
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
    ['skipped', 'skipped'],
    ['running', undefined],
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
    expect(statement?.observedAt).toBe('2016-08-12T15:23:28.000Z');
    expect(answer(run({ finished_at: null }))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('finished_at'),
    });
  });

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
  ])('was triggered by %s, a %s', (username, kind) => {
    expect(read(run({}, { user: { id: 1, username } }))).toMatchObject([
      { predicate: { triggeredBy: { login: username, kind } } },
    ]);
  });
});

describe('build', () => {
  const job = (fields: Payload = {}) =>
    recorded('webhooks/job.json', payload => Object.assign(payload, fields));

  it('tells what executed it', () => {
    expect(read(job())).toMatchObject([
      {
        type: 'pipeline-task-finished',
        observedAt: '2023-01-10T13:50:54.000Z',
        predicate: {
          task: {
            name: 'auto_deploy:start',
            url: 'https://gitlab.com/jsmithy2/release-tools-fake/-/jobs/3580121225',
          },
          run: {
            id: '743121198',
            url: 'https://gitlab.com/jsmithy2/release-tools-fake/-/pipelines/743121198',
          },
          outcome: 'success',
          runner: {
            name: '4-blue.shared.runners-manager.gitlab.com/default',
            labels: ['linux', 'docker'],
            selfHosted: false,
          },
        },
      },
    ]);
  });

  it.each([
    ['gitlab.com', 'instance_type', false],
    ['gitlab.com', 'group_type', true],
    ['gitlab.bank.example', 'project_type', true],
    ['gitlab.bank.example', 'instance_type', undefined],
  ])('on %s, by a runner of %s: %s', (host, runnerType, selfHosted) => {
    const payload = job();
    payload.repository.homepage = `https://${host}/bank/ledger`;
    payload.runner.runner_type = runnerType;
    const [statement] = read(payload) as Statement<'pipeline-task-finished'>[];
    expect(statement?.predicate.runner?.selfHosted).toBe(selfHosted);
  });

  it('may not tell its run, as in older versions', () => {
    const payload = job();
    delete payload.pipeline_id;
    const [statement] = read(payload);
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
    expect(answer(job({ ...never, build_status: 'failed' }))).toMatchObject({
      reason: 'event: build_finished_at is missing',
    });
  });
});

describe('deployment', () => {
  const deploy = (fields: Payload = {}) =>
    recorded('webhooks/deployment.json', payload =>
      Object.assign(payload, fields),
    );

  it('tells what was deployed where', () => {
    expect(read(deploy())).toMatchObject([
      {
        type: 'service-deployed',
        observedAt: '2021-04-28T19:50:00.000Z',
        subjects: [
          { kind: 'repository' },
          {
            kind: 'commit',
            digest: 'gitCommit:279484c09fbe69ededfced8c1bb6e6d24616b468',
          },
          {
            kind: 'deployment',
            uri: 'http://10.126.0.2:3000/api/v4/projects/30/deployments/15',
          },
          { kind: 'environment' },
        ],
        predicate: {
          deployment: {
            id: '15',
            url: 'http://10.126.0.2:3000/root/test-deployment-webhooks/-/jobs/796',
            ref: '1.0.0',
            environment: { name: 'staging', production: false },
            deployer: { login: 'user1' },
          },
        },
      },
    ]);
  });

  it.each([
    ['running', 'deployment-requested'],
    ['blocked', 'deployment-requested'],
    ['failed', 'deployment-failed'],
    ['canceled', 'deployment-failed'],
    ['created', undefined],
  ])('that is %s is %s', (status, expected) => {
    expect(type(read(deploy({ status })))).toBe(expected);
  });

  it.each([
    ['staging', 'production', true],
    ['production/eu', undefined, true],
    ['live', 'other', true],
    ['product', 'staging', false],
  ])('to %s of tier %s is to production: %s', (environment, tier, expected) => {
    const fields = { environment, environment_tier: tier };
    expect(read(deploy(fields))).toMatchObject([
      { predicate: { deployment: { environment: { production: expected } } } },
    ]);
  });

  it('without a commit says none', () => {
    const [statement] = read(
      deploy({ commit_url: null, deployable_url: null, user: null }),
    ) as Statement<'service-deployed'>[];
    expect(statement?.predicate.deployment).toEqual({
      id: '15',
      url: 'http://10.126.0.2:3000/root/test-deployment-webhooks/-/environments',
      ref: '1.0.0',
      environment: { name: 'staging', production: false },
    });
  });

  describe('of an older version', () => {
    const older = (fields: Payload = {}) => {
      const { deployment_id, status_changed_at, ...rest } = deploy(fields);
      return rest;
    };

    it('goes by the address of its job, and the time it was sent', () => {
      const [statement] = read(older(), sent);
      expect(statement).toMatchObject({
        observedAt: SENT_AT,
        predicate: {
          deployedAt: SENT_AT,
          deployment: {
            id: 'http://10.126.0.2:3000/root/test-deployment-webhooks/-/jobs/796',
          },
        },
      });
      expect(statement?.subjects.map(({ kind }) => kind)).toEqual([
        'repository',
        'commit',
        'environment',
      ]);
    });

    it('without a job goes by where and when it was', () => {
      const payload = older({ deployable_id: null, deployable_url: null });
      expect(read(payload, sent)).toMatchObject([
        { predicate: { deployment: { id: `staging@${SENT_AT}` } } },
      ]);
    });

    it('is rejected when nothing tells its time', () => {
      expect(answer(older())).toMatchObject({
        reason: expect.stringContaining('status_changed_at'),
      });
    });
  });

  it('is found below a path, too', () => {
    const payload = deploy();
    payload.project.web_url = 'https://bank.example/git/root/Ledger';
    payload.project.path_with_namespace = 'root/ledger';
    expect(read(payload)[0]?.subjects[2]?.uri).toBe(
      'https://bank.example/git/api/v4/projects/30/deployments/15',
    );
  });
});

describe('release', () => {
  it('is published when it is created', () => {
    const file = 'webhooks/release.json';
    expect(read(recorded(file))).toMatchObject([
      {
        type: 'artifact-published',
        predicate: {
          release: { tag: '1.0.0' },
          target: '2626dbdb936782b5c54816b1c6d45b1279303c6d',
          publishedAt: '2021-02-25T21:23:34.000Z',
          artifacts: [
            { name: 'Changelog', url: 'https://example.net/changelog' },
          ],
        },
      },
    ]);
    expect(
      read(
        recorded(file, payload => {
          payload.action = 'update';
        }),
      ),
    ).toEqual([]);
  });
});

describe('a release that comes out later', () => {
  it('is known from when it was made', () => {
    const payload = recorded('webhooks/release.json', release => {
      release.created_at = '2020-11-02 12:55:12 UTC';
      release.released_at = '2030-11-02 12:55:12 UTC';
    });
    expect(read(payload)).toMatchObject([
      {
        observedAt: '2020-11-02T12:55:12.000Z',
        predicate: { publishedAt: '2030-11-02T12:55:12.000Z' },
      },
    ]);
    delete payload.created_at;
    expect(read(payload)[0]?.observedAt).toBe('2030-11-02T12:55:12.000Z');
  });
});

describe('a change of settings', () => {
  const headers = { 'x-gitlab-instance': 'https://gitlab.bank.example/' };

  it('tells whose access to a project changed', () => {
    const payload = recorded('systemhooks/user_update_for_team.json');
    expect(read(payload, headers)).toEqual([
      {
        type: 'settings-changed',
        subjects: [
          {
            kind: 'repository',
            uri: 'https://gitlab.bank.example/jsmith/storecloud',
          },
        ],
        predicate: {
          setting: 'member',
          action: 'edited',
          name: 'jsmith/storecloud',
          member: {
            system: 'gitlab.bank.example',
            login: 'johnsmith',
            id: '41',
            kind: 'unknown',
          },
          role: 'Maintainer',
          fields: [],
          changedAt: '2012-07-21T07:38:22.000Z',
        },
        observedAt: '2012-07-21T07:38:22.000Z',
        sourceId: 'gitlab',
      },
    ]);
  });

  it('tells whose access to a group changed', () => {
    expect(read(recorded('webhooks/member.json'), headers)).toMatchObject([
      {
        subjects: [
          {
            kind: 'organization',
            uri: 'https://gitlab.bank.example/api/v4/groups/100',
          },
        ],
        predicate: { action: 'added', name: 'webhook-test', role: 'Guest' },
      },
    ]);
  });

  it('dates a removal from when it was told', () => {
    const payload = recorded('systemhooks/user_remove_from_group.json');
    const dated = { ...headers, 'webhook-timestamp': '1600000000' };
    expect(read(payload, dated)[0]?.observedAt).toBe(
      '2020-09-13T12:26:40.000Z',
    );
  });

  it('tells both names of a project that was moved', () => {
    const payload = recorded('systemhooks/project_transfer.json');
    expect(read(payload, headers)).toMatchObject([
      {
        subjects: [
          { uri: 'https://gitlab.bank.example/scores/underscore' },
          { uri: 'https://gitlab.bank.example/jsmith/overscore' },
        ],
        predicate: {
          setting: 'repository',
          action: 'edited',
          fields: ['namespace'],
        },
      },
    ]);
  });

  it('is rejected when its project has an address that is none', () => {
    const payload = recorded('systemhooks/user_add_to_team.json', event => {
      event.project_path_with_namespace = 'jsmith/store\0cloud';
    });
    expect(answer(payload, headers)).toMatchObject({
      reason: expect.stringContaining('project_path_with_namespace'),
    });
  });

  it('is rejected when nothing tells the GitLab it is from', () => {
    expect(answer(recorded('systemhooks/user_add_to_team.json'))).toMatchObject(
      { reason: expect.stringContaining('X-Gitlab-Instance') },
    );
  });

  it.each(['user_access_request_to_group', 'user_access_request_to_project'])(
    'is not %s, which asks for one',
    name => {
      const payload = recorded('webhooks/member.json', event => {
        event.event_name = name;
      });
      expect(read(payload)).toEqual([]);
    },
  );
});

describe('vulnerability', () => {
  const found = (attributes: Payload = {}) => ({
    object_kind: 'vulnerability',
    object_attributes: {
      url: 'https://example.com/flightjs/Flight/-/security/vulnerabilities/1',
      title: 'REXML DoS vulnerability',
      state: 'confirmed',
      project_id: 50,
      severity: 'high',
      identifiers: [{ name: 'CVE-2024-41123', external_type: 'cve' }],
      report_type: 'dependency_scanning',
      dismissed_at: null,
      dismissed_by_id: null,
      resolved_by_id: null,
      created_at: '2025-01-08T00:46:14.413Z',
      updated_at: '2025-01-09T00:46:14.413Z',
      ...attributes,
    },
  });

  it('is a finding of its project', () => {
    expect(read(found())).toMatchObject([
      {
        type: 'security-finding-changed',
        observedAt: '2025-01-09T00:46:14.000Z',
        subjects: [
          { kind: 'repository', uri: 'https://example.com/flightjs/Flight' },
          { kind: 'finding' },
        ],
        predicate: {
          tool: { name: 'dependency_scanning' },
          kind: 'dependency',
          finding: { id: '1', rule: 'CVE-2024-41123' },
          severity: 'high',
          state: 'open',
        },
      },
    ]);
  });

  it.each([
    [{ state: 'resolved', resolved_by_id: 4 }, 'fixed', '4'],
    [{ state: 'dismissed', dismissed_by_id: 5 }, 'dismissed', '5'],
    [{ state: 'confirmed', confirmed_by_id: 6 }, 'open', '6'],
    [{ state: 'detected', confirmed_by_id: 6 }, 'open', undefined],
  ])('with %j is %s', (attributes, state, by) => {
    const [statement] = read(
      found(attributes),
    ) as Statement<'security-finding-changed'>[];
    expect(statement?.predicate.state).toBe(state);
    expect(statement?.predicate.changedBy?.id).toBe(by);
  });

  it.each([
    ['confirmed', '2025-01-08T01:00:00.000Z'],
    ['dismissed', '2025-01-08T02:00:00.000Z'],
    ['resolved', '2025-01-08T03:00:00.000Z'],
    ['detected', '2025-01-09T00:46:14.000Z'],
  ])('is %s since then, not since its last update', (state, changedAt) => {
    const moments = {
      confirmed_at: '2025-01-08T01:00:00.000Z',
      dismissed_at: '2025-01-08T02:00:00.000Z',
      resolved_at: '2025-01-08T03:00:00.000Z',
    };
    expect(read(found({ state, ...moments }))).toMatchObject([
      { observedAt: changedAt, predicate: { changedAt } },
    ]);
  });

  it.each([
    ['sast', 'code'],
    ['secret_detection', 'secret'],
    ['container_scanning', 'container'],
    ['dast', 'other'],
  ])('reported by %s is of %s', (reportType, kind) => {
    expect(read(found({ report_type: reportType }))).toMatchObject([
      { predicate: { kind } },
    ]);
  });

  it.each([
    ['info', 'low'],
    ['critical', 'critical'],
    ['unheard of', 'unknown'],
  ])('of severity %s is %s', (severity, expected) => {
    expect(read(found({ severity }))).toMatchObject([
      { predicate: { severity: expected } },
    ]);
  });
});

describe('an event', () => {
  it('that names no kind is rejected', () => {
    expect(answer({ hello: 1 }, { 'x-gitlab-event': 'Some Hook' })).toEqual({
      outcome: 'rejected',
      reason: 'Some Hook: neither object_kind nor event_name is there',
    });
  });

  it('names the field that is wrong', () => {
    const payload = recorded('webhooks/push.json', event => {
      event.total_commits_count = 'x';
    });
    expect(answer(payload)).toMatchObject({
      reason: expect.stringContaining('total_commits_count '),
    });
  });
});
