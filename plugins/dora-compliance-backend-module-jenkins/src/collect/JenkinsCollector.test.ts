import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  type Collected,
  COLLECTED_HEADER,
  collectedBody,
  type CollectedDocument,
  type CollectionTarget,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceCollectorContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { withoutValue } from '../__testUtils__/builds';
import { FakeJenkins } from '../__testUtils__/FakeJenkins';
import { createJenkinsEvidenceSource } from '../JenkinsEvidenceSource';
import { createJenkinsCollector } from './JenkinsCollector';

const since = '2025-12-31T00:00:00.000Z' as Instant;

const source = createJenkinsEvidenceSource({
  webhookTokens: [],
  baseUrls: [],
  multibranchProjects: [],
  deployments: [
    { job: 'bank/*', environment: 'live', production: true },
    {
      job: 'bank/staged',
      stage: 'Build',
      environment: 'test',
      production: false,
    },
  ],
});

const context = (parts?: string[], lookBackTo?: Instant) => ({
  now: () => '2026-11-25T12:00:00.000Z' as Instant,
  signal: new AbortController().signal,
  cache: { get: async () => undefined, set: async () => {} },
  ...(parts && { parts }),
  ...(lookBackTo && { lookBackTo }),
});

function statementsOf(document: CollectedDocument): Statement[] {
  const answer = source.normalise({
    headers: { [COLLECTED_HEADER]: '1' },
    body: collectedBody(document),
  });
  if (answer.outcome === 'rejected') {
    throw new Error(answer.reason);
  }
  return answer.statements;
}

let jenkins: FakeJenkins;

const create = () =>
  createJenkinsCollector({
    controllers: [jenkins.controller],
    longestBuild: 'P1D',
  });

async function collect(
  target: CollectionTarget,
  parts?: string[],
  lookBackTo?: Instant,
) {
  const collected: Collected[] = [];
  for await (const item of create().collect(
    target,
    context(parts, lookBackTo),
  )) {
    collected.push(item);
  }
  return collected;
}

async function backfill(
  target: CollectionTarget,
  options: {
    since?: Instant;
    between?: (steps: BackfillStep[]) => unknown;
  } = {},
) {
  const steps: BackfillStep[] = [];
  const from = { since: options.since ?? since };
  for await (const step of create().backfill(target, from, context())) {
    steps.push(step);
    options.between?.(steps);
  }
  return steps;
}

function runsIn(documents: readonly CollectedDocument[]): string[] {
  const urls = documents
    .flatMap(statementsOf)
    .flatMap(statement =>
      statement.type === 'pipeline-run-finished'
        ? [new URL(statement.predicate.run.url).pathname]
        : [],
    );
  return [...new Set(urls)].sort();
}

const pathsOf = (fullName: string, numbers: number[]) =>
  numbers
    .map(
      number => `/jenkins/job/${fullName.replace(/\//g, '/job/')}/${number}/`,
    )
    .sort();

const upTo = (count: number) =>
  Array.from({ length: count }, (_, index) => index + 1);

beforeEach(async () => {
  jenkins = await FakeJenkins.start();
});
afterEach(() => jenkins.api.stop());

describe('the collector of Jenkins', () => {
  beforeEach(() => {
    jenkins.addJob('bank/ledger');
    upTo(60).forEach(number => {
      const build = jenkins.addBuild('bank/ledger');
      if (number % 30 === 0) {
        jenkins.addTests(build, 0);
      }
    });
  });

  evidenceCollectorContract('Jenkins', {
    source,
    create,
    target: {
      kind: 'pipeline',
      // Its port is known when the test runs.
      get uri() {
        return jenkins.target('bank/ledger').uri;
      },
    },
    foreignTarget: {
      kind: 'pipeline',
      uri: 'urn:cicd:ci.example:jenkins:bank/ledger',
    },
    breakWith: (fault, which) => jenkins?.api.breakWith(fault, which),
    since,
  });
});

