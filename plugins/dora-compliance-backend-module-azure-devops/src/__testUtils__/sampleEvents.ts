import * as make from './azureObjects';
import { readCorpus, readRecordedPush } from './readCorpus';

/**
 * Events in the shapes of the official documentation, of which the corpus has
 * few: about `bank/payments/ledger`.
 */
export function event(
  eventType: string,
  resource: object,
  more: object = {},
): Record<string, unknown> {
  return {
    subscriptionId: '4f6e6328-0251-4814-a009-c01dfa368e3f',
    notificationId: 1,
    id: '33433986-7f56-4969-bfd4-3e59774c75ad',
    eventType,
    publisherId: 'tfs',
    message: { text: 'Something happened', html: 'x', markdown: 'x' },
    resource,
    resourceVersion: '1.0',
    resourceContainers: {
      collection: { id: 'c12d0eb8-e382-443b-9f9c-c52cba5014c2' },
      account: { id: 'f844ec47-a9db-4511-8281-8b63f4eaf94e' },
      project: { id: make.PROJECT, baseUrl: `${make.BASE}/` },
    },
    createdDate: '2026-03-02T12:00:00.1234567Z',
    ...more,
  };
}

/** An event of a pull request with the sentence that tells what was done. */
export function pullRequestEvent(
  kind: string,
  text: string | undefined,
  change: object = {},
) {
  return event(
    `git.pullrequest.${kind}`,
    { ...make.pullRequest(5, '2026-03-02T11:59:00.3660573Z'), ...change },
    { message: text === undefined ? undefined : { text } },
  );
}

export function pushEvent(change: object = {}) {
  return event('git.push', {
    commits: [make.commit(make.sha(9), 'Anna')],
    refUpdates: [
      {
        name: 'refs/heads/main',
        oldObjectId: make.sha(8),
        newObjectId: make.sha(9),
      },
    ],
    repository: make.repository,
    pushedBy: {
      id: '00067FFED5C7AF52@Live.com',
      displayName: 'Anna',
      uniqueName: 'Windows Live ID\\anna@bank.example',
    },
    pushId: 14,
    date: '2026-03-02T10:00:00.3309587Z',
    url: `${make.repository.url}/pushes/14`,
    ...change,
  });
}

export function buildEvent(change: object = {}) {
  return event(
    'build.complete',
    { ...make.build(42, '2026-03-02T10:10:00.69Z'), ...change },
    { resourceVersion: '2.0' },
  );
}

const pipeline = {
  url: `${make.BASE}/${make.PROJECT}/_apis/Pipelines/7?revision=2`,
  id: 7,
  revision: 2,
  name: 'deploy ledger',
  folder: '\\',
};

const run = {
  _links: {
    web: { href: `${make.BASE}/${make.PROJECT}/_build/results?buildId=42` },
  },
  pipeline,
  state: 'completed',
  result: 'failed',
  createdDate: '2026-03-02T10:00:00Z',
  finishedDate: '2026-03-02T10:10:00Z',
  url: `${make.BASE}/${make.PROJECT}/_apis/pipelines/7/runs/42`,
  id: 42,
  name: '20260302.1',
};

const ranOn = {
  pipeline,
  projectId: make.PROJECT,
  repositories: [
    {
      alias: 'self',
      type: 'Git',
      change: { version: make.sha(42), message: 'round amounts' },
      url: 'https://bank@dev.azure.com/bank/payments/_git/ledger',
    },
  ],
};

export function runEvent(change: object = {}) {
  return event('ms.vss-pipelines.run-state-changed-event', {
    run: { ...run, ...change },
    ...ranOn,
  });
}

export function jobEvent(change: object = {}) {
  return event('ms.vss-pipelines.job-state-changed-event', {
    job: {
      id: '12f1170f-54f2-53f3-20dd-22fc7dff55f9',
      name: 'Compile',
      state: 'completed',
      result: 'succeeded',
      startTime: '2026-03-02T10:01:00.7761408Z',
      finishTime: '2026-03-02T10:02:00.7761408Z',
      ...change,
    },
    stage: { id: 'x', name: '__default', state: 'completed' },
    run,
    ...ranOn,
  });
}

export function approvalEvent(change: object = {}) {
  return event('ms.vss-pipelinechecks-events.approval-completed', {
    approval: make.approval('a1', '2026-03-02T10:05:00Z'),
    projectId: make.PROJECT,
    pipeline,
    stage: { id: 'x', name: 'deploy', state: 'waiting' },
    run,
    resource: { type: 'environment', id: '1', name: 'production' },
    stageName: 'deploy',
    attemptId: 1,
    ...change,
  });
}

const release = {
  id: 4,
  name: 'Release-1',
  url: 'http://vsrm.dev.azure.com/bank/DefaultCollection/payments/_apis/Release/releases/4',
  artifacts: [
    {
      sourceId: `${make.PROJECT}:7`,
      type: 'Build',
      alias: 'ledger',
      definitionReference: {
        definition: { id: '7', name: 'build ledger' },
        project: { id: make.PROJECT, name: 'payments' },
        version: { id: '42', name: '20260302.1' },
        branch: { id: 'refs/heads/main', name: 'main' },
      },
      isPrimary: true,
    },
  ],
};

export function releaseEvent(status: string, more: object = {}) {
  const { artifacts: _, ...reference } = release;
  return event(
    'ms.vss-release.deployment-completed-event',
    {
      environment: {
        id: 8,
        releaseId: 4,
        name: 'Production',
        status,
        modifiedOn: '2016-01-21T08:19:17.26Z',
        owner: make.person('Cora'),
        release: reference,
      },
      project: { id: make.PROJECT, name: 'payments' },
      ...more,
    },
    { publisherId: 'rm', resourceVersion: '3.0-preview.1' },
  );
}

export function releaseApprovalEvent(change: object = {}) {
  return event(
    'ms.vss-release.deployment-approval-completed-event',
    {
      approval: {
        id: 221,
        revision: 1,
        approver: make.person('Team'),
        approvedBy: make.person('Ben'),
        approvalType: 'preDeploy',
        createdOn: '2026-03-02T10:00:00.26Z',
        modifiedOn: '2026-03-02T10:05:00.26Z',
        status: 'approved',
        comments: 'Good to go!',
        isAutomated: false,
        release: { id: 4, name: 'Release-1' },
        releaseDefinition: {
          id: 1,
          name: 'payments.CD',
          url: 'http://vsrm.dev.azure.com/bank/DefaultCollection/payments/_apis/Release/definitions/1',
        },
        releaseEnvironment: { id: 8, name: 'Production' },
        ...change,
      },
      release,
      project: { id: make.PROJECT, name: 'payments' },
    },
    { publisherId: 'rm', resourceVersion: '3.0-preview.1' },
  );
}

export { release };

/** An event of each kind that is read, the recorded ones first. */
export const allEvents: readonly Record<string, unknown>[] = [
  readRecordedPush(),
  readCorpus('service-hook-samples/approval-completed.json'),
  readCorpus('service-hook-samples/stage-state-changed.json'),
  pushEvent(),
  pullRequestEvent('created', 'Anna created pull request 5'),
  pullRequestEvent('merged', 'Cora has created a pull request merge commit'),
  pullRequestEvent('updated', 'Ben approved pull request 5 (x) in ledger'),
  buildEvent(),
  runEvent(),
  jobEvent(),
  approvalEvent(),
  releaseEvent('succeeded', { deployment: { release } }),
  releaseApprovalEvent(),
];
