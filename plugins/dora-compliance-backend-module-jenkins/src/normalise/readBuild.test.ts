import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { freestyleBuild, withoutValue } from '../__testUtils__/builds';
import { readBuildJson } from './BuildJson';
import type { JenkinsScope } from './JenkinsScope';
import { findArtifact, readBuild } from './readBuild';

const scope: JenkinsScope = {
  baseUrls: [],
  multibranchProjects: ['payments/*'],
  deployments: [
    { job: 'deploy-*', environment: 'live', production: true },
    { job: 'payments/**', environment: 'test', production: false },
    { job: 'reconcile', stage: 'Deploy', environment: 'x', production: true },
  ],
};

const digest = `sha256:${'ab'.repeat(32)}`;

function read(change: (build: any) => void = () => {}) {
  const build = freestyleBuild();
  change(build);
  return readBuild(readBuildJson(build).data, scope);
}

function at(path: string, actions: unknown[] = []) {
  return read(build => {
    build.url = `https://ci.example/jenkins/job/${path}/7/`;
    build.actions = actions;
  }).statements;
}

const checkout = (
  url: string,
  sha: string,
  branch = 'refs/remotes/origin/main',
) => ({
  _class: 'hudson.plugins.git.util.BuildData',
  lastBuiltRevision: {
    SHA1: sha.repeat(40),
    branch: [{ SHA1: sha.repeat(40), name: branch }],
  },
  remoteUrls: [url],
});

describe('a build', () => {
  it('is a run that ended after its duration', () => {
    expect(read()).toEqual({
      statements: [
        {
          type: 'pipeline-run-finished',
          subjects: [
            {
              kind: 'pipeline-run',
              uri: 'https://ci.example/jenkins/job/reconcile/10/',
            },
            {
              kind: 'pipeline',
              uri: 'urn:cicd:ci.example:jenkins:reconcile',
            },
          ],
          predicate: {
            pipeline: { name: 'reconcile' },
            run: {
              id: '10',
              attempt: 1,
              url: 'https://ci.example/jenkins/job/reconcile/10/',
            },
            outcome: 'success',
            trigger: 'UserIdCause',
            startedAt: '2026-01-01T10:00:00.000Z',
            finishedAt: '2026-01-01T10:01:00.750Z',
          },
          observedAt: '2026-01-01T10:01:00.750Z',
          sourceId: 'jenkins',
        },
      ],
      flaws: [],
    });
  });

  it.each([
    ['SUCCESS', 'success'],
    ['FAILURE', 'failure'],
    ['ABORTED', 'cancelled'],
    ['NOT_BUILT', 'skipped'],
    ['UNSTABLE', 'other'],
    ['constructor', 'other'],
  ])('that ends as %s is %s', (result, outcome) => {
    const { statements } = read(build => {
      build.result = result;
    });
    expect(statements[0]?.predicate).toMatchObject({ outcome });
  });

  it.each([{ building: true }, { result: null }])(
    'that is not over says nothing: %j',
    fields => {
      const { statements } = read(build => Object.assign(build, fields));
      expect(statements).toEqual([]);
    },
  );

  it.each([
    'ftp://ci.example/job/a/1/',
    'https://ci.example/job/a/',
    'https://ci.example/a/1/',
    'https://ci.example/job/%zz/1/',
  ])('is rejected at %s', url => {
    expect(() =>
      read(build => {
        build.url = url;
      }),
    ).toThrow();
  });

  it('is rejected at an address without end', () => {
    expect(() => at('a/'.repeat(1000))).toThrow(/more than 2000 bytes/);
  });
});

