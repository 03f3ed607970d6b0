import * as make from '../__testUtils__/azureObjects';
import * as sample from '../__testUtils__/sampleEvents';
import { normaliseServiceHook } from './normaliseServiceHook';

/*
 * Shapes of the official documentation that have fewer fields than those of
 * the other tests, or have them in other places, and events of other kinds.
 */

const scope = { productionEnvironments: [], protectedBranches: [] };

function normalise(event: unknown) {
  const body = new TextEncoder().encode(JSON.stringify(event));
  return normaliseServiceHook(body, scope);
}

function read(event: unknown) {
  const answer = normalise(event);
  expect(answer).toEqual({
    outcome: 'normalised',
    statements: expect.any(Array),
  });
  return answer.outcome === 'normalised' ? answer.statements : [];
}

const ledger = {
  kind: 'repository',
  uri: 'https://dev.azure.com/bank/payments/_git/ledger',
};

describe('a classic release', () => {
  const deployment = {
    kind: 'deployment',
    uri: `${make.BASE}/payments/_releaseProgress?releaseId=4&environmentId=8`,
  };

  it('may have release and environment below its deployment', () => {
    expect(read(sample.shortReleaseEvent())).toEqual([
      {
        type: 'service-deployed',
        subjects: [deployment],
        predicate: {
          deployment: {
            id: '4/8',
            url: deployment.uri,
            environment: { name: 'Production', production: true },
          },
          deployedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each([
    [{ status: 'rejected' }, 'deployment-failed'],
    [{ status: undefined, deploymentStatus: 'failed' }, 'deployment-failed'],
    [{ status: null, deploymentStatus: 'succeeded' }, 'service-deployed'],
    [
      {
        environment: undefined,
        releaseEnvironment: { id: 8, name: 'Production' },
      },
      'service-deployed',
    ],
  ])('may be told by %j', (change, type) => {
    expect(read(sample.shortReleaseEvent(change))).toMatchObject([
      { type, subjects: [deployment] },
    ]);
  });

  it('may be approved beside its release and environment', () => {
    expect(read(sample.shortReleaseApprovalEvent())).toMatchObject([
      {
        type: 'deployment-reviewed',
        subjects: [deployment],
        predicate: {
          environment: { name: 'Production', production: true },
          decision: 'approved',
          reviewer: { login: 'ben@bank.example' },
          decidedAt: '2026-03-02T10:05:00.260Z',
        },
      },
    ]);
  });

  it('is approved when its event was made, where no more is told', () => {
    for (const modifiedOn of [undefined, '0001-01-01T00:00:00']) {
      expect(
        read(sample.shortReleaseApprovalEvent({ modifiedOn }))[0]?.observedAt,
      ).toBe('2026-03-02T12:00:00.123Z');
    }
  });

  it('is approved by nobody where a group was asked', () => {
    const group = { ...make.person('Team'), isContainer: true };
    const [reviewed] = read(
      sample.releaseApprovalEvent({ approver: group, approvedBy: null }),
    );
    expect(reviewed?.predicate).not.toHaveProperty('reviewer');
  });

  it.each([
    ['environment', { environment: undefined }, 'names no environment'],
    ['release', { release: { id: 0, name: null } }, 'names no release'],
  ])('without %s is rejected', (_, change, reason) => {
    expect(normalise(sample.shortReleaseEvent(change))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining(reason),
    });
  });

  it('that names no organisation is rejected, and says what would', () => {
    const event = { ...sample.shortReleaseEvent(), message: undefined };
    expect(normalise(event)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(/resourceContainers no baseUrl/),
    });
  });

  const deployed = (artifact: object) => {
    const release = { ...sample.release, artifacts: [artifact] };
    const [statement] = read(
      sample.releaseEvent('succeeded', { deployment: { release } }),
    );
    return statement;
  };
  const commit = {
    kind: 'commit',
    digest: `gitCommit:${make.sha(42)}`,
  };

  it('tells the commit that its build was made of', () => {
    const [artifact] = sample.release.artifacts;
    const statement = deployed({
      ...artifact,
      definitionReference: {
        ...artifact?.definitionReference,
        sourceVersion: { id: make.sha(42), name: null },
      },
    });
    expect(statement).toMatchObject({
      subjects: [deployment, commit, { kind: 'pipeline-run' }],
      predicate: { deployment: { commit: make.sha(42), ref: 'main' } },
    });
  });

  it('tells the commit of a repository that it deploys', () => {
    const definitionReference = {
      definition: { id: make.REPOSITORY, name: 'ledger' },
      project: { id: make.PROJECT, name: 'payments' },
      version: { id: make.sha(42), name: 'x' },
      branch: { id: 'main', name: 'main' },
    };
    const ofAzure = deployed({ type: 'Git', definitionReference });
    expect(ofAzure?.subjects).toEqual([deployment, ledger, commit]);
    const ofGithub = deployed({
      type: 'GitHub',
      definitionReference: {
        definition: { id: 'bank/ledger', name: 'bank/ledger' },
        version: { id: make.sha(42) },
      },
    });
    expect(ofGithub?.subjects).toEqual([
      deployment,
      { kind: 'repository', uri: 'https://github.com/bank/ledger' },
      commit,
    ]);
  });

  it('may have its fields written large, and artifacts of other kinds', () => {
    expect(
      deployed({
        type: 'Build',
        definitionReference: {
          Project: { id: make.PROJECT, name: 'payments' },
          Version: { id: 42 },
        },
      })?.subjects,
    ).toEqual([
      deployment,
      {
        kind: 'pipeline-run',
        uri: `${make.BASE}/${make.PROJECT}/_build/results?buildId=42`,
      },
    ]);
    expect(deployed({ type: 'Nuget' })?.subjects).toEqual([deployment]);
  });
});

describe('a build', () => {
  it('may have an old page as its address, and neither end nor repository', () => {
    const resource = {
      id: 42,
      buildNumber: '20241202.1',
      status: 'completed',
      result: 'succeeded',
      url: `${make.BASE}/web/build.aspx?pcguid=e4&builduri=vstfs%3a%2f%2f%2fx`,
      definition: { id: 7, name: 'deploy ledger' },
      project: { id: make.PROJECT, name: 'payments' },
    };
    const event = sample.event('build.complete', resource, {
      resourceVersion: undefined,
    });
    const url = `${make.BASE}/${make.PROJECT}/_build/results?buildId=42`;
    expect(read(event)).toEqual([
      {
        type: 'pipeline-run-finished',
        subjects: [
          { kind: 'pipeline-run', uri: url },
          { kind: 'pipeline', uri: 'urn:cicd:dev.azure.com:bank/payments:7' },
        ],
        predicate: {
          pipeline: { name: 'deploy ledger' },
          run: { id: '42', attempt: 1, url },
          outcome: 'success',
          finishedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each(['refs/pull/5/merge', 'refs/tags/v1', ''])(
    'of %s is of no branch',
    sourceBranch => {
      const [run] = read(sample.buildEvent({ sourceBranch }));
      expect(run?.predicate).not.toHaveProperty('branch');
      const self = { refName: sourceBranch, version: make.sha(7) };
      const [other] = read(
        sample.runEvent({ resources: { repositories: { self } } }),
      );
      expect(other?.predicate).not.toHaveProperty('branch');
    },
  );

  it('did not begin on the first day of the calendar', () => {
    const startTime = '0001-01-01T00:00:00';
    const [run] = read(sample.buildEvent({ startTime }));
    expect(run?.predicate).not.toHaveProperty('startedAt');
  });
});

describe('a push', () => {
  it('that happened on the first day of the calendar is rejected', () => {
    const date = '0001-01-01T00:00:00';
    expect(normalise(sample.pushEvent({ date }))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('date is not set'),
    });
  });
});

describe('an event', () => {
  it('may have its type as eventId', () => {
    const { eventType, ...event } = sample.pushEvent();
    expect(read({ ...event, eventId: eventType })).toEqual(
      read(sample.pushEvent()),
    );
    expect(
      read({ eventId: 'manualintervention.pending', resource: {} }),
    ).toEqual([]);
  });

  it.each([
    ['none', undefined],
    ['none', null],
    ['minimal', { pushId: 14, url: `${make.BASE}/_apis/x` }],
  ])('with %s of its resource says what to set', (_, resource) => {
    expect(normalise({ eventType: 'git.push', resource })).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringMatching(
        /^Azure DevOps: git\.push: .* Set "Resource details to send"/,
      ),
    });
  });

  it('without a moment is read where it needs none', () => {
    expect(read({ ...sample.pushEvent(), createdDate: null })).toEqual(
      read(sample.pushEvent()),
    );
  });
});

describe('a repository', () => {
  const changed = (event: unknown) => {
    const [statement, ...others] = read(event);
    expect(others).toEqual([]);
    return statement;
  };

  it.each([
    ['created', 'created', {}, []],
    ['undeleted', 'restored', {}, []],
    [
      'statuschanged',
      'edited',
      { disabled: true },
      [{ field: 'disabled', after: true }],
    ],
  ])('that is %s', (kind, action, more, changes) => {
    expect(changed(sample.repositoryEvent(kind, more))).toEqual({
      type: 'settings-changed',
      subjects: [ledger],
      predicate: {
        setting: 'repository',
        action,
        name: 'ledger',
        changes,
        changedBy: expect.objectContaining({ login: 'cora@bank.example' }),
        changedAt: '2026-03-02T11:00:00.549Z',
      },
      observedAt: '2026-03-02T11:00:00.549Z',
      sourceId: 'azure-devops',
    });
  });

  it('that is renamed is found by both of its names', () => {
    const renamed = { oldName: 'book', newName: 'ledger' };
    expect(changed(sample.repositoryEvent('renamed', renamed))).toMatchObject({
      subjects: [
        ledger,
        { uri: 'https://dev.azure.com/bank/payments/_git/book' },
      ],
      predicate: {
        action: 'edited',
        changes: [{ field: 'name', before: 'book', after: 'ledger' }],
      },
    });
  });

  it('that is deleted is named by its project', () => {
    const event = sample.repositoryEvent('deleted', {
      repository: undefined,
      project: make.project,
      repositoryId: make.REPOSITORY,
      repositoryName: 'ledger',
      isHardDelete: false,
    });
    expect(changed(event)).toMatchObject({
      subjects: [ledger],
      predicate: { action: 'deleted', name: 'ledger', changes: [] },
    });
  });

  it('that is deleted and names no organisation is rejected', () => {
    const { url: _, ...project } = make.project;
    const event = {
      ...sample.repositoryEvent('deleted', {
        project,
        repositoryName: 'ledger',
      }),
      resourceContainers: undefined,
    };
    expect(normalise(event)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('resource.project.url is missing'),
    });
    const told = { ...event, resourceContainers: sample.containers };
    expect(changed(told)?.subjects).toEqual([ledger]);
  });

  it('that is forked makes another', () => {
    const event = sample.repositoryEvent('forked', {
      repository: undefined,
      sourceRepository: make.repository,
      targetRepository: { ...make.repository, name: 'mine' },
    });
    expect(changed(event)).toMatchObject({
      subjects: [{ uri: 'https://dev.azure.com/bank/payments/_git/mine' }],
      predicate: {
        action: 'created',
        name: 'mine',
        changes: [{ field: 'sourceRepository', after: ledger.uri }],
      },
    });
  });
});

describe('an alert', () => {
  const page = `${ledger.uri}/alerts/3`;

  it('is a finding of its repository', () => {
    expect(read(sample.alertEvent())).toEqual([
      {
        type: 'security-finding-changed',
        subjects: [ledger, { kind: 'finding', uri: page }],
        predicate: {
          tool: { name: 'CodeQL' },
          kind: 'code',
          finding: {
            id: '3',
            rule: 'cs/sql-injection',
            title: 'SQL injection',
            url: page,
          },
          severity: 'high',
          state: 'open',
          openedAt: '2026-02-01T08:00:00.000Z',
          changedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('that is dismissed tells by whom and why', () => {
    const dismissal = {
      dismissalType: 'falsePositive',
      message: 'not ours',
      stateChangedBy: make.person('Ben').id,
      stateChangedByIdentity: make.person('Ben'),
    };
    const told = (change: object) =>
      read(sample.alertEvent(change))[0]?.predicate;
    expect(told({ state: 'dismissed', dismissal })).toMatchObject({
      state: 'dismissed',
      reason: 'falsePositive',
      changedBy: { login: 'ben@bank.example' },
    });
    const idOnly = { ...dismissal, stateChangedByIdentity: null };
    expect(told({ state: 'autoDismissed', dismissal: idOnly })).toMatchObject({
      state: 'dismissed',
      changedBy: { id: make.person('Ben').id, kind: 'unknown' },
    });
    expect(told({ state: 'fixed', dismissal })).not.toHaveProperty('changedBy');
  });

  it.each([
    [{ alertType: 'secret', severity: 'critical' }, 'secret', 'critical'],
    [{ alertType: 'dependency', severity: 'low' }, 'dependency', 'low'],
    [{ alertType: 'license', severity: 'medium' }, 'other', 'medium'],
    [{ alertType: null, severity: 'warning' }, 'other', 'unknown'],
  ])('of %j', (change, kind, severity) => {
    expect(read(sample.alertEvent(change))[0]).toMatchObject({
      predicate: { kind, severity },
    });
  });

  it.each([
    [{ state: 'unknown' }, 'resource.state unknown is unknown'],
    [{ repositoryUrl: 'ledger' }, 'repositoryUrl is no repository'],
    [{ tools: [{ name: 'CodeQL', rules: [{}] }] }, 'names no rule'],
  ])('with %j is rejected', (change, reason) => {
    expect(normalise(sample.alertEvent(change))).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining(reason),
    });
  });
});

describe('a check', () => {
  it('of an environment is a changed protection', () => {
    expect(read(sample.checkEvent())).toEqual([
      {
        type: 'settings-changed',
        subjects: [
          {
            kind: 'environment',
            uri: `${make.BASE}/${make.PROJECT}/_environments/1`,
          },
        ],
        predicate: {
          setting: 'environment-protection',
          action: 'edited',
          changes: [],
          changedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('of anything else is none', () => {
    expect(read(sample.checkEvent('queue'))).toEqual([]);
  });

  it('that names no organisation is rejected', () => {
    const event = { ...sample.checkEvent(), resourceContainers: undefined };
    expect(normalise(event)).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('baseUrl'),
    });
  });
});
