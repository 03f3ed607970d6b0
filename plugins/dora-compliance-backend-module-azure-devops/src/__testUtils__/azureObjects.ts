/** Things of Azure DevOps as its API and its events write them. */

export const PROJECT = '6ce954b1-ce1f-45d1-b94d-e6bf2464ba2c';
export const REPOSITORY = '278d5cd2-584d-4b63-824a-2ba458937249';
export const BASE = 'https://dev.azure.com/bank';

/** A commit id made of a number. */
export function sha(number: number): string {
  return number.toString(16).padStart(40, 'c');
}

export function person(name: string) {
  return {
    displayName: name,
    id: `54d125f7-69f7-4191-904f-${name.toLowerCase().padEnd(12, '0')}`,
    uniqueName: `${name.toLowerCase()}@bank.example`,
    descriptor: `aad.${name}`,
    url: `${BASE}/_apis/Identities/${name}`,
  };
}

export const project = {
  id: PROJECT,
  name: 'payments',
  url: `${BASE}/_apis/projects/${PROJECT}`,
  state: 'wellFormed',
};

export const repository = {
  id: REPOSITORY,
  name: 'ledger',
  url: `${BASE}/${PROJECT}/_apis/git/repositories/${REPOSITORY}`,
  project,
  defaultBranch: 'refs/heads/main',
  remoteUrl: 'https://bank@dev.azure.com/bank/payments/_git/ledger',
  webUrl: `${BASE}/payments/_git/ledger`,
};

/** A completed pull request by Anna, approved by Ben. */
export function pullRequest(number: number, closedDate: string) {
  return {
    repository,
    pullRequestId: number,
    codeReviewId: number,
    status: 'completed',
    createdBy: person('Anna'),
    creationDate: '2026-03-01T08:00:00.589889Z',
    closedDate,
    closedBy: person('Cora'),
    title: `change ${number}`,
    description: 'what it is for',
    sourceRefName: `refs/heads/topic-${number}`,
    targetRefName: 'refs/heads/main',
    mergeStatus: 'succeeded',
    mergeId: 'a10bb228-6ba6-4362-abd7-49ea21333dbd',
    lastMergeSourceCommit: { commitId: sha(number * 10), url: 'x' },
    lastMergeTargetCommit: { commitId: sha(1), url: 'x' },
    lastMergeCommit: { commitId: sha(number * 10 + 1), url: 'x' },
    reviewers: [
      { ...person('Ben'), vote: 10, hasDeclined: false, isFlagged: false },
      {
        ...person('Team'),
        displayName: '[payments]\\Team',
        vote: 0,
        isContainer: true,
      },
    ],
    url: `${repository.url}/pullRequests/${number}`,
  };
}

export function commit(id: string, author: string) {
  const git = {
    name: author,
    email: `${author.toLowerCase()}@bank.example`,
    date: '2026-03-01T07:00:00Z',
  };
  return {
    commitId: id,
    author: git,
    committer: git,
    comment: 'round amounts\n\nCo-authored-by: Dora <dora@home.example>',
    url: `${repository.url}/commits/${id}`,
  };
}

export function iteration(
  id: number,
  createdDate: string,
  commitId: string,
  author = 'Anna',
) {
  return {
    id,
    author: person(author),
    createdDate,
    updatedDate: createdDate,
    sourceRefCommit: { commitId },
    targetRefCommit: { commitId: sha(1) },
    commonRefCommit: { commitId: sha(1) },
    hasMoreCommits: false,
    reason: 'push',
  };
}

const text = (value: string) => ({ $type: 'System.String', $value: value });

export function voteThread(publishedDate: string, vote: number, voter = 'Ben') {
  return {
    id: 3,
    publishedDate,
    lastUpdatedDate: publishedDate,
    comments: [
      { id: 1, author: person(voter), content: 'x', commentType: 'system' },
    ],
    threadContext: null,
    properties: {
      CodeReviewThreadType: text('VoteUpdate'),
      CodeReviewVoteResult: text(String(vote)),
      CodeReviewVotedByInitiatorIdentity: text('1'),
      CodeReviewVotedByIdentity: text('1'),
    },
    identities: { 1: person(voter) },
    isDeleted: false,
  };
}

export function resetThread(publishedDate: string, type = 'ResetAllVotes') {
  return {
    id: 4,
    publishedDate,
    comments: [],
    properties: { CodeReviewThreadType: text(type) },
    identities: null,
  };
}