describe('a build of another kind or release', () => {
  const readOutcome = (fields: object) =>
    read(build => Object.assign(build, fields)).statements[0]?.predicate;

  it('may have parameters without value', () => {
    const parameters = [
      ...withoutValue,
      { name: 'IMAGE', value: `registry/ledger@${digest}` },
    ];
    const { data, flaws } = readBuildJson(
      freestyleBuild({ actions: [{ parameters }] }),
    );
    expect(flaws).toEqual([]);
    const facts = readBuild(data, {
      ...scope,
      deployments: [{ job: '*', environment: 'live', production: true }],
    });
    expect(facts.statements[1]).toMatchObject({
      predicate: {
        deployment: { artifact: { name: 'registry/ledger', digest } },
      },
    });
  });

  it.each([
    ['a matrix job', 'a/LABEL=linux,jdk=17', 'a'],
    ['a module of a Maven job', 'a/org.acme$core', 'a'],
    ['a job in folders', 'a/job/b/job/c', 'a/b/c'],
    ['a branch with a slash', 'a/job/feature%252Fx', 'a/feature%2Fx'],
  ])('may be of %s', (_, path, name) => {
    expect(at(path)[0]?.predicate).toMatchObject({ pipeline: { name } });
  });

  it.each([
    [{ _class: undefined, actions: undefined }],
    [{ actions: null }],
    [{ actions: [null, {}, { causes: null, parameters: null }] }],
    [{ actions: [{ causes: [null], parameters: [null], remoteUrls: [null] }] }],
  ])('may lack %j', fields => {
    expect(readOutcome(fields)).toMatchObject({ outcome: 'success' });
  });

  it.each([
    ['causes', [{ userId: 7 }], 'actions.0.causes.0.userId must be string'],
    ['causes', 'x', 'actions.0.causes must be array'],
    ['parameters', [7], 'actions.0.parameters.0 must be object'],
    ['totalCount', '10', 'actions.0.totalCount must be number'],
    ['urlName', {}, 'actions.0.urlName must be string'],
    ['userId', '\0', 'actions.0.userId has a NUL or half of a surrogate pair'],
    ['userId', 'a\ud800', 'actions.0.userId has a NUL or half'],
  ])(
    'may have odd %s of a plugin: a flaw, and no more',
    (name, value, flaw) => {
      const { data, flaws } = readBuildJson(
        freestyleBuild({ actions: [{ [name]: value }] }),
      );
      expect(flaws).toEqual([expect.stringContaining(flaw)]);
      expect(readBuild(data, scope).statements).toHaveLength(1);
    },
  );

  it.each([
    [{ url: 'https://ci.example/a/\ud800/1/' }, /^url has a NUL/],
    [{ url: 'https://ci.example/job/%00/1/' }, /^url names a job by/],
    [{ url: `https://ci.example/job/${'ä'.repeat(999)}/1/` }, /2000 bytes/],
    [{ result: '\0' }, /^result has a NUL/],
    [{ result: 7 }, /^result must be string/],
    [{ number: 0 }, /^number /],
    [{ timestamp: '1767261600000' }, /^timestamp must be number/],
  ])('can not be read with %j', (fields, problem) => {
    let said = '';
    try {
      readBuildJson(freestyleBuild(fields));
    } catch (error) {
      said = describeProblem(error);
    }
    expect(said).toMatch(problem);
  });

  it('names no pipeline by an address that is too long', () => {
    // Percent-encoding makes three bytes of each byte.
    expect(() => at('ä'.repeat(900))).toThrow(
      'the URN of the pipeline has more than 2000 bytes',
    );
  });
});

describe('the tests of a build', () => {
  const readTests = (...actions: object[]) =>
    at('a', actions).filter(({ type }) => type === 'test-suite-finished');

  const counts = { failCount: 1, skipCount: 2, totalCount: 10 };

  it('are those of each plugin that reports some', () => {
    expect(
      readTests(
        { ...counts, urlName: 'testReport' },
        { ...counts, failCount: 0, urlName: 'testngreports' },
        { ...counts, failCount: 9, urlName: 'testReport' },
      ),
    ).toMatchObject([
      {
        predicate: {
          suite: { url: 'https://ci.example/jenkins/job/a/7/testReport/' },
          outcome: 'failure',
          counts: { total: 10, passed: 7, failed: 1, skipped: 2 },
        },
      },
      {
        predicate: {
          suite: { url: 'https://ci.example/jenkins/job/a/7/testngreports/' },
          outcome: 'success',
        },
      },
    ]);
  });

  it.each([
    { ...counts, failCount: undefined },
    { ...counts, skipCount: null },
    { ...counts, totalCount: 0 },
    { ...counts, totalCount: 2 },
  ])('are not told by %j', action => {
    expect(readTests(action)).toEqual([]);
  });
});

