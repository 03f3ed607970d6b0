import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  annHere,
  bobHere,
  commitSubject,
  ledger,
} from '../__testUtils__/expectedSubjects';
import {
  bob,
  deployment as deploy,
  type Payload,
  project,
  sha,
  URL_OF_PROJECT,
} from '../__testUtils__/payloads';
import {
  answer,
  read,
  sent,
  SENT_AT,
  readTimes,
  timesOfDelivery,
  listTypes,
} from '../__testUtils__/reading';

describe('deployment', () => {
  it('tells what was deployed where', () => {
    expect(read(deploy())).toEqual([
      {
        type: 'service-deployed',
        subjects: [
          ledger,
          commitSubject('c'),
          {
            kind: 'deployment',
            uri: 'https://gitlab.bank.example/api/v4/projects/30/deployments/15',
          },
          {
            kind: 'environment',
            uri: `${URL_OF_PROJECT}/-/environments?search=staging`,
          },
        ],
        predicate: {
          deployment: {
            id: '15',
            url: `${URL_OF_PROJECT}/-/jobs/380`,
            commit: sha('c'),
            ref: 'v1.0.0',
            environment: {
              name: 'staging',
              production: false,
              classified: true,
            },
            deployer: annHere,
          },
          deployedAt: '2026-03-02T12:02:00.000Z',
        },
        observedAt: '2026-03-02T12:02:00.000Z',
        sourceId: 'gitlab',
      },
    ]);
  });

  it.each([
    ['running', ['deployment-requested']],
    ['blocked', ['deployment-requested']],
    ['failed', ['deployment-failed']],
    ['canceled', ['deployment-failed']],
    ['created', []],
    ['skipped', []],
  ])('that is %s is %j', (status, expected) => {
    expect(listTypes(read(deploy({ status })))).toEqual(expected);
  });

  it.each([
    ['blue', 'staging', true],
    ['green', 'other', true],
    ['green', undefined, true],
    ['blue', 'other', undefined],
    ['blue', undefined, undefined],
  ])('to %s of tier %s is classified: %s', (environment, tier, expected) => {
    const fields = { environment, environment_tier: tier };
    const [told] = read(deploy(fields)) as Statement<'service-deployed'>[];
    expect(told?.predicate.deployment.environment.classified).toBe(expected);
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

  it.each(['approved', 'rejected'])('that was %s tells by whom', status => {
    const approval = {
      id: 4,
      status,
      comment: 'as planned',
      created_at: '2026-03-02T11:58:00.573Z',
      approval_rule: { id: 3, required_approvals: 1 },
    };
    expect(read(deploy({ status, approver: bob, approval }))).toEqual([
      {
        type: 'deployment-reviewed',
        subjects: [ledger, commitSubject('c')],
        predicate: {
          environment: { name: 'staging', production: false, classified: true },
          decision: status,
          reviewer: bobHere,
          comment: 'as planned',
          commit: sha('c'),
          decidedAt: '2026-03-02T11:58:00.000Z',
        },
        observedAt: '2026-03-02T11:58:00.000Z',
        sourceId: 'gitlab',
      },
    ]);
  });

  it('that was approved by somebody who is not told', () => {
    const [statement] = read(deploy({ status: 'approved', commit_url: null }));
    expect(statement?.predicate).toEqual({
      environment: { name: 'staging', production: false, classified: true },
      decision: 'approved',
      decidedAt: '2026-03-02T12:02:00.000Z',
    });
  });

  it('of a status that is not known is a flaw', () => {
    expect(answer(deploy({ status: 'paused' }))).toEqual({
      outcome: 'normalised',
      statements: [],
      flaws: ['status paused was not read'],
    });
  });

  it('without a commit says none', () => {
    const [statement] = read(
      deploy({ commit_url: null, deployable_url: null, user: null }),
    ) as Statement<'service-deployed'>[];
    expect(statement?.predicate.deployment).toEqual({
      id: '15',
      url: `${URL_OF_PROJECT}/-/environments`,
      ref: 'v1.0.0',
      environment: { name: 'staging', production: false, classified: true },
    });
  });

  it('is found below a path, too', () => {
    const below = project({
      web_url: 'https://bank.example/git/root/Ledger',
      path_with_namespace: 'root/ledger',
    });
    expect(read(deploy({ project: below }))[0]?.subjects[2]?.uri).toBe(
      'https://bank.example/git/api/v4/projects/30/deployments/15',
    );
  });
});

describe('a deployment of an older version', () => {
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
        deployment: { id: `${URL_OF_PROJECT}/-/jobs/380` },
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
    expect(readTimes(older())).toEqual(
      timesOfDelivery('time of the deployment is unknown'),
    );
  });
});
