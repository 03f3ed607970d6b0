import {
  pipelineUrn,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as make from '../__testUtils__/azureObjects';
import {
  corpusFiles,
  readCorpus,
  readRecordedPush,
  recordedBody,
} from '../__testUtils__/readCorpus';
import * as sample from '../__testUtils__/sampleEvents';
import { normaliseServiceHook } from './normaliseServiceHook';

const scope = {
  productionEnvironments: ['env1'],
  protectedBranches: ['release'],
};

function normalise(event: unknown) {
  const body = new TextEncoder().encode(JSON.stringify(event));
  return normaliseServiceHook(body, scope);
}

function read(event: unknown): Statement[] {
  const answer = normalise(event);
  expect(answer).toMatchObject({ outcome: 'normalised' });
  return answer.outcome === 'normalised' ? answer.statements : [];
}

const ledger = {
  kind: 'repository',
  uri: 'https://dev.azure.com/bank/payments/_git/ledger',
};
const change = { kind: 'change', uri: `${ledger.uri}/pullrequest/5` };
const run = {
  kind: 'pipeline-run',
  uri: `${make.BASE}/${make.PROJECT}/_build/results?buildId=42`,
};
const anna = {
  system: 'dev.azure.com',
  login: 'anna@bank.example',
  id: make.person('Anna').id,
  name: 'Anna',
  email: 'anna@bank.example',
  kind: 'human',
};

describe('a pull request', () => {
  it('that is created is updated by its author', () => {
    const open = { status: 'active', closedDate: undefined };
    expect(read(sample.pullRequestEvent('created', 'x', open))).toEqual([
      {
        type: 'change-updated',
        subjects: [
          ledger,
          change,
          { kind: 'commit', digest: `gitCommit:${make.sha(50)}` },
        ],
        predicate: {
          change: { number: '5', title: 'change 5', url: change.uri },
          pushedBy: anna,
          headCommit: make.sha(50),
        },
        observedAt: '2026-03-01T08:00:00.589Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each(['merged', 'updated'])('that is %s was completed', kind => {
    const [merged, ...others] = read(
      sample.pullRequestEvent(
        kind,
        'Cora marked the pull request as completed',
      ),
    );
    expect(others).toEqual([]);
    expect(merged).toMatchObject({
      type: 'change-merged',
      subjects: [ledger, change, {}, {}],
      predicate: {
        author: anna,
        mergedBy: { login: 'cora@bank.example' },
        mergedAt: '2026-03-02T11:59:00.366Z',
        headCommit: make.sha(50),
        mergeCommit: make.sha(51),
        targetBranch: 'main',
      },
      observedAt: '2026-03-02T11:59:00.366Z',
    });
  });

  it('is not merged by the attempt to merge it', () => {
    const open = { status: 'active', closedDate: undefined };
    expect(read(sample.pullRequestEvent('merged', 'x', open))).toEqual([]);
    expect(
      read(
        sample.pullRequestEvent('merged', 'x', { mergeStatus: 'conflicts' }),
      ),
    ).toEqual([]);
  });

  it('that does not tell when it was closed is rejected', () => {
    expect(
      normalise(
        sample.pullRequestEvent('merged', 'x', { closedDate: undefined }),
      ),
    ).toEqual({
      outcome: 'rejected',
      reason:
        'Azure DevOps: git.pullrequest.merged: closedDate or lastMergeCommit is missing',
    });
  });

  const active = (reviewers: object[]) => ({
    status: 'active',
    closedDate: undefined,
    reviewers,
  });

  it.each([
    ['Ben approved pull request 5 (x) in ledger', 10, 'approved'],
    ['Ben has approved pull request 5 (x) in ledger', 10, 'approved'],
    [
      'Ben has approved and left suggestions on pull request 5 (x)',
      5,
      'approved',
    ],
    [
      'Ben is waiting for the author on pull request 5 (x)',
      -5,
      'changes-requested',
    ],
    ['Ben rejected pull request 5 (x)', -10, 'changes-requested'],
    ['Ben voted on pull request 5 (x)', 0, 'dismissed'],
    ['Ben voted on pull request 5 (x)', 10, 'approved'],
  ])('of which it is said "%s"', (text, vote, decision) => {
    const reviewers = [
      { ...make.person('Ben'), vote },
      { ...make.person('Elsa'), vote: 10 },
    ];
    expect(
      read(sample.pullRequestEvent('updated', text, active(reviewers))),
    ).toMatchObject([
      {
        type: 'change-reviewed',
        subjects: [ledger, change, {}],
        predicate: {
          reviewId: `${make.person('Ben').id}:${make.sha(50)}`,
          reviewer: { login: 'ben@bank.example', kind: 'human' },
          decision,
          commit: make.sha(50),
          submittedAt: '2026-03-02T12:00:00.123Z',
        },
      },
    ]);
  });

  it.each([
    ['nobody of that name', [make.person('Elsa')]],
    ['somebody who did not', [make.person('Ben')]],
    [
      'two of that name',
      [
        { ...make.person('Ben'), vote: 10 },
        { ...make.person('Elsa'), displayName: 'Ben', vote: 10 },
      ],
    ],
    [
      'a group',
      [
        {
          ...make.person('Team'),
          displayName: 'Ben',
          vote: 10,
          isContainer: true,
        },
      ],
    ],
  ])('is not approved by %s', (_, reviewers) => {
    expect(
      normalise(
        sample.pullRequestEvent(
          'updated',
          'Ben approved pull request 5 (x)',
          active(reviewers),
        ),
      ),
    ).toMatchObject({
      statements: [],
      flaws: [expect.stringContaining('message.text names Ben')],
    });
  });

  it('keeps earlier votes off a push', () => {
    const reviewers = [{ ...make.person('Ben'), vote: 10 }];
    const [pushed, ...others] = read(
      sample.pullRequestEvent(
        'updated',
        'Ben updated the source branch of pull request 5 (x) in ledger',
        active(reviewers),
      ),
    );
    expect(others).toEqual([]);
    expect(pushed).toMatchObject({
      type: 'change-updated',
      predicate: { pushedBy: { login: 'ben@bank.example' } },
      observedAt: '2026-03-02T12:00:00.123Z',
    });
  });

  it('makes up no account for who pushed', () => {
    const text = 'Zoe updated the source branch of pull request 5 (x)';
    expect(
      read(sample.pullRequestEvent('updated', text, active([])))[0],
    ).toMatchObject({
      predicate: {
        pushedBy: { system: 'dev.azure.com', name: 'Zoe', kind: 'unknown' },
      },
    });
  });

  it('believes no title', () => {
    const title = '(Ben approved pull request 4) in ledger';
    const reviewers = [{ ...make.person('Ben'), vote: 10 }];
    expect(
      normalise(
        sample.pullRequestEvent(
          'updated',
          `Cora changed the reviewer list on pull request 5 ${title}`,
          active(reviewers),
        ),
      ),
    ).toEqual({ outcome: 'normalised', statements: [] });
  });

  it('says so when the sentence is left out', () => {
    expect(
      normalise(sample.pullRequestEvent('updated', undefined)),
    ).toMatchObject({
      statements: [{ type: 'change-merged' }],
      flaws: [expect.stringContaining('message.text is missing')],
    });
  });
});

describe('a push', () => {
  it('to the default branch', () => {
    expect(read(sample.pushEvent())).toMatchObject([
      {
        type: 'commits-pushed',
        subjects: [
          ledger,
          { kind: 'commit', digest: `gitCommit:${make.sha(9)}` },
        ],
        predicate: {
          branch: 'main',
          before: make.sha(8),
          after: make.sha(9),
          pushedBy: { login: 'anna@bank.example', kind: 'unknown' },
          commits: [
            {
              commit: make.sha(9),
              // The address is that of the account which pushed.
              author: { login: 'anna@bank.example' },
              coAuthors: [
                {
                  system: 'dev.azure.com',
                  name: 'Dora',
                  email: 'dora@home.example',
                  kind: 'unknown',
                },
              ],
              title: 'round amounts',
            },
          ],
        },
        observedAt: '2026-03-02T10:00:00.330Z',
      },
    ]);
  });

  it('makes up neither an account nor whether history was rewritten', () => {
    const commits = [make.commit(make.sha(9), 'Elsa')];
    const [pushed] = read(sample.pushEvent({ commits }));
    const { predicate } = pushed as Statement<'commits-pushed'>;
    expect(predicate.commits[0]?.author).toEqual({
      system: 'dev.azure.com',
      name: 'Elsa',
      email: 'elsa@bank.example',
      kind: 'unknown',
    });
    expect(predicate).not.toHaveProperty('forced');
  });

  const update = (name: string, from: number, to: number) => ({
    name,
    oldObjectId: from ? make.sha(from) : '0'.repeat(40),
    newObjectId: to ? make.sha(to) : '0'.repeat(40),
  });

  it.each([
    ['a new protected branch', update('refs/heads/release', 0, 9), 1],
    ['another branch', update('refs/heads/topic', 8, 9), 0],
    ['a tag', update('refs/tags/release', 0, 9), 0],
    ['a branch that is deleted', update('refs/heads/main', 9, 0), 0],
  ])('to %s', (_, refUpdate, count) => {
    const statements = read(sample.pushEvent({ refUpdates: [refUpdate] }));
    expect(statements).toHaveLength(count);
    statements.forEach(({ predicate }) =>
      expect(predicate).not.toHaveProperty('before'),
    );
  });

  it('as it was really recorded', () => {
    expect(read(readRecordedPush())).toMatchObject([
      {
        subjects: [
          {
            kind: 'repository',
            uri: 'https://dev.azure.com/alexander0053/alex-test/_git/alex-test',
          },
          {},
        ],
        predicate: {
          branch: 'master',
          after: '298a79aa1552799a70718a0ee914d153d5a1a76b',
        },
      },
    ]);
  });
});

describe('a build', () => {
  const pipeline = {
    kind: 'pipeline',
    uri: pipelineUrn({
      host: 'dev.azure.com',
      project: 'bank/payments',
      definition: '7',
    }),
  };

  it('that is complete is a run of the pipeline the catalog knows', () => {
    expect(read(sample.buildEvent())).toEqual([
      {
        type: 'pipeline-run-finished',
        subjects: [
          ledger,
          { kind: 'commit', digest: `gitCommit:${make.sha(42)}` },
          run,
          pipeline,
        ],
        predicate: {
          pipeline: { name: 'deploy ledger' },
          run: { id: '42', attempt: 1, url: run.uri },
          outcome: 'success',
          commit: make.sha(42),
          branch: 'main',
          trigger: 'individualCI',
          triggeredBy: anna,
          startedAt: '2026-03-01T09:00:05.500Z',
          finishedAt: '2026-03-02T10:10:00.690Z',
        },
        observedAt: '2026-03-02T10:10:00.690Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each([
    ['succeeded', 'success'],
    ['partiallySucceeded', 'other'],
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
    ['none', 'other'],
    [undefined, 'other'],
  ])('with the result %s', (result, outcome) => {
    expect(read(sample.buildEvent({ result }))[0]).toMatchObject({
      predicate: { outcome },
    });
  });

  it.each([
    [{ type: 'TfsGit', name: 'ledger' }, ledger.uri],
    [{ type: 'GitHub', id: 'bank/ledger' }, 'https://github.com/bank/ledger'],
    [
      {
        type: 'GitHubEnterprise',
        url: 'https://x:y@git.bank.example/pay/ledger.git',
      },
      'https://git.bank.example/pay/ledger',
    ],
    [{ type: 'Git', url: 'ssh://git@git.bank.example/ledger' }, undefined],
    [
      { type: 'TfsVersionControl', url: 'https://dev.azure.com/bank/' },
      undefined,
    ],
    [undefined, undefined],
  ])('of the repository %j', (repository, uri) => {
    const [statement] = read(sample.buildEvent({ repository }));
    expect(
      statement?.subjects.find(({ kind }) => kind === 'repository')?.uri,
    ).toBe(uri);
  });

  it('that is a changeset names no commit', () => {
    const [statement] = read(sample.buildEvent({ sourceVersion: 'C18' }));
    expect(statement?.predicate).not.toHaveProperty('commit');
  });

  it('has the same run in the events of pipelines', () => {
    const [statement] = read(sample.runEvent());
    expect(statement).toMatchObject({
      type: 'pipeline-run-finished',
      subjects: [
        ledger,
        { kind: 'commit', digest: `gitCommit:${make.sha(42)}` },
        run,
      ],
      predicate: { outcome: 'failure', commit: make.sha(42) },
      observedAt: '2026-03-02T10:10:00.000Z',
    });
    expect(read(sample.runEvent({ state: 'inProgress' }))).toEqual([]);
  });

  it('takes commit and branch from the resources of a run', () => {
    const self = { refName: 'refs/heads/main', version: make.sha(77) };
    expect(
      read(sample.runEvent({ resources: { repositories: { self } } }))[0],
    ).toMatchObject({ predicate: { commit: make.sha(77), branch: 'main' } });
  });

  it('has jobs, each of its own', () => {
    const [job] = read(sample.jobEvent());
    expect(job).toMatchObject({
      type: 'pipeline-task-finished',
      subjects: [
        ledger,
        {},
        run,
        { uri: `${run.uri}&view=logs&j=12f1170f-54f2-53f3-20dd-22fc7dff55f9` },
      ],
      predicate: {
        task: {
          id: '42/12f1170f-54f2-53f3-20dd-22fc7dff55f9',
          name: 'Compile',
        },
        run: { id: '42', url: run.uri },
        outcome: 'success',
        startedAt: '2026-03-02T10:01:00.776Z',
        finishedAt: '2026-03-02T10:02:00.776Z',
      },
    });
    expect(read(sample.jobEvent({ state: 'running' }))).toEqual([]);
  });

  it('has stages, which end when their event is made', () => {
    const file = 'service-hook-samples/stage-state-changed.json';
    expect(read(readCorpus(file))).toMatchObject([
      {
        type: 'pipeline-task-finished',
        subjects: [
          {
            uri: 'https://dev.azure.com/fabrikamfiber/fabrikamfiber-viva/_git/fabrikamfiber',
          },
          {
            kind: 'pipeline-run',
            uri: 'https://codedev.ms/org/00000000-0000-0000-0000-000000000000/_build/results?buildId=2',
          },
          { kind: 'pipeline-task' },
        ],
        predicate: {
          task: { name: '__default' },
          finishedAt: '2019-12-13T06:10:10.186Z',
        },
      },
    ]);
  });
});

describe('an approval', () => {
  const environment = {
    kind: 'environment',
    uri: `${make.BASE}/${make.PROJECT}/_environments/1`,
  };

  it('of a stage tells who gave it', () => {
    expect(read(sample.approvalEvent())).toEqual([
      {
        type: 'deployment-reviewed',
        subjects: [run, environment],
        predicate: {
          environment: { name: 'production', production: true },
          decision: 'approved',
          reviewer: {
            ...anna,
            login: 'ben@bank.example',
            email: 'ben@bank.example',
            name: 'Ben',
            id: make.person('Ben').id,
          },
          comment: 'go',
          run: { id: '42', url: run.uri },
          decidedAt: '2026-03-02T10:05:00.000Z',
        },
        observedAt: '2026-03-02T10:05:00.000Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('may be refused', () => {
    const approval = make.approval('a', '2026-03-02T10:05:00Z', 'rejected');
    expect(read(sample.approvalEvent({ approval }))[0]).toMatchObject({
      predicate: { decision: 'rejected' },
    });
  });

  it('without steps tells no reviewer', () => {
    const approval = {
      ...make.approval('a', '2026-03-02T10:05:00Z'),
      steps: [],
    };
    const [reviewed] = read(sample.approvalEvent({ approval }));
    expect(reviewed?.predicate).not.toHaveProperty('reviewer');
    const timedOut = { ...approval, status: 'timedOut' };
    expect(read(sample.approvalEvent({ approval: timedOut }))).toEqual([]);
  });

  it('for something else than an environment is no review', () => {
    const resource = { type: 'queue', id: '1', name: 'Default' };
    expect(read(sample.approvalEvent({ resource }))).toEqual([]);
  });

  it('that names no environment is rejected', () => {
    expect(normalise(sample.approvalEvent({ resource: null }))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('names no environment'),
    });
  });

  it('is read from its sentence where nothing else tells', () => {
    const file = 'service-hook-samples/approval-completed.json';
    const zero = '00000000-0000-0000-0000-000000000000';
    expect(read(readCorpus(file))).toMatchObject([
      {
        subjects: [
          {
            uri: `https://dev.azure.com/fabfiber/${zero}/_build/results?buildId=2`,
          },
          { uri: `https://dev.azure.com/fabfiber/${zero}/_environments/1` },
        ],
        predicate: {
          environment: { name: 'env1', production: true },
          decision: 'approved',
          reviewer: { id: expect.stringContaining('f8482ec0') },
          run: { id: '2' },
        },
      },
    ]);
  });
});

describe('a classic release', () => {
  const deployment = {
    kind: 'deployment',
    uri: `${make.BASE}/payments/_releaseProgress?releaseId=4&environmentId=8`,
  };

  it.each([
    ['succeeded', 'service-deployed', {}],
    ['partiallySucceeded', 'service-deployed', {}],
    ['rejected', 'deployment-failed', { outcome: 'failure' }],
    ['canceled', 'deployment-failed', { outcome: 'error' }],
  ])('that %s', (status, type, predicate) => {
    expect(read(sample.releaseEvent(status))).toMatchObject([
      {
        type,
        subjects: [deployment],
        predicate: {
          ...predicate,
          deployment: {
            id: '4/8',
            environment: { name: 'Production', production: true },
          },
        },
        observedAt: '2026-03-02T12:00:00.123Z',
      },
    ]);
  });

  it('that goes on tells nothing yet', () => {
    expect(read(sample.releaseEvent('inProgress'))).toEqual([]);
  });

  it('names the build it deployed where it tells', () => {
    const [deployed] = read(
      sample.releaseEvent('succeeded', {
        deployment: {
          release: sample.release,
          requestedFor: make.person('Anna'),
        },
      }),
    );
    expect(deployed).toMatchObject({
      subjects: [deployment, run],
      predicate: {
        deployment: { ref: 'main', runUrl: run.uri, deployer: anna },
      },
    });
  });

  it('is approved by a person before it is deployed', () => {
    expect(read(sample.releaseApprovalEvent())).toMatchObject([
      {
        type: 'deployment-reviewed',
        subjects: [deployment, run],
        predicate: {
          decision: 'approved',
          reviewer: { login: 'ben@bank.example' },
          comment: 'Good to go!',
        },
        observedAt: '2026-03-02T10:05:00.260Z',
      },
    ]);
    for (const other of [
      { isAutomated: true },
      { approvalType: 'postDeploy' },
      { status: 'canceled' },
    ]) {
      expect(read(sample.releaseApprovalEvent(other))).toEqual([]);
    }
  });

  it('is approved as the API recorded it', () => {
    const file = corpusFiles('release/7.1/httpExamples/approvals').find(name =>
      name.includes('PATCH__'),
    )!;
    expect(
      read(sample.releaseApprovalEvent(recordedBody(file)))[0],
    ).toMatchObject({
      predicate: {
        decision: 'approved',
        reviewer: { name: expect.any(String) },
      },
    });
  });
});

describe('an event', () => {
  it.each(['workitem.created', 'git.repo.created', 'constructor'])(
    'of the type %s is taken with nothing made of it',
    eventType => {
      expect(normalise({ eventType, resource: {} })).toEqual({
        outcome: 'normalised',
        statements: [],
      });
    },
  );

  it('without a type is rejected', () => {
    expect(normalise({ resource: {} })).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('eventType'),
    });
  });
});