export function build(id: number, finishTime: string) {
  const { url: _, ...definitionProject } = project;
  return {
    _links: {
      web: { href: `${BASE}/${PROJECT}/_build/results?buildId=${id}` },
    },
    properties: {},
    tags: [],
    id,
    buildNumber: `20260301.${id}`,
    status: 'completed',
    result: 'succeeded',
    queueTime: '2026-03-01T09:00:00Z',
    startTime: '2026-03-01T09:00:05.5Z',
    finishTime,
    url: `${BASE}/${PROJECT}/_apis/build/Builds/${id}`,
    definition: {
      drafts: [],
      id: 7,
      name: 'deploy ledger',
      path: '\\',
      type: 'build',
      queueStatus: 'enabled',
      revision: 1,
      project: definitionProject,
    },
    project,
    uri: `vstfs:///Build/Build/${id}`,
    sourceBranch: 'refs/heads/main',
    sourceVersion: sha(id),
    priority: 'normal',
    reason: 'individualCI',
    requestedFor: person('Anna'),
    requestedBy: person('Anna'),
    repository: {
      id: REPOSITORY,
      type: 'TfsGit',
      name: 'ledger',
      url: `${BASE}/payments/_git/ledger`,
      clean: null,
      checkoutSubmodules: false,
    },
    retainedByRelease: false,
  };
}

export function policy(
  id: number,
  typeId: string,
  settings: object,
  isBlocking = true,
) {
  return {
    id,
    revision: 1,
    isEnabled: true,
    isBlocking,
    isDeleted: false,
    createdBy: person('Cora'),
    createdDate: '2026-01-01T00:00:00Z',
    type: { id: typeId, displayName: 'a policy', url: `${BASE}/x` },
    settings,
    url: `${BASE}/_apis/policy/configurations/${id}`,
  };
}

export function check(id: number, typeId: string, settings?: object) {
  return {
    id,
    type: { id: typeId, name: 'a check' },
    timeout: 43200,
    createdBy: person('Cora'),
    createdOn: '2026-01-01T00:00:00Z',
    resource: { type: 'environment', id: '1', name: 'production' },
    ...(settings && { settings }),
  };
}

export function deploymentRecord(
  id: number,
  buildId: number,
  finishTime: string,
  result = 'succeeded',
) {
  return {
    id,
    environmentId: 1,
    serviceOwner: '00025394-6065-48ca-87d9-7f5672854ef7',
    scopeId: PROJECT,
    planType: 'Build',
    planId: '9056ad45-b1c9-4cf4-a8a4-d4cc1a19ac02',
    requestIdentifier: `deploy_${id}`,
    stageName: 'deploy',
    jobName: 'job',
    stageAttempt: 1,
    jobAttempt: 1,
    definition: { id: 7, name: 'deploy ledger' },
    owner: { id: buildId, name: `20260301.${buildId}` },
    result,
    queueTime: finishTime,
    startTime: finishTime,
    finishTime,
  };
}

/** A run of one stage that waited for one approval. */
export function timeline(approvalId: string) {
  const record = (id: string, type: string, parentId: string | null) => ({
    id,
    parentId,
    type,
    name: type,
    identifier: type === 'Stage' ? 'deploy' : type,
    state: 'completed',
    result: 'succeeded',
    attempt: 1,
  });
  return {
    id: 'ca395085-040a-526b-2ce8-bdc85f692774',
    changeId: 9,
    records: [
      record('96ac2280-8cb4-5df5-99de-dd2da759617d', 'Stage', null),
      record(
        'b3f4d6d6-1f5b-4d5e-8b0a-111111111111',
        'Checkpoint',
        '96ac2280-8cb4-5df5-99de-dd2da759617d',
      ),
      record(
        approvalId,
        'Checkpoint.Approval',
        'b3f4d6d6-1f5b-4d5e-8b0a-111111111111',
      ),
    ],
  };
}

export function approval(id: string, at: string, status = 'approved') {
  return {
    id,
    steps: [
      {
        assignedApprover: { ...person('Team'), isContainer: true },
        actualApprover: person('Ben'),
        status,
        comment: 'go',
        initiatedOn: at,
        lastModifiedOn: at,
        lastModifiedBy: person('Ben'),
        order: 1,
        history: [],
      },
    ],
    status,
    createdOn: at,
    lastModifiedOn: at,
    executionOrder: 'anyOrder',
    minRequiredApprovers: 1,
    blockedApprovers: [],
  };
}
