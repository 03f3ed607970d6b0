import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  computersWithoutLabels,
  freestyleBuild,
  freestyleJob,
  STARTED,
  stageView,
} from '../__testUtils__/builds';
import type { JenkinsScope } from './JenkinsScope';
import { readCollectedPart } from './readCollected';

const TARGET = 'urn:cicd:ci.example:jenkins:Pay%20out';
const BUILD = '/job/Pay%20out/16';

const rule = (environment: string, stage?: string) => ({
  job: 'Pay out',
  ...(stage && { stage }),
  environment,
  production: environment === 'live',
});

const scopeOf = (
  ...deployments: JenkinsScope['deployments']
): JenkinsScope => ({
  baseUrls: [],
  multibranchProjects: [],
  deployments,
});

const answer = (path: string, body: unknown, status = 200) => ({
  request: `GET ${path}`,
  status,
  body,
});

function read(
  part: string,
  answers: CollectedDocument['answers'],
  scope = scopeOf(),
  problem?: string,
) {
  return readCollectedPart(
    {
      part,
      target: TARGET,
      targetKind: 'pipeline',
      collectedAt: '2026-11-25T12:00:00.000Z' as Instant,
      complete: !problem,
      ...(problem && { problem }),
      answers,
    },
    scope,
  );
}

const job = answer('/job/Pay%20out/api/json?tree=x', {
  name: 'Pay out',
  url: 'https://ci.example/jenkins/job/Pay%20out/',
});

const built = (actions: unknown[] = [], result = 'SUCCESS') =>
  answer(`${BUILD}/api/json?tree=x`, {
    _class: 'org.jenkinsci.plugins.workflow.job.WorkflowRun',
    number: 16,
    url: 'https://ci.example/jenkins/job/Pay%20out/16/',
    building: false,
    result,
    timestamp: STARTED,
    duration: 60_000,
    actions,
  });

/** The run, with its last stage ended as told. */
function stagesThat(status: string) {
  const run = stageView();
  Object.assign(run.stages[2]!, {
    status,
    durationMillis: 20_000,
    pauseDurationMillis: 5_000,
  });
  return answer(`${BUILD}/wfapi/describe`, run);
}

/** A stage with an input that was decided after its start. */
function inputIn(id: string, status: string, after: number) {
  const stage = stageView().stages.find(item => item.id === id);
  const step = {
    ...stage,
    id: `${id}1`,
    name: 'Wait for interactive input',
    status,
    durationMillis: after,
  };
  return answer(`${BUILD}/execution/node/${id}/wfapi/describe`, {
    ...stage,
    stageFlowNodes: [
      { ...step, id: `${id}0`, name: 'Shell Script', status: 'SUCCESS' },
      step,
    ],
  });
}

const approver = (userId: string) => ({
  _class: 'org.jenkinsci.plugins.workflow.support.steps.input.ApproverAction',
  userId,
});

const typesOf = (statements: readonly Statement[]) =>
  statements.map(({ type }) => type);

const reviewsIn = (statements: readonly Statement[]) =>
  statements.filter(({ type }) => type === 'deployment-reviewed');