describe('whose a target is', () => {
  const at = (baseUrl: string) =>
    createJenkinsCollector({ controllers: [{ baseUrl }], longestBuild: 'P1D' });
  const pipeline = (uri: string) => ({ kind: 'pipeline', uri } as const);

  it.each([
    ['https://ci.example', 'urn:cicd:ci.example:jenkins:bank/a', true],
    ['https://CI.example/', 'urn:cicd:ci.example:jenkins:bank/a', true],
    ['https://ci.example/Two', 'urn:cicd:ci.example:two:bank/a', true],
    ['https://ci.example/Two/', 'urn:cicd:ci.example:two:a', true],
    ['https://ci.example:8443', 'urn:cicd:ci.example%3A8443:jenkins:a', true],
    ['https://ci.example/two', 'urn:cicd:ci.example:jenkins:bank/a', false],
    ['https://ci.example', 'urn:cicd:ci.example:two:bank/a', false],
    ['https://ci.example', 'urn:cicd:other.example:jenkins:a', false],
    ['https://ci.example', 'urn:cicd:ci.example:jenkins:', false],
  ])('%s and %s: %s', (baseUrl, uri, isCovered) => {
    expect(at(baseUrl).covers(pipeline(uri))).toBe(isCovered);
  });

  it("is nobody's when it is a repository", () => {
    const uri = 'urn:cicd:ci.example:jenkins:a';
    expect(at('https://ci.example').covers({ kind: 'repository', uri })).toBe(
      false,
    );
  });
});