describe('who started a build', () => {
  const startedBy = (...causes: unknown[]) =>
    at('a', [{ causes }])[0]?.predicate;

  it('is the account Jenkins names', () => {
    const cause = {
      _class: 'hudson.model.Cause$UserIdCause',
      userId: 'mia',
      userName: 'Mia M.',
    };
    expect(startedBy(cause)).toMatchObject({
      trigger: 'UserIdCause',
      triggeredBy: {
        system: 'ci.example',
        login: 'mia',
        name: 'Mia M.',
        kind: 'unknown',
      },
    });
  });

  it('is told with a replay, which may run another script', () => {
    const causes = [
      { _class: 'hudson.model.Cause$UserIdCause', userId: 'mia' },
      { _class: 'org.jenkinsci.plugins.workflow.cps.replay.ReplayCause' },
    ];
    expect(startedBy(...causes)).toMatchObject({
      trigger: 'ReplayCause',
      triggeredBy: { login: 'mia' },
    });
  });

  it('is no person when it is Jenkins itself', () => {
    expect(startedBy({ userId: 'SYSTEM' })).toMatchObject({
      triggeredBy: { login: 'SYSTEM', kind: 'bot' },
    });
  });

  it.each([
    { _class: 'hudson.triggers.TimerTrigger$TimerTriggerCause' },
    { _class: 'hudson.triggers.SCMTrigger$SCMTriggerCause' },
    { _class: 'hudson.model.Cause$UpstreamCause', upstreamProject: 'b' },
    { _class: 'hudson.model.Cause$RemoteCause', addr: '10.0.0.1', note: 'mia' },
    { _class: 'hudson.model.Cause$UserCause', userName: 'mia' },
    { _class: 'com.cloudbees.jenkins.GitHubPushCause' },
    { userId: null, userName: 'anonymous' },
    { userId: 'anonymous', userName: 'anonymous' },
  ])('is nobody for %j', cause => {
    expect(startedBy(cause)).not.toHaveProperty('triggeredBy');
  });

  it('is not who interrupted it', () => {
    const interrupted = {
      _class: 'jenkins.model.InterruptedBuildAction',
      causes: [{ _class: 'jenkins.model.CauseOfInterruption', userId: 'eve' }],
    };
    expect(at('a', [interrupted])[0]?.predicate).not.toHaveProperty(
      'triggeredBy',
    );
  });
});

describe('the pipeline of a build', () => {
  it('and its address do not depend on the view it is seen in', () => {
    const [seen] = at('org/job/app/view/change-requests/job/PR-2');
    expect(seen?.subjects).toEqual([
      {
        kind: 'pipeline-run',
        uri: 'https://ci.example/jenkins/job/org/job/app/job/PR-2/7/',
      },
      { kind: 'pipeline', uri: 'urn:cicd:ci.example:jenkins:org/app/PR-2' },
    ]);
  });

  const readPipeline = (path: string, actions: unknown[] = []) =>
    at(path, actions)[0]?.subjects.find(({ kind }) => kind === 'pipeline')?.uri;

  it('has the path of the controller as its project', () => {
    expect(readPipeline('bank/job/ledger')).toBe(
      'urn:cicd:ci.example:jenkins:bank/ledger',
    );
  });

  it.each([
    [{ _class: 'jenkins.scm.api.SCMRevisionAction' }],
    [{ causes: [{ _class: 'jenkins.branch.BranchIndexingCause' }] }],
  ])('is the project of a branch: %j', action => {
    expect(readPipeline('bank/job/ledger/job/feature%252Fx', [action])).toBe(
      'urn:cicd:ci.example:jenkins:bank/ledger',
    );
  });

  it('is the project where the configuration says so', () => {
    expect(readPipeline('payments/job/ledger/job/main')).toBe(
      'urn:cicd:ci.example:jenkins:payments/ledger',
    );
    expect(readPipeline('payments/job/ledger')).toBe(
      'urn:cicd:ci.example:jenkins:payments/ledger',
    );
  });
});

