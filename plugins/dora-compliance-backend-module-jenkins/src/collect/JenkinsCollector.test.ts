import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceCollectorContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { FakeJenkins } from '../__testUtils__/FakeJenkins';
import {
  collect,
  createCollector,
  createContext,
  findHeartbeat,
  SINCE,
  source,
  readStatements,
  upTo,
} from '../__testUtils__/rounds';
import { createJenkinsCollector } from './JenkinsCollector';
import { gives } from '../gives';
import {
  built,
  createScope,
  inputIn,
  job,
  read,
  rule,
  stagesThat,
} from '../__testUtils__/collectedParts';

const APPROVER =
  'org.jenkinsci.plugins.workflow.support.steps.input.ApproverAction';

let jenkins: FakeJenkins;

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
    gives,
    examples: () => {
      const scope = createScope(rule('live', 'Deploy'));
      const inputs = [inputIn('10', 'SUCCESS', 3_000)];
      const approver = { _class: APPROVER, userId: 'mia' };
      return [
        ...read('stages', [job, built(), stagesThat('FAILED')], scope)
          .statements,
        ...read(
          'stages',
          [job, built([approver]), stagesThat('SUCCESS'), ...inputs],
          scope,
        ).statements,
      ];
    },
    create: () => createCollector(jenkins),
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
    since: SINCE,
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
  it('reads a job in folders with odd names', async () => {
    jenkins.addJob('bank & co/a%b');
    jenkins.addBuild('bank & co/a%b');
    const collected = await collect(jenkins, 'bank & co/a%b');
    expect(findHeartbeat(collected)).toMatchObject({ complete: true });
    const statements = collected.flatMap(it => readStatements(it.document));
    expect(statements[0]).toMatchObject({
      type: 'pipeline-run-finished',
      predicate: { pipeline: { name: 'bank & co/a%b' } },
    });
    expect(statements[0]?.subjects).toContainEqual({
      kind: 'pipeline',
      uri: jenkins.target('bank & co/a%b').uri,
    });
  });

  it('reads the parts it is asked for', async () => {
    jenkins.addJob('a');
    const collected = await collect(jenkins, 'a', ['runners']);
    expect(collected.map(({ document }) => document.part)).toEqual([
      'runners',
      'heartbeat',
    ]);
    expect(readStatements(collected[0]!.document)).toMatchObject([
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
    const [, retention] = await collect(jenkins, 'a', parts);
    expect(readStatements(retention!.document)).toMatchObject([
      { predicate: { complete: true, days: 30 } },
    ]);
    expect(JSON.stringify(retention!.document)).not.toContain('AQAAABAAAAAQ8');
    jenkins.answers.set('/job/a/config.xml', 'forbidden');
    const refused = await collect(jenkins, 'a', parts);
    expect(findHeartbeat(refused).complete).toBe(true);
    expect(readStatements(refused[1]!.document)).toMatchObject([
      { predicate: { complete: false } },
    ]);
    jenkins.answers.set('/job/a/config.xml', '<html>');
    const broken = await collect(jenkins, 'a', parts);
    expect(findHeartbeat(broken).problem).toMatch(
      /no whole answer.*config.xml/,
    );
  });

  it('gives a job that is gone a reason, and nothing else', async () => {
    const collected = await collect(jenkins, 'gone', ['builds']);
    expect(findHeartbeat(collected).problem).toMatch(
      /404 to GET \/job\/gone\//,
    );
    expect(readStatements(collected[0]!.document)).toEqual([]);
  });

  it('is refused without credentials', async () => {
    jenkins.addJob('a');
    const { baseUrl } = jenkins.controller;
    const anonymous = createJenkinsCollector({
      controllers: [{ baseUrl }],
      longestBuild: 'P1D',
    });
    const documents: CollectedDocument[] = [];
    const round = anonymous.collect(jenkins.target('a'), createContext());
    for await (const { document } of round) {
      documents.push(document);
    }
    expect(documents.every(({ complete }) => !complete)).toBe(true);
    expect(documents.at(-1)?.problem).toMatch(/Jenkins answered 401/);
  });
});
