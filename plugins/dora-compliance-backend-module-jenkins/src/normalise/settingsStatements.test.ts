import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { computersWithoutLabels, freestyleJob } from '../__testUtils__/builds';
import {
  answer,
  read,
  rule,
  createScope,
  TARGET,
} from '../__testUtils__/collectedParts';

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
      createScope(rule('live', 'Deploy'), rule('live')),
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
      const { statements } = read(part, answers, createScope(), 'answered 403');
      expect(statements).toMatchObject([
        { predicate: { complete: false, problem: 'answered 403' } },
      ]);
    },
  );
});