describe('what a build was made from', () => {
  it('is its only checkout', () => {
    const actions = [checkout('git@git.example:bank/ledger.git', 'a'), {}];
    expect(at('a', actions)[0]).toMatchObject({
      subjects: [
        { kind: 'repository', uri: 'https://git.example/bank/ledger' },
        { kind: 'commit', digest: `gitCommit:${'a'.repeat(40)}` },
        {},
        {},
      ],
      predicate: { commit: 'a'.repeat(40), branch: 'main' },
    });
  });

  it('is not made up from several', () => {
    const { statements, flaws } = read(build => {
      build.actions = [
        checkout('https://git.example/bank/ledger', 'a'),
        checkout('https://git.example/lib/shared', 'b'),
      ];
    });
    expect(statements[0]?.predicate).not.toHaveProperty('commit');
    expect(flaws).toEqual([
      'Build https://ci.example/jenkins/job/reconcile/10/ names several checkouts; which one was built is not told',
    ]);
  });

  it('is the checkout of the commit a branch was to be built of', () => {
    const revision = (hash: string) => ({
      _class: 'jenkins.scm.api.SCMRevisionAction',
      revision: { hash },
    });
    const checkouts = [
      checkout('https://git.example/lib/shared', 'b'),
      checkout('https://git.example/bank/ledger', 'a'),
    ];
    const commitIn = (...actions: unknown[]) =>
      at('a', [...checkouts, ...actions])[0]?.predicate;
    expect(commitIn(revision('a'.repeat(40)))).toMatchObject({
      commit: 'a'.repeat(40),
    });
    for (const actions of [
      [revision('c'.repeat(40))],
      [revision('a'.repeat(40)), revision('b'.repeat(40))],
      [revision('a')],
      [{ ...revision('a'.repeat(40)), _class: 'x.Other' }],
      [{ revision: 'r7' }],
    ]) {
      expect(commitIn(...actions)).not.toHaveProperty('commit');
    }
  });

  it.each([
    ['without commit', { remoteUrls: ['https://git.example/lib/shared'] }],
    [
      'of two addresses',
      {
        ...checkout('https://git.example/x', 'b'),
        remoteUrls: ['https://git.example/x', 'https://git.example/y'],
      },
    ],
    ['with an odd commit', { lastBuiltRevision: { SHA1: 7 } }],
  ])('is not taken for sure beside a checkout %s', (_, other) => {
    const actions = [checkout('https://git.example/bank/ledger', 'a'), other];
    expect(at('a', actions)[0]?.predicate).not.toHaveProperty('commit');
  });

  it('has no branch when its head was detached', () => {
    const actions = [checkout('https://git.example/a', 'a', 'detached')];
    expect(at('a', actions)[0]?.predicate).not.toHaveProperty('branch');
  });
});

describe('a build that deploys', () => {
  const deployed = (result: string, actions: unknown[] = []) =>
    read(build => {
      build.url = 'https://ci.example/job/deploy-ledger/7/';
      Object.assign(build, { result, actions });
    }).statements.filter(({ type }) => type !== 'pipeline-run-finished');

  it('says what, where and for whom', () => {
    const actions = [
      { causes: [{ userId: 'mia' }] },
      { parameters: [{ name: 'IMAGE', value: `registry/ledger@${digest}` }] },
      checkout('https://git.example/bank/ledger', 'a'),
    ];
    expect(deployed('SUCCESS', actions)).toMatchObject([
      {
        type: 'service-deployed',
        subjects: [
          { kind: 'repository' },
          { kind: 'commit' },
          { kind: 'pipeline-run' },
          { kind: 'pipeline' },
          {
            kind: 'deployment',
            uri: 'https://ci.example/job/deploy-ledger/7/#live',
          },
          { kind: 'artifact', digest },
        ],
        predicate: {
          deployment: {
            url: 'https://ci.example/job/deploy-ledger/7/',
            environment: { name: 'live', production: true, classified: true },
            deployer: { login: 'mia' },
            commit: 'a'.repeat(40),
            ref: 'main',
            artifact: { name: 'registry/ledger', digest },
          },
          deployedAt: '2026-01-01T10:01:00.750Z',
        },
      },
    ]);
  });

  it.each([
    ['UNSTABLE', 'service-deployed'],
    ['FAILURE', 'deployment-failed'],
    ['ABORTED', 'deployment-failed'],
    ['NOT_BUILT', undefined],
  ])('with result %s is %s', (result, type) => {
    expect(deployed(result)[0]?.type).toBe(type);
  });

  it.each([
    ['payments/job/ledger/job/main', 1],
    ['other', 0],
    ['reconcile', 0],
    ['deploy-ledger/LABEL=linux', 0],
  ])('is told by the name of its job: %s', (path, count) => {
    const deployments = at(path).filter(
      ({ type }) => type === 'service-deployed',
    );
    expect(deployments).toHaveLength(count);
  });
});

describe('the artifact in parameters', () => {
  const other = `sha256:${'cd'.repeat(32)}`;

  it.each([
    [[digest], { digest }],
    [
      [`r/x@${digest.toUpperCase().replace('SHA', 'sha')}`, true],
      { name: 'r/x', digest },
    ],
    [['r/x:latest'], undefined],
    [[digest, other], undefined],
    [[`echo ${digest}`], undefined],
    [[null, 7, {}, undefined, [digest]], undefined],
  ])('of %j is %j', (values, expected) => {
    expect(findArtifact(values)).toEqual(expected);
  });
});
