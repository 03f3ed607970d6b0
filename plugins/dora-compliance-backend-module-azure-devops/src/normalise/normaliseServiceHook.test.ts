import {
  pipelineUrn,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as make from '../__testUtils__/azureObjects';
import * as sample from '../__testUtils__/sampleEvents';
import { normaliseServiceHook } from './normaliseServiceHook';

const scope = {
  productionEnvironments: ['live'],
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

  it.each([
    ['Cora abandoned pull request 5 (x) in ledger'],
    ['Cora marked the pull request as abandoned'],
  ])('that is given up: %s', text => {
    const abandoned = { status: 'abandoned' };
    expect(read(sample.pullRequestEvent('updated', text, abandoned))).toEqual([
      {
        type: 'change-state-changed',
        subjects: [
          ledger,
          change,
          { kind: 'commit', digest: `gitCommit:${make.sha(50)}` },
        ],
        predicate: {
          change: { number: '5', title: 'change 5', url: change.uri },
          action: 'closed',
          changedBy: expect.objectContaining({ login: 'cora@bank.example' }),
          changedAt: '2026-03-02T11:59:00.366Z',
          headCommit: make.sha(50),
          targetBranch: 'main',
        },
        observedAt: '2026-03-02T11:59:00.366Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('that is given up may be told by its event alone', () => {
    const told = { status: 'abandoned', closedBy: null, closedDate: null };
    const text = 'Ben abandoned pull request 5 (x) in ledger';
    expect(read(sample.pullRequestEvent('updated', text, told))).toMatchObject([
      {
        predicate: {
          action: 'closed',
          changedBy: { login: 'ben@bank.example' },
          changedAt: '2026-03-02T12:00:00.123Z',
        },
      },
    ]);
  });

  it.each([
    ['Ben reactivated pull request 5 (x) in ledger', 'reopened'],
    ['Ben marked the pull request as active', 'reopened'],
    ['Ben changed the target branch of pull request 5 (x)', 'retargeted'],
    ['Ben has retargeted pull request 5 (x) in ledger', 'retargeted'],
  ])('whose state changed: %s', (text, action) => {
    const now = {
      ...active([make.person('Ben')]),
      targetRefName: 'refs/heads/release',
    };
    const [state, ...others] = read(
      sample.pullRequestEvent('updated', text, now),
    );
    expect(others).toEqual([]);
    expect(state).toMatchObject({
      type: 'change-state-changed',
      predicate: {
        action,
        changedBy: { login: 'ben@bank.example' },
        changedAt: '2026-03-02T12:00:00.123Z',
        targetBranch: 'release',
      },
    });
    expect(state?.predicate).not.toHaveProperty('previousTargetBranch');
  });

  it.each(['failure', 'rejectedByPolicy', 'conflicts'])(
    'is not merged by a merge that ended with %s',
    mergeStatus => {
      expect(
        read(sample.pullRequestEvent('merged', 'x', { mergeStatus })),
      ).toEqual([]);
    },
  );

  it('tells the fork it comes from, and else nothing of it', () => {
    const own = { ...make.repository, name: 'my-ledger' };
    const sourceOf = (forkSource?: object | null) =>
      ['created', 'merged'].map(kind => {
        const [statement] = read(
          sample.pullRequestEvent(kind, 'x', { forkSource }),
        );
        return (statement?.predicate as { sourceRepository?: object })
          .sourceRepository;
      });
    const url = 'https://dev.azure.com/bank/payments/_git/my-ledger';
    expect(sourceOf({ name: 'refs/heads/x', repository: own })).toEqual([
      { url, fork: true },
      { url, fork: true },
    ]);
    expect(sourceOf({ repository: null })).toEqual([
      { fork: true },
      { fork: true },
    ]);
    expect(sourceOf({ repository: { name: 'gone' } })).toEqual([
      { fork: true },
      { fork: true },
    ]);
    expect(sourceOf()).toEqual([undefined, undefined]);
    expect(sourceOf(null)).toEqual([undefined, undefined]);
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
  const pushed = (...refUpdates: object[]) =>
    read(sample.pushEvent({ refUpdates }));

  it.each([
    ['a new protected branch', 'release', 0],
    ['any other branch', 'topic/x', 8],
  ])('to %s', (_, branch, from) => {
    const [statement, ...others] = pushed(
      update(`refs/heads/${branch}`, from, 9),
    );
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      type: 'commits-pushed',
      predicate: { branch, after: make.sha(9), commits: [{}] },
    });
    expect((statement?.predicate as { before?: string }).before).toBe(
      from ? make.sha(from) : undefined,
    );
  });

  it.each([
    ['refs/notes/commits', 8, 9],
    ['refs/pull/5/merge', 8, 9],
    ['refs/heads/', 8, 9],
    ['refs/heads/never', 0, 0],
  ])('to %s from %s to %s tells nothing', (name, from, to) => {
    expect(pushed(update(name, from, to))).toEqual([]);
  });

  it('that deletes a branch tells where it was', () => {
    expect(pushed(update('refs/heads/topic/x', 8, 0))).toEqual([
      {
        type: 'reference-changed',
        subjects: [
          ledger,
          { kind: 'branch', uri: `${ledger.uri}?version=GBtopic%2Fx` },
          { kind: 'commit', digest: `gitCommit:${make.sha(8)}` },
        ],
        predicate: {
          reference: { kind: 'branch', name: 'topic/x' },
          action: 'deleted',
          before: make.sha(8),
          changedBy: expect.objectContaining({ login: 'anna@bank.example' }),
          changedAt: '2026-03-02T10:00:00.330Z',
        },
        observedAt: '2026-03-02T10:00:00.330Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each([
    ['created', 0, 9],
    ['moved', 8, 9],
    ['deleted', 8, 0],
  ])(
    'by which a tag is %s tells no commit, which it may not be',
    (action, from, to) => {
      const [changed, ...others] = pushed(update('refs/tags/v1', from, to));
      expect(others).toEqual([]);
      expect(changed).toMatchObject({
        type: 'reference-changed',
        subjects: [ledger, { kind: 'tag', uri: `${ledger.uri}?version=GTv1` }],
        predicate: { reference: { kind: 'tag', name: 'v1' }, action },
      });
      expect(changed?.subjects).toHaveLength(2);
      expect(changed?.predicate).not.toHaveProperty('before');
      expect(changed?.predicate).not.toHaveProperty('after');
    },
  );

  it('has all of its commits beside a deletion and a tag of the same', () => {
    const statements = pushed(
      update('refs/heads/main', 8, 9),
      update('refs/heads/topic', 7, 0),
      update('refs/tags/v1', 0, 9),
    );
    expect(statements.map(({ type }) => type)).toEqual([
      'commits-pushed',
      'reference-changed',
      'reference-changed',
    ]);
    expect(statements[0]).toMatchObject({ predicate: { commits: [{}] } });
  });

  it('is not lost with an update that can not be read', () => {
    const refUpdates = [
      update('refs/heads/main', 8, 9),
      { ...update('refs/heads/topic', 8, 9), newObjectId: make.PROJECT },
    ];
    expect(normalise(sample.pushEvent({ refUpdates }))).toMatchObject({
      statements: [{ predicate: { branch: 'main' } }],
      flaws: ['refUpdates.1: newObjectId must be the id of a commit'],
    });
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
    const [stage] = read(sample.stageEvent());
    expect(stage).toMatchObject({
      type: 'pipeline-task-finished',
      subjects: [
        ledger,
        run,
        { uri: `${run.uri}&view=logs&s=96ac2280-8cb4-5df5-99de-dd2da759617d` },
      ],
      predicate: {
        task: { name: 'deploy' },
        finishedAt: '2026-03-02T12:00:00.123Z',
      },
    });
    expect(stage?.predicate).not.toHaveProperty('commit');
    expect(read(sample.stageEvent({ state: 'waiting' }))).toEqual([]);
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
    expect(read(sample.approvalInWords())).toMatchObject([
      {
        subjects: [run, environment],
        predicate: {
          environment: { name: 'live', production: true },
          decision: 'approved',
          reviewer: { id: make.person('Ben').id },
          run: { id: '42' },
          decidedAt: '2026-03-02T10:05:00.460Z',
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

  it('that ended in a way nobody knows is flawed', () => {
    expect(normalise(sample.releaseEvent('exploded'))).toEqual({
      outcome: 'normalised',
      statements: [],
      flaws: ['the status of the deployment, exploded, is unknown'],
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
});

describe('an event', () => {
  it.each([
    'workitem.created',
    'tfvc.checkin',
    'ms.vss-code.git-pullrequest-comment-event',
    'ms.vss-endpoint.endpoint-created',
    'ms.vss-release.deployment-started-event',
    'constructor',
  ])('of the type %s is taken with nothing made of it', eventType => {
    const odd = { createdDate: 'never', message: 'none' };
    expect(normalise({ eventType, resource: {}, ...odd })).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });

  it('without a type is rejected', () => {
    expect(normalise({ resource: {} })).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('eventType'),
    });
  });
});