describe('a round', () => {
  const documentsOf = (collected: readonly Collected[], part: string) =>
    collected.map(({ document }) => document).filter(it => it.part === part);
  const heartbeatOf = (collected: readonly Collected[]) =>
    collected.at(-1)!.document;

  it('reads a job in folders with odd names', async () => {
    jenkins.addJob('bank & co/a%b');
    jenkins.addBuild('bank & co/a%b');
    const collected = await collect(jenkins.target('bank & co/a%b'));
    expect(heartbeatOf(collected)).toMatchObject({ complete: true });
    const statements = collected.flatMap(it => statementsOf(it.document));
    expect(statements[0]).toMatchObject({
      type: 'pipeline-run-finished',
      predicate: { pipeline: { name: 'bank & co/a%b' } },
    });
    expect(statements[0]?.subjects).toContainEqual({
      kind: 'pipeline',
      uri: jenkins.target('bank & co/a%b').uri,
    });
  });

  it('expects what is over, and nothing of what still runs', async () => {
    jenkins.addJob('a');
    const { url } = jenkins.addBuild('a');
    jenkins.addBuild('a', { building: true, result: null, duration: 0 });
    const [builds] = await collect(jenkins.target('a'), ['builds']);
    expect(builds?.expects).toEqual([
      {
        subject: { kind: 'pipeline-run', uri: url },
        at: '2026-01-01T01:01:00.000Z',
      },
    ]);
    expect(runsIn([builds!.document])).toEqual(pathsOf('a', [1]));
  });

  it('expects a build under the address its evidence has', async () => {
    jenkins.addJob('a');
    const build = jenkins.addBuild('a');
    const own = build.url;
    build.url = own.replace('/job/', '/view/All/job/');
    const [builds] = await collect(jenkins.target('a'), ['builds']);
    const [run] = statementsOf(builds!.document);
    expect(builds?.expects?.map(({ subject }) => subject)).toEqual([
      run?.subjects.find(({ kind }) => kind === 'pipeline-run'),
    ]);
    expect(builds?.expects?.[0]?.subject.uri).toBe(own);
  });

  it('loses no build to one that can not be read, and is not complete', async () => {
    jenkins.addJob('a');
    upTo(3).forEach(number =>
      jenkins.addBuild('a', number === 2 ? { duration: null } : {}),
    );
    const [builds, ...rest] = await collect(jenkins.target('a'), [
      'builds',
      'stages',
    ]);
    expect(builds?.document).toMatchObject({
      complete: false,
      problem:
        "Jenkins lists builds that can't be read: allBuilds.1 (build 2): duration must be number, not null",
    });
    expect(builds?.expects).toHaveLength(2);
    expect(runsIn([builds!.document])).toEqual(pathsOf('a', [1, 3]));
    const stages = rest.filter(it => it.document.part === 'stages');
    expect(stages.map(it => statementsOf(it.document).length)).toEqual([
      0, 1, 1,
    ]);
    expect(heartbeatOf(rest).complete).toBe(false);
  });

  it('takes a build with parameters that have no value', async () => {
    jenkins.addJob('a');
    jenkins.addBuild('a', { actions: [{ parameters: withoutValue }] });
    const collected = await collect(jenkins.target('a'), ['builds', 'stages']);
    expect(heartbeatOf(collected).complete).toBe(true);
    expect(runsIn([collected[0]!.document])).toEqual(pathsOf('a', [1]));
  });

  it('does not ask for tests that another plugin reports', async () => {
    jenkins.addJob('a');
    const counts = { failCount: 0, skipCount: 0, totalCount: 3 };
    jenkins.addBuild('a', {
      actions: [{ ...counts, urlName: 'testngreports' }],
    });
    const collected = await collect(jenkins.target('a'), ['builds', 'tests']);
    expect(heartbeatOf(collected).complete).toBe(true);
    expect(statementsOf(collected[0]!.document)[1]).toMatchObject({
      predicate: { suite: { id: expect.stringMatching(/testngreports\/$/) } },
    });
  });

  it('reads a job that says no address of its repository', async () => {
    jenkins.addJob('a', { scm: { userRemoteConfigs: [{ url: null }] } });
    jenkins.addBuild('a');
    const collected = await collect(jenkins.target('a'), ['builds']);
    expect(heartbeatOf(collected).complete).toBe(true);
  });

  it('reads the parts it is asked for', async () => {
    jenkins.addJob('a');
    const collected = await collect(jenkins.target('a'), ['runners']);
    expect(collected.map(({ document }) => document.part)).toEqual([
      'runners',
      'heartbeat',
    ]);
    expect(statementsOf(collected[0]!.document)).toMatchObject([
      {
        type: 'runners-observed',
        predicate: {
          complete: true,
          runners: [
            { id: 'Built-In Node', labels: ['built-in'], online: true },
            { id: 'linux-1', labels: ['linux', 'linux-1'], online: false },
          ],
        },
      },
    ]);
  });

  it('reads the configuration, and is whole where it may not', async () => {
    jenkins.addJob('a');
    const parts = ['pipeline-definition', 'log-retention'];
    const [, retention] = await collect(jenkins.target('a'), parts);
    expect(statementsOf(retention!.document)).toMatchObject([
      { predicate: { complete: true, days: 30 } },
    ]);
    expect(JSON.stringify(retention!.document)).not.toContain('AQAAABAAAAAQ8');
    jenkins.answers.set('/job/a/config.xml', 'forbidden');
    const refused = await collect(jenkins.target('a'), parts);
    expect(heartbeatOf(refused).complete).toBe(true);
    expect(statementsOf(refused[1]!.document)).toMatchObject([
      { predicate: { complete: false } },
    ]);
    jenkins.answers.set('/job/a/config.xml', '<html>');
    const broken = await collect(jenkins.target('a'), parts);
    expect(heartbeatOf(broken).problem).toMatch(/no whole answer.*config.xml/);
  });

  it('counts the builds of all branches as those of the project', async () => {
    const branches = upTo(30).map(number => `b${number}`);
    jenkins.addMultibranch('bank/ledger', ['feature%2Fx', ...branches]);
    const all = ['feature%2Fx', 'b1', 'b30'];
    all.forEach(name => jenkins.addBuild(`bank/ledger/${name}`));
    const target = jenkins.target('bank/ledger');
    const [builds, ...rest] = await collect(target, ['builds', 'stages']);
    expect(heartbeatOf(rest).complete).toBe(true);
    expect(runsIn([builds!.document])).toHaveLength(3);
    expect(rest.filter(it => it.document.part === 'stages')).toHaveLength(3);
    for (const { subjects } of statementsOf(builds!.document)) {
      expect(subjects).toContainEqual({ kind: 'pipeline', uri: target.uri });
    }
  });

  it('reads the stages of all builds that ended since, and of no others', async () => {
    jenkins.addJob('a');
    upTo(60).forEach(() => jenkins.addBuild('a'));
    // A clock that is a quarter of an hour behind hides nothing.
    const lookBackTo = '2026-01-02T00:16:00.000Z' as Instant;
    const collected = await collect(
      jenkins.target('a'),
      ['stages'],
      lookBackTo,
    );
    const stages = documentsOf(collected, 'stages');
    const numbers = stages.map(({ answers }) =>
      Number(/\/a\/(\d+)\//.exec(answers[1]!.request)?.[1]),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(upTo(60).slice(23));
  });

  it('asks for no stages of a freestyle job', async () => {
    jenkins.addJob('free', { _class: 'hudson.model.FreeStyleProject' });
    jenkins.addBuild('free', { _class: 'hudson.model.FreeStyleBuild' });
    const collected = await collect(jenkins.target('free'), ['stages']);
    expect(collected).toHaveLength(1);
    expect(heartbeatOf(collected).complete).toBe(true);
  });

  it('says so when the stages of a pipeline are not told', async () => {
    jenkins.addJob('a');
    jenkins.addBuild('a');
    jenkins.answers.delete('/job/a/1/wfapi/describe');
    const collected = await collect(jenkins.target('a'), ['stages']);
    expect(heartbeatOf(collected)).toMatchObject({
      complete: false,
      problem: 'stages: Jenkins answered 404 to GET /job/a/1/wfapi/describe',
    });
    expect(statementsOf(collected[0]!.document)).toEqual([]);
  });

  it('gives a job that is gone a reason, and nothing else', async () => {
    const collected = await collect(jenkins.target('gone'), ['builds']);
    expect(heartbeatOf(collected).problem).toMatch(/404 to GET \/job\/gone\//);
    expect(statementsOf(collected[0]!.document)).toEqual([]);
  });

  it('is refused without credentials', async () => {
    jenkins.addJob('a');
    const { baseUrl } = jenkins.controller;
    const anonymous = createJenkinsCollector({
      controllers: [{ baseUrl }],
      longestBuild: 'P1D',
    });
    const documents: CollectedDocument[] = [];
    const round = anonymous.collect(jenkins.target('a'), context());
    for await (const { document } of round) {
      documents.push(document);
    }
    expect(documents.every(({ complete }) => !complete)).toBe(true);
    expect(documents.at(-1)?.problem).toMatch(/Jenkins answered 401/);
  });

  it('looks into the stages that waited for an approval', async () => {
    jenkins.addJob('bank/staged');
    const { timestamp } = jenkins.addBuild('bank/staged', {
      actions: [{ _class: 'x.input.ApproverAction', userId: 'mia' }],
    });
    const path = '/job/bank/job/staged/1';
    const stage = {
      id: '5',
      name: 'Build',
      status: 'SUCCESS',
      startTimeMillis: timestamp,
      durationMillis: 9_000,
      pauseDurationMillis: 4_000,
    };
    const input = { ...stage, id: '6', name: 'Wait for interactive input' };
    jenkins.answers.set(`${path}/wfapi/describe`, {
      name: '#1',
      status: 'SUCCESS',
      stages: [stage],
    });
    const detail = `${path}/execution/node/5/wfapi/describe`;
    jenkins.answers.set(detail, { ...stage, stageFlowNodes: [input] });
    const whole = await collect(jenkins.target('bank/staged'), ['stages']);
    expect(whole.flatMap(it => statementsOf(it.document))).toMatchObject([
      { type: 'pipeline-task-finished' },
      { type: 'service-deployed' },
      {
        type: 'deployment-reviewed',
        predicate: {
          environment: { name: 'test' },
          decision: 'approved',
          reviewer: { login: 'mia' },
          decidedAt: '2026-01-01T01:00:09.000Z',
        },
      },
      { type: 'collector-heartbeat' },
    ]);
    jenkins.answers.delete(detail);
    const [broken] = await collect(jenkins.target('bank/staged'), ['stages']);
    expect(broken?.document.complete).toBe(false);
    expect(statementsOf(broken!.document)).toHaveLength(2);
  });

  it('gives tests by the build and by the report as one', async () => {
    jenkins.addJob('a');
    jenkins.addTests(jenkins.addBuild('a'), 2);
    const collected = await collect(jenkins.target('a'), ['builds', 'tests']);
    const [ofBuild] = documentsOf(collected, 'builds')
      .flatMap(statementsOf)
      .filter(({ type }) => type === 'test-suite-finished');
    expect(documentsOf(collected, 'tests').flatMap(statementsOf)).toEqual([
      ofBuild,
    ]);
    expect(ofBuild?.predicate).toMatchObject({
      outcome: 'failure',
      counts: { total: 10, passed: 7, failed: 2, skipped: 1 },
    });
  });

  it('finds the repository of the job among many checkouts', async () => {
    const checkout = (path: string, sha: string) => ({
      lastBuiltRevision: { SHA1: sha.repeat(40), branch: [{ name: 'main' }] },
      remoteUrls: [`https://git.example/${path}.git`],
    });
    jenkins.addJob('a', {
      actions: [{}, { objectUrl: 'https://git.example/Bank/ledger' }],
    });
    jenkins.addBuild('a', {
      actions: [checkout('lib/shared', 'a'), checkout('bank/ledger', 'b')],
    });
    const collected = await collect(jenkins.target('a'), ['builds']);
    expect(statementsOf(collected[0]!.document)[0]).toMatchObject({
      subjects: [
        { kind: 'repository', uri: 'https://git.example/Bank/ledger' },
        { kind: 'commit', digest: `gitCommit:${'b'.repeat(40)}` },
        { kind: 'pipeline-run' },
        { kind: 'pipeline' },
      ],
      predicate: { commit: 'b'.repeat(40), branch: 'main' },
    });
  });
});

describe('a back-fill', () => {
  const documentsIn = (steps: readonly BackfillStep[]) =>
    steps.flatMap(({ documents }) => documents);

  it('reads all builds, also those no list of recent ones has', async () => {
    jenkins.addJob('a');
    upTo(130).forEach(() => jenkins.addBuild('a'));
    const steps = await backfill(jenkins.target('a'));
    expect(runsIn(documentsIn(steps))).toEqual(pathsOf('a', upTo(130)));
    expect(steps.at(-1)).toMatchObject({ done: 130 });
  });

  it('ends with the builds that are old enough', async () => {
    jenkins.addJob('a');
    upTo(130).forEach(() => jenkins.addBuild('a'));
    const steps = await backfill(jenkins.target('a'), {
      since: '2026-01-06T00:00:00.000Z' as Instant,
    });
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ done: 11 });
  });

  it.each([1, 10, 30])(
    'misses none when %i builds were discarded meanwhile',
    async count => {
      jenkins.addJob('a');
      upTo(100).forEach(() => jenkins.addBuild('a'));
      const steps = await backfill(jenkins.target('a'), {
        between: so => {
          if (so.length === 2) {
            jenkins.jobs.get('a')!.builds!.splice(5, count);
          }
        },
      });
      expect(runsIn(documentsIn(steps))).toEqual(pathsOf('a', upTo(100)));
    },
  );

  it.each([1, 60])('misses none when %i builds came meanwhile', async count => {
    jenkins.addJob('a');
    upTo(100).forEach(() => jenkins.addBuild('a'));
    const steps = await backfill(jenkins.target('a'), {
      between: so => {
        if (so.length === 2) {
          upTo(count).forEach(() => jenkins.addBuild('a'));
        }
      },
    });
    expect(runsIn(documentsIn(steps))).toEqual(
      expect.arrayContaining(pathsOf('a', upTo(100))),
    );
    expect(steps.at(-1)).toMatchObject({ done: 100 });
  });

  it('reads one branch after the other', async () => {
    jenkins.addMultibranch('mb', ['main', 'dev', 'empty']);
    upTo(30).forEach(() => jenkins.addBuild('mb/main'));
    jenkins.addBuild('mb/dev');
    const steps = await backfill(jenkins.target('mb'));
    expect(runsIn(documentsIn(steps))).toEqual(
      [...pathsOf('mb/main', upTo(30)), ...pathsOf('mb/dev', [1])].sort(),
    );
    expect(steps.at(-1)).toMatchObject({ done: 31 });
    expect(steps.at(-1)?.cursor).toBeUndefined();
  });

  it('begins the next branch when the one it reads is deleted', async () => {
    jenkins.addMultibranch('mb', ['a', 'b']);
    upTo(30).forEach(() => jenkins.addBuild('mb/a'));
    upTo(60).forEach(() => jenkins.addBuild('mb/b'));
    const project = jenkins.jobs.get('mb') as { jobs: unknown[] };
    const steps = await backfill(jenkins.target('mb'), {
      between: so => so.length === 1 && project.jobs.shift(),
    });
    expect(runsIn(documentsIn(steps))).toEqual(
      expect.arrayContaining(pathsOf('mb/b', upTo(60))),
    );
  });

  it('ends at a project without branches', async () => {
    jenkins.addMultibranch('mb', []);
    expect(await backfill(jenkins.target('mb'))).toEqual([
      { documents: [], done: 0 },
    ]);
  });

  it('goes on past details that are gone, and says so', async () => {
    jenkins.addJob('a');
    upTo(2).forEach(() => jenkins.addBuild('a'));
    jenkins.answers.delete('/job/a/1/wfapi/describe');
    const steps = await backfill(jenkins.target('a'));
    expect(steps).toHaveLength(1);
    expect(steps[0]?.problem).toBeUndefined();
    expect(
      documentsIn(steps).filter(({ complete }) => !complete),
    ).toMatchObject([
      { part: 'stages', problem: expect.stringMatching(/answered 404/) },
    ]);
  });

  it.each([
    ['first of a page', 75],
    ['last of a page', 76],
    ['in between', 60],
  ])('goes on past a build that can not be read, %s', async (_, bad) => {
    jenkins.addJob('a');
    upTo(100).forEach(number =>
      jenkins.addBuild('a', number === bad ? { timestamp: 'x' } : {}),
    );
    const steps = await backfill(jenkins.target('a'));
    expect(steps.every(({ problem }) => !problem)).toBe(true);
    expect(runsIn(documentsIn(steps))).toEqual(
      pathsOf(
        'a',
        upTo(100).filter(number => number !== bad),
      ),
    );
    const lists = documentsIn(steps).filter(({ part }) => part === 'builds');
    const broken = lists.filter(({ complete }) => !complete);
    expect(broken.length).toBeGreaterThan(0);
    expect(broken[0]?.problem).toContain(`(build ${bad}): timestamp must be`);
  });

  it('goes on past a page of which no build can be read', async () => {
    jenkins.addJob('a');
    upTo(60).forEach(number =>
      jenkins.addBuild('a', number > 10 ? { number, result: 7 } : {}),
    );
    const steps = await backfill(jenkins.target('a'));
    expect(runsIn(documentsIn(steps))).toEqual(pathsOf('a', upTo(10)));
    expect(steps.at(-1)).toMatchObject({ done: 10 });
  });

  it('refuses a cursor that is not its own', async () => {
    jenkins.addJob('a');
    const from = { since, cursor: '{"from":-1}' };
    const steps = create().backfill(jenkins.target('a'), from, context());
    await expect(
      (async () => {
        for await (const _ of steps);
      })(),
    ).rejects.toThrow();
  });
});
