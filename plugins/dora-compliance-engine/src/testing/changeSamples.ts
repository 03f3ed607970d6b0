import type { IndependenceReasons } from '../judgement/independence/reasons';
import type { EnvironmentReasons } from '../judgement/environment/reasons';
import type { TraceabilityReasons } from '../judgement/traceability/reasons';

type Params = IndependenceReasons & EnvironmentReasons & TraceabilityReasons;

const from = '2026-03-01T10:00:00.000Z';
const to = '2026-03-01T11:00:00.000Z';
const none = [{}] as const;
const byErik = { change: '12', approver: 'erik' };
const anna = 'anna (github.com)';
const commit = '4f1c2ab';

/** Parameters of each reason of the judgements of changes. */
export const changeSamples: {
  [Code in keyof Params]: readonly Params[Code][];
} = {
  'account-ambiguous': [
    {
      change: '12',
      account: anna,
      users: 'user:default/anna, user:default/ann',
    },
  ],
  'approver-access-unknown': [byErik],
  'approver-unidentified': [{ change: '12', account: 'Anna Doe (github.com)' }],
  'independence-unclear': [
    { change: '12', account: anna, other: 'anna (gitlab.com)' },
  ],
  'independently-approved': [byErik, { ...byErik, approvedAt: from }],
  'no-approval': [{ change: '12' }],
  'all-independently-approved': [{ count: 4 }],
  'deployer-unknown': none,
  'approval-after-deployment': [byErik, { ...byErik, approvedAt: from }],
  'approval-after-merge': [byErik, { ...byErik, approvedAt: from }],
  'approval-by-machine': [byErik],
  'approval-dismissed': [byErik, { ...byErik, approvedAt: from }],
  'approval-withdrawn': [byErik, { ...byErik, approvedAt: from }],
  'approval-without-write-access': [byErik],
  'stale-approval': [byErik, { ...byErik, approvedAt: from }],
  'author-unlinked': [{ author: 'anna@bank.example' }],
  'change-commits-incomplete': [
    { change: '12', listed: 250, total: 301 },
    { change: '12', listed: 20 },
  ],
  'merge-content-unproven': [{ change: '12', commit, person: 'erik' }],
  'person-unidentified': [{ person: 'Anna' }, { person: '' }],
  'starter-unknown': none,
  'authors-identified': none,
  'change-commits-unknown': [{ change: '12' }],
  'pusher-unknown': [{ change: '12', commit }],
  'self-approval': [
    byErik,
    { ...byErik, act: 'pushed', actAt: from, approvedAt: to },
    { ...byErik, act: 'opened', approvedAt: to },
    {
      ...byErik,
      account: 'erik (github.com)',
      alias: 'e.berg (gitlab.com)',
      user: 'user:default/erik',
    },
    {
      ...byErik,
      account: 'erik (github.com)',
      bot: 'deploy-bot',
      user: 'user:default/erik',
    },
  ],
  'all-through-changes': [{ count: 1 }, { count: 4 }],
  'commits-beside-change': [{ change: '12', arrived: 5, count: 3 }],
  'direct-push': [
    { commit, branch: 'main', person: 'erik' },
    { commit, branch: 'main', person: 'erik', at: from },
  ],
  'merged-after-deployment': [
    { change: '12' },
    { change: '12', mergedAt: to, deployedAt: from },
  ],
  'deployment-approved': [{ environment: 'production', reviewer: 'erik' }],
  'deployment-rejected': [
    { environment: 'production', reviewer: 'erik' },
    { environment: 'production', reviewer: '' },
  ],
  'environment-classified': [{ environment: 'live' }],
  'environment-unclassified': [{ environment: 'live' }],
  'artifact-identified': [{ digest: 'sha256:5c2e7b0f' }],
  'artifact-contradicted': [
    { digest: 'sha256:5c2e7b0f', other: 'sha256:91ab33c0' },
  ],
  'artifact-origin-known': [{ digest: 'sha256:5c2e7b0f' }],
  'artifact-origin-unknown': [{ digest: 'sha256:5c2e7b0f' }],
  'artifact-unidentified': none,
  'provenance-elsewhere': [
    {
      digest: 'sha256:5c2e7b0f',
      repository: 'https://github.com/other/ledger',
    },
  ],
  'build-run-unclear': [{ commit, failed: 'Build', succeeded: 'Label' }],
  'no-run': [{ commit }],
  'run-after-deployment': [{ pipeline: 'Build', commit }],
  'run-failed': [{ pipeline: 'Build', commit, outcome: 'failure' }],
  'run-not-finished': [{ commit }],
  'run-not-linked': [{ pipeline: 'Build', commit }],
  'run-succeeded': [{ pipeline: 'Build', commit }],
  'change-known': [{ change: '12' }],
  'change-not-received': [{ commit }],
  'change-unknown': [{ commit }],
};