describe('the stages of a run', () => {
  it('are tasks once they are over', () => {
    const run = answer(`${BUILD}/wfapi/describe`, stageView());
    const { statements } = read('stages', [job, built(), run]);
    expect(typesOf(statements)).toEqual([
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
      scopeOf(rule('live', 'Deploy*'), rule('other', 'Elsewhere')),
    );
    const found = statements.filter(it => it.type !== 'pipeline-task-finished');
    expect(found.map(it => it.type)).toEqual(type ? [type] : []);
  });
});

describe('an input', () => {
  const scope = scopeOf(
    rule('test', 'Build'),
    rule('live', 'Deploy'),
    rule('all'),
  );

  it('is approved by the account the build names, when the step ended', () => {
    const { statements, flaws } = read(
      'stages',
      [
        job,
        built([approver('mia')]),
        stagesThat('SUCCESS'),
        inputIn('10', 'SUCCESS', 3_000),
      ],
      scope,
    );
    expect(flaws).toEqual([]);
    expect(reviewsIn(statements)).toMatchObject([
      {
        predicate: {
          environment: { name: 'live', production: true },
          decision: 'approved',
          reviewer: { system: 'ci.example', login: 'mia' },
          run: { id: '16' },
          decidedAt: '2026-01-01T10:00:13.000Z',
        },
      },
    ]);
  });

  it('counts for the deployment that comes next', () => {
    const { statements } = read(
      'stages',
      [
        job,
        built([approver('mia')]),
        stagesThat('SUCCESS'),
        inputIn('8', 'SUCCESS', 1_000),
      ],
      scope,
    );
    expect(reviewsIn(statements)).toMatchObject([
      { predicate: { environment: { name: 'live' } } },
    ]);
  });

  it('counts for the whole build where that is what deploys', () => {
    const { statements } = read(
      'stages',
      [
        job,
        built([approver('mia')]),
        stagesThat('SUCCESS'),
        inputIn('8', 'SUCCESS', 1_000),
      ],
      scopeOf(rule('all')),
    );
    expect(reviewsIn(statements)).toMatchObject([
      { predicate: { environment: { name: 'all' } } },
    ]);
  });

  it('names approvers in the order of the decisions', () => {
    const { statements } = read(
      'stages',
      [
        job,
        built([approver('first'), approver('second')]),
        stagesThat('SUCCESS'),
        inputIn('10', 'SUCCESS', 3_000),
        inputIn('8', 'SUCCESS', 1_000),
      ],
      scope,
    );
    expect(
      reviewsIn(statements).map(({ predicate }) => predicate),
    ).toMatchObject([
      { reviewer: { login: 'first' }, decidedAt: '2026-01-01T10:00:06.000Z' },
      { reviewer: { login: 'second' }, decidedAt: '2026-01-01T10:00:13.000Z' },
    ]);
  });

  it.each([0, 2])('has no reviewer when %i are named for one', count => {
    const { statements, flaws } = read(
      'stages',
      [
        job,
        built(Array.from({ length: count }, () => approver('mia'))),
        stagesThat('SUCCESS'),
        inputIn('10', 'SUCCESS', 3_000),
      ],
      scope,
    );
    const [review] = reviewsIn(statements);
    expect(review?.predicate).toMatchObject({ decision: 'approved' });
    expect(review?.predicate).not.toHaveProperty('reviewer');
    expect(flaws).toEqual([
      expect.stringContaining(`names ${count} approvers for 1 inputs`),
    ]);
  });

  it('of a stage within a stage is one, and of the inner one', () => {
    const inner = inputIn('10', 'SUCCESS', 3_000);
    const outer = inputIn('8', 'SUCCESS', 1_000);
    outer.body = {
      ...(outer.body as object),
      stageFlowNodes: (inner.body as any).stageFlowNodes,
    };
    const { statements, flaws } = read(
      'stages',
      [job, built([approver('mia')]), stagesThat('SUCCESS'), outer, inner],
      scopeOf(rule('outer', 'Test'), rule('live', 'Deploy')),
    );
    expect(flaws).toEqual([]);
    expect(reviewsIn(statements)).toMatchObject([
      { predicate: { environment: { name: 'live' } } },
    ]);
  });

  it('is rejected where the build says by whom and when', () => {
    const interrupted = {
      _class: 'jenkins.model.InterruptedBuildAction',
      causes: [
        {
          _class:
            'org.jenkinsci.plugins.workflow.support.steps.input.Rejection',
          shortDescription: 'Rejected by Eve',
          timestamp: STARTED + 13_000,
          user: { id: 'eve', fullName: 'Eve' },
        },
      ],
    };
    const { statements } = read(
      'stages',
      [
        job,
        built([interrupted], 'ABORTED'),
        stagesThat('ABORTED'),
        inputIn('10', 'ABORTED', 3_000),
      ],
      scope,
    );
    expect(reviewsIn(statements)).toMatchObject([
      {
        predicate: {
          environment: { name: 'live' },
          decision: 'rejected',
          reviewer: { login: 'eve', name: 'Eve' },
          decidedAt: '2026-01-01T10:00:13.000Z',
        },
      },
    ]);
  });

  it('is not rejected because the build was stopped', () => {
    const { statements } = read(
      'stages',
      [
        job,
        built([], 'ABORTED'),
        stagesThat('ABORTED'),
        inputIn('10', 'ABORTED', 3_000),
      ],
      scope,
    );
    expect(reviewsIn(statements)).toEqual([]);
  });

  it('is not judged when a stage was not read', () => {
    const { statements } = read(
      'stages',
      [
        job,
        built([approver('mia')]),
        stagesThat('SUCCESS'),
        inputIn('10', 'SUCCESS', 3_000),
        answer(`${BUILD}/execution/node/8/wfapi/describe`, null, 500),
      ],
      scope,
      'Jenkins answered 500',
    );
    expect(reviewsIn(statements)).toEqual([]);
    expect(typesOf(statements)).toContain('service-deployed');
  });
});

describe('a setting', () => {
  const asked = answer(
    '/job/x/api/json?tree=x',
    freestyleJob({
      labelExpression: 'linux && docker',
      upstreamProjects: [{ name: 'b', fullName: 'bank/b' }],
    }),
  );

  const configured = (body: object) =>
    answer('/job/Pay%20out/config.xml', { triggers: [], ...body });
  const refused = answer('/job/Pay%20out/config.xml', null, 403);
  const scm = 'org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition';

  it('of the definition is what the job and its configuration tell', () => {
    const { statements } = read(
      'pipeline-definition',
      [
        asked,
        configured({
          kind: 'flow-definition',
          definition: scm,
          scriptPath: 'ci/Jenkinsfile',
          triggers: [
            { type: 'hudson.triggers.TimerTrigger', spec: 'H 2 * * *' },
            { type: 'com.cloudbees.jenkins.GitHubPushTrigger' },
          ],
        }),
      ],
      scopeOf(rule('live', 'Deploy'), rule('live')),
    );
    expect(statements).toMatchObject([
      {
        type: 'pipeline-definition-observed',
        subjects: [{ kind: 'pipeline', uri: TARGET }],
        predicate: {
          complete: false,
          problem:
            'Jenkins does not tell which libraries the script of a job loads',
          pipeline: { name: 'Pay out', path: 'ci/Jenkinsfile' },
          triggers: [
            'upstream: bank/b',
            'TimerTrigger: H 2 * * *',
            'GitHubPushTrigger',
          ],
          runners: ['linux && docker'],
          environments: ['live'],
        },
      },
    ]);
  });

  it.each([
    [refused, /may not read the configuration of jobs \(Job\/ExtendedRead\)/],
    [
      configured({ kind: 'a', definition: scm.replace('Scm', '') }),
      /stands in Jenkins, in no repository/,
    ],
  ])('of the definition says what it misses', (configuration, problem) => {
    const { statements } = read('pipeline-definition', [asked, configuration]);
    expect(statements).toMatchObject([
      {
        predicate: {
          complete: false,
          problem: expect.stringMatching(problem),
          triggers: ['upstream: bank/b'],
        },
      },
    ]);
  });

  it.each([
    [{ days: 30 }, { complete: true, days: 30 }],
    [{ builds: 20 }, { complete: true, runs: 20 }],
    [
      { days: 30, builds: 20 },
      { complete: true, days: 30, runs: 20 },
    ],
    [
      {},
      {
        complete: false,
        problem: expect.stringContaining('neither days nor a number'),
      },
    ],
  ])('of retention by the rule %j', (discarder, predicate) => {
    const { statements } = read('log-retention', [
      asked,
      configured({ kind: 'project', discarder }),
    ]);
    expect(statements).toMatchObject([{ predicate }]);
  });

  const discards = [{ _class: 'jenkins.model.BuildDiscarderProperty' }];
  const other = [{ _class: 'x.Other' }, null];
  const multibranch = { _class: 'x.WorkflowMultiBranchProject' };
  const bare = configured({ kind: 'project' });

  it.each([
    [{ property: discards }, refused, 'after how long is not known'],
    [{ property: other }, refused, 'no rule of its own'],
    [{ property: other }, bare, 'no rule of its own'],
    [multibranch, bare, 'Each branch has a rule of its own'],
  ])('of retention without a rule: %j', (fields, configuration, problem) => {
    const body = freestyleJob(fields);
    const { statements } = read('log-retention', [
      answer('/x', body),
      configuration,
    ]);
    expect(statements).toMatchObject([
      {
        type: 'log-retention-observed',
        predicate: {
          complete: false,
          problem: expect.stringContaining(problem),
        },
      },
    ]);
  });

  it('of machines without labels is incomplete, and says so', () => {
    const computers = answer('/computer', computersWithoutLabels());
    const { statements } = read('runners', [computers]);
    const [observed] = statements as Statement<'runners-observed'>[];
    expect(observed?.predicate).toMatchObject({
      complete: false,
      problem: 'Jenkins does not tell the labels of master',
    });
    expect(observed?.predicate.runners.slice(0, 2)).toEqual([
      { id: 'master', name: 'master', labels: [], online: true, shared: true },
      {
        id: 'linux-1',
        name: 'linux-1',
        labels: [],
        online: false,
        shared: true,
      },
    ]);
  });

  it.each(['pipeline-definition', 'log-retention', 'runners'])(
    'that was not read keeps the reason: %s',
    part => {
      const answers = [answer('/x', null, 403)];
      const { statements } = read(part, answers, scopeOf(), 'answered 403');
      expect(statements).toMatchObject([
        { predicate: { complete: false, problem: 'answered 403' } },
      ]);
    },
  );
});

describe('a list of builds', () => {
  const bodies = {
    builds: (builds: unknown[]) => ({ builds }),
    allBuilds: (allBuilds: unknown[]) => ({ allBuilds }),
    'jobs.1.builds': (builds: unknown[]) => ({ jobs: [{}, { builds }] }),
  };
  const build = (number: number) =>
    freestyleBuild({ number, url: `https://ci.example/job/a/${number}/` });

  it.each(Object.entries(bodies))(
    'in %s loses none of its builds to a bad one, and names it',
    (place, listing) => {
      const list = [
        build(9),
        { ...build(8), timestamp: 'yesterday' },
        null,
        { ...build(6), url: '/job/a/6/' },
        { ...build(5), actions: [{ causes: [{ userId: 7 }] }] },
        build(4),
      ];
      const { statements, flaws } = read('builds', [
        job,
        answer('/job/a/api/json', listing(list)),
      ]);
      expect(
        statements.map(({ predicate }) => (predicate as any).run.id),
      ).toEqual(['9', '5', '4']);
      expect(flaws).toEqual([
        `${place}.1 (build 8): timestamp must be number, not string`,
        `${place}.2: payload must be object, not null`,
        `${place}.3 (build 6): url is not the address of a build of Jenkins`,
        'build 5: actions.0.causes.0.userId must be string, not number',
      ]);
    },
  );
});

describe('a collected document', () => {
  it('that broke off gives what was read, if that can be read', () => {
    const other = answer(`${BUILD}/wfapi/describe`, { message: 'other' });
    const problem = 'Jenkins answered with something else';
    expect(read('stages', [job, built(), other], scopeOf(), problem)).toEqual({
      statements: [],
      flaws: [],
    });
    const detail = answer(`${BUILD}/execution/node/8/wfapi/describe`, {});
    const { statements } = read(
      'stages',
      [job, built(), stagesThat('SUCCESS'), detail],
      scopeOf(),
      problem,
    );
    expect(statements).toHaveLength(3);
  });

  it('loses no stage to a bad one, and names it', () => {
    const run = stageView();
    Object.assign(run.stages[1]!, { status: 'DONE' });
    const { statements, flaws } = read(
      'stages',
      [job, built(), answer(`${BUILD}/wfapi/describe`, run)],
      scopeOf(),
      'Jenkins answered with something else',
    );
    expect(statements).toHaveLength(1);
    expect(flaws).toEqual([expect.stringMatching(/^stages\.1: status /)]);
  });

  it.each([
    ['builds', [job]],
    ['stages', [job, built()]],
    ['tests', [job, built()]],
    ['unknown', []],
  ])('that lacks what it must have is rejected: %s', (part, answers) => {
    expect(() => read(part, answers)).toThrow();
  });
});
