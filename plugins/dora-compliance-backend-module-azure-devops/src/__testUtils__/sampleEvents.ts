import * as make from './azureObjects';
import { event } from './sampleEvent';

export * from './sampleEvent';
export * from './sampleReleases';
export * from './sampleSettings';

/** An event of a pull request with the sentence that shows what was done. */
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

/** The same of a pull request that is open. */
export function updateEvent(text: string, change: object = {}) {
  const open = { status: 'active', closedDate: undefined };
  return pullRequestEvent('updated', text, { ...open, ...change });
}

export function pushEvent(change: object = {}) {
  return event('git.push', {
    commits: [make.commit(make.sha(9), 'Anna')],
    refUpdates: [refUpdate('refs/heads/main', 8, 9)],
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

/** What a push does to a reference; 0 stands for no commit. */
export function refUpdate(name: string, from: number, to: number) {
  const toObjectId = (number: number) =>
    number ? make.sha(number) : '0'.repeat(40);
  return { name, oldObjectId: toObjectId(from), newObjectId: toObjectId(to) };
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

/** Stages report no end, and repositories no commit. */
export function stageEvent(change: object = {}) {
  const { change: _, ...repository } = ranOn.repositories[0]!;
  return event('ms.vss-pipelines.stage-state-changed-event', {
    stage: {
      _links: run._links,
      id: '96ac2280-8cb4-5df5-99de-dd2da759617d',
      name: 'deploy',
      displayName: null,
      state: 'completed',
      result: 'succeeded',
      ...change,
    },
    run,
    ...ranOn,
    repositories: [{ ...repository, change: { message: 'round amounts' } }],
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

/**
 * An approval whose run and environment are reported by its text alone.
 * Addresses stand there without quotation marks.
 */
export function approvalInWords(status = 'approved') {
  const page = `${make.BASE}/payments/_build/results?buildId=42&view=results`;
  const environment = `${make.BASE}/payments/_environments/1?view=resources`;
  const text = `Approval completed for deployment of pipeline 20260302.1 to environment live.`;
  const step = {
    assignedApprover: { displayName: null, id: make.person('Ben').id },
    status,
    comment: 'go',
    initiatedOn: '2026-03-02T10:04:00.460Z',
  };
  return event(
    'ms.vss-pipelinechecks-events.approval-completed',
    {
      approval: {
        id: 'a1',
        steps: [step],
        status,
        createdOn: '2026-03-02T10:04:00.460Z',
        lastModifiedOn: '2026-03-02T10:05:00.460Z',
        minRequiredApprovers: 1,
        blockedApprovers: [],
        _links: {},
      },
      projectId: make.PROJECT,
      pipeline: null,
      stage: null,
      run: null,
      resource: null,
      id: 0,
      url: null,
      stageName: null,
      attemptId: 0,
    },
    {
      publisherId: 'pipelines',
      resourceVersion: '5.1-preview.1',
      message: {
        text,
        html: `Approval completed for deployment of pipeline <a href=${page}> 20260302.1 </a> to environment <a href=${environment}>live</a>.`,
        markdown: `Approval completed for deployment of pipeline [${page}](20260302.1) to environment [live](${environment})`,
      },
    },
  );
}
