import {
  reason,
  type ReasonCode,
  type ReasonParams,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Samples = { [C in ReasonCode]: readonly ReasonParams[C][] };

const from = '2026-03-01T10:00:00.000Z';
const to = '2026-03-01T11:00:00.000Z';
const target = 'https://github.com/bank/ledger';
const none = [{}] as const;
const ownerRef = 'group:default/guards';
const provider = 'resource:default/acme';
const byErik = { change: '12', approver: 'erik' };
const anna = 'anna (github.com)';
const commit = '4f1c2ab';
const statement = { index: 2, all: 3, type: 'change-merged' };

/** Parameters for each sentence: one example of each form that it has. */
export const reasonSamples: Samples = {
  // whole controls
  'all-checks-passed': none,
  'all-members-satisfied': [
    { total: 1, kind: 'deployment' },
    { total: 6, kind: 'branch' },
    { total: 2, kind: 'certificate' },
  ],
  'assertion-error': [{ id: 'approved', detail: 'unknown variable: chang' }],
  'assertion-false': [
    { id: 'approved' },
    { id: 'read-only', read: 'defaultTokenRights = "write"' },
  ],
  'value-missing': [{ id: 'approved', field: 'member.deployment.commit' }],
  'assertion-true': [{ id: 'read-only', read: 'defaultTokenRights = "read"' }],
  'assessment-failed': none,
  'asset-not-linked': none,
  'does-not-apply': none,
  'entity-not-readable': none,
  'evaluation-failed': [{ message: 'out of memory' }],
  'evidence-gap': [
    { source: 'github', from, to, cause: 'receiver-down' },
    { source: 'github', from, cause: 'source-off', more: 1 },
    { source: 'github', from, to, cause: 'source-off', more: 2 },
    { source: 'github', from, to, cause: 'collector-silent' },
    { source: 'github', from, to, cause: 'deliveries-missed' },
    { source: 'github', from, to, cause: 'deliveries-refused' },
  ],
  'branch-read-no-longer': [
    { branch: 'release/1', since: '2026-03-02T14:02:00.000Z' },
  ],
  'evidence-incomplete': [
    { problem: 'bypass list: HTTP 403. The token lacks a permission' },
  ],
  'event-never-observed': [{ type: 'security-scan-finished', days: 90 }],
  'incident-not-detected': [{ incident: 'INC-7' }],
  'incidents-unheard': [{}],
  'interval-start-unknown': [
    { type: 'security-scan-finished', first: '2026-03-31T12:00:00.000Z' },
  ],
  'never-scanned': [{}],
  'no-open-finding': [{}],
  'none-observed': [{ kind: 'pipeline' }],
  'findings-not-reported': [{ tool: 'CodeQL', results: 12 }],
  'nothing-runs': [{ environments: 'production' }],
  'state-not-observed': [
    { kind: 'branch', type: 'branch-protection-observed' },
  ],
  'evidence-late': [{ count: 1 }, { count: 3 }],
  'evidence-stale': [{ observedAt: from, days: 30 }],
  'evidence-unverified': [
    { level: 'signed', count: 1 },
    { level: 'authenticated', count: 3, late: 2 },
  ],
  'not-yet-assessed': none,
  'not-yet-observed': none,
  'population-empty': [{ days: 90, kind: 'deployment' }],
  'risk-accepted': [
    {
      acceptance: 'RA-7',
      rationale: 'The service is switched off in January.',
      person: 'user:default/anna',
      until: '2026-03-31T12:00:00.000Z',
      finding: writeReason(reason('no-approval', { change: '12' })),
    },
  ],
  'source-silent': none,
  // independent approval
  'account-ambiguous': [
    {
      change: '12',
      account: anna,
      users: 'user:default/anna, user:default/ann',
    },
  ],
  'all-independently-approved': [{ count: 4 }],
  'approval-after-deployment': [byErik, { ...byErik, approvedAt: from }],
  'approval-after-merge': [byErik, { ...byErik, approvedAt: from }],
  'approval-by-machine': [byErik],
  'approval-dismissed': [byErik, { ...byErik, approvedAt: from }],
  'approval-withdrawn': [byErik, { ...byErik, approvedAt: from }],
  'approval-without-write-access': [byErik],
  'approver-access-unknown': [byErik],
  'approver-unidentified': [{ change: '12', account: 'Anna Doe (github.com)' }],
  'author-unlinked': [{ author: 'anna@bank.example' }],
  'authors-identified': none,
  'change-commits-incomplete': [
    { change: '12', listed: 250, total: 301 },
    { change: '12', listed: 20 },
  ],
  'change-commits-unknown': [{ change: '12' }],
  'deployer-unknown': none,
  'independence-unclear': [
    { change: '12', account: anna, other: 'anna (gitlab.com)' },
  ],
  'independently-approved': [byErik, { ...byErik, approvedAt: from }],
  'merge-content-unproven': [{ change: '12', commit, person: 'erik' }],
  'no-approval': [{ change: '12' }],
  'person-unidentified': [{ person: 'Anna' }, { person: '' }],
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
  'starter-unknown': none,
  'stale-approval': [byErik, { ...byErik, approvedAt: from }],
  // what was deployed
  'all-through-changes': [{ count: 1 }, { count: 4 }],
  'baseline-unknown': [{ environment: 'production', commit }],
  'commits-beside-change': [{ change: '12', arrived: 5, count: 3 }],
  'deployment-approved': [{ environment: 'production', reviewer: 'erik' }],
  'deployment-rejected': [
    { environment: 'production', reviewer: 'erik' },
    { environment: 'production', reviewer: '' },
  ],
  'deployments-failed-only': [
    { count: 1, days: 90 },
    { count: 3, days: 90 },
  ],
  'direct-push': [
    { commit, branch: 'main', person: 'erik' },
    { commit, branch: 'main', person: 'erik', at: from },
  ],
  'environment-classified': [{ environment: 'live' }],
  'environment-unclassified': [{ environment: 'live' }],
  'merged-after-deployment': [
    { change: '12' },
    { change: '12', mergedAt: to, deployedAt: from },
  ],
  'push-incomplete': [
    { commit, branch: 'main', listed: 20, total: 45 },
    { commit, branch: 'main', listed: 20 },
  ],
  'release-range-incomplete': [{ commit }],
  'release-range-unknown': none,
  // traceability
  'artifact-identified': [{ digest: 'sha256:5c2e7b0f' }],
  'artifact-contradicted': [
    { digest: 'sha256:5c2e7b0f', other: 'sha256:91ab33c0' },
  ],
  'artifact-origin-known': [{ digest: 'sha256:5c2e7b0f' }],
  'artifact-origin-unknown': [{ digest: 'sha256:5c2e7b0f' }],
  'artifact-unidentified': none,
  'build-run-unclear': [{ commit, failed: 'Build', succeeded: 'Label' }],
  'change-known': [{ change: '12' }],
  'change-not-received': [{ commit }],
  'change-unknown': [{ commit }],
  'commit-unknown': none,
  'no-run': [{ commit }],
  'provenance-elsewhere': [
    {
      digest: 'sha256:5c2e7b0f',
      repository: 'https://github.com/other/ledger',
    },
  ],
  'run-after-deployment': [{ pipeline: 'Build', commit }],
  'run-failed': [{ pipeline: 'Build', commit, outcome: 'failure' }],
  'run-not-finished': [{ commit }],
  'run-not-linked': [{ pipeline: 'Build', commit }],
  'run-succeeded': [{ pipeline: 'Build', commit }],
  // owner
  'accountable-person-unknown': [{ ownerRef, user: 'user:default/anna' }],
  'owner-accountable': [{ ownerRef, user: 'user:default/anna' }],
  'owner-is-person': [{ ownerRef: 'user:default/anna' }],
  'owner-can-act': [{ ownerRef, count: 5, needed: 2 }],
  'owner-exists': [{ ownerRef }],
  'owner-missing': none,
  'owner-named': [{ ownerRef }],
  'owner-not-a-group': [{ ownerRef: 'component:default/ledger' }],
  'owner-too-few-members': [{ ownerRef, count: 1, needed: 2 }],
  'owner-too-many-members': [{ ownerRef, count: 4000, most: 50 }],
  'owner-unresolved': [{ ownerRef }],
  // record
  'pipelines-inventoried': [{ days: 90 }],
  'pipelines-not-inventoried': [
    { names: 'Deploy', count: 1, days: 90 },
    { names: 'Deploy\nNightly', count: 7, days: 90 },
  ],
  'record-complete': none,
  'record-incomplete': [
    { fields: 'support' },
    { fields: 'location,continuity,links' },
  ],
  'record-unusable': [
    {
      field: 'spec.dora.continuity.rto',
      value: '"4h"',
      rule: 'recovery-objective',
      more: 0,
    },
    { field: 'spec.dora.lei', value: '"5"', rule: 'lei', more: 2 },
  ],
  'record-usable': none,
  'lowered-not-reviewed': [
    {
      from: 'important',
      declared: 'standard',
      lowered: '2026-03-01',
      reviewed: '2026-01-15',
    },
    { from: 'important', declared: 'standard', lowered: '2026-03-01' },
  ],
  'reviewed-since-lowered': [
    {
      from: 'important',
      declared: 'standard',
      lowered: '2026-03-01',
      reviewed: '2026-03-02',
    },
  ],
  'exemption-ended': [
    {
      lacks: 'end-of-support',
      why: 'Written by ourselves.',
      ended: '2026-03-31',
    },
  ],
  'exemption-too-long': [
    { lacks: 'provider', why: 'Run by ourselves', until: '2030-12-31' },
  ],
  'exemption-unconfirmed': [{ lacks: 'provider', why: 'Run by ourselves' }],
  classified: [{ declared: 'important' }],
  'classified-high-enough': [{ declared: 'important', computed: 'important' }],
  'classified-too-low': [
    { declared: 'standard', computed: 'critical-or-important' },
    {
      declared: 'standard',
      computed: 'important',
      because: 'Payments > Ledger',
    },
  ],
  'computed-not-classified': [{ computed: 'critical-or-important' }],
  'not-classified': none,
  'nothing-classified-above': none,
  'major-change-not-reviewed': [
    { changed: '2026-02-01' },
    { changed: '2026-02-01', reviewed: '2026-01-01' },
  ],
  'major-change-to-review': [{ changed: '2026-02-01' }],
  'never-reviewed': none,
  'no-major-change': none,
  'review-ahead': [{ on: '2027-01-01' }],
  'review-overdue': [{ reviewed: '2025-01-01', due: '2026-01-01' }],
  'reviewed-in-time': [
    { reviewed: '2026-01-01', due: '2027-01-01' },
    {
      reviewed: '2026-01-01',
      due: '2027-01-01',
      by: 'marco',
      record: 'changed',
    },
  ],
  'reviewed-since-major-change': [
    { changed: '2026-02-01', reviewed: '2026-02-03' },
  ],
  // provider
  'provider-contract': [{ contract: 'C-4711' }],
  'provider-contract-missing': [{ provider }],
  'provider-identified': [{ provider }],
  'provider-missing': none,
  'provider-named': [{ provider }],
  'provider-none': [{ why: 'Run by ourselves', until: '2026-12-31' }],
  'provider-registered': [{ provider }],
  'provider-services': [{ services: 'S02, S17' }],
  'provider-services-missing': [{ provider }],
  'provider-undeclared': [
    { facts: 'location' },
    { facts: 'location,support,type' },
  ],
  'provider-unidentified': [{ provider }],
  'provider-unregistered': [{ provider }],
  'subcontractors-declared': [{ count: 0 }, { count: 1 }, { count: 3 }],
  'subcontractors-missing': [{ provider }],
  'subcontractors-not-needed': [{ level: 'standard' }],
  'subcontractors-unclear': [{ provider }],
  // support
  'legacy-assessed': [{ assessed: '2026-01-01', due: '2027-01-01' }],
  supported: [{ end: '2028-12-31' }],
  'support-ended': [
    { end: '2025-12-31' },
    { end: '2025-12-31', assessed: '2024-01-01' },
  ],
  'support-not-applicable': [
    { why: 'Written by ourselves.', until: '2026-12-31' },
  ],
  'support-unknown': none,
  // sources
  'catalog-unread': none,
  'people-reviewed-nothing': none,
  'source-deaf': [{ expected: 4 }],
  'source-flawed': [{ flawed: 1 }, { flawed: 3 }],
  'source-gaps': [
    { gaps: 1 },
    { gaps: 2, how: 'collected' },
    { gaps: 2, how: 'credentials for its host under integrations.github' },
  ],
  'source-healthy': none,
  'source-healthy-in-part': none,
  'source-incomplete': [{ incomplete: 2, all: 5 }],
  'source-never-heard': none,
  'source-off': [
    { why: 'GitHub is off: it is not configured.', wasOn: 0 },
    { why: 'GitHub is off: it is not configured.', wasOn: 1 },
  ],
  'source-quiet': [{ since: from }],
  'source-rejects': [{ rejected: 8, received: 10 }],
  'source-unasked': [
    { targets: 1, since: from },
    { targets: 3, since: from },
  ],
  'source-unreadable': [
    { targets: 1, problem: '' },
    { targets: 3, problem: 'GitHub answered 403' },
  ],
  // gaps
  'gap-collector-silent': [{ from }, { from, to, detail: 'Status 503' }],
  'gap-deliveries-missed': [{ from, to }],
  'gap-deliveries-refused': [{ from, to }],
  'gap-receiver-down': [{ from, to }],
  'gap-source-off': [{ from }, { from, to }],
  'refused-with': [{ error: 'body-too-large' }],
  'target-incomplete': [{ target, problem: 'GitHub answered 403' }],
  'target-missed': [
    { target, missed: 1, expected: 1 },
    { target, missed: 2, expected: 5 },
  ],
  'target-not-in-catalog': [{ target }],
  // problems
  'as-reported': [{ text: 'GitHub answered 403' }],
  'backfill-ended-early': none,
  'backfill-loops': none,
  'backfill-part-incomplete': [{ part: 'runs', problem: 'Status 503' }],
  'backfill-without-history': [{ parts: 'pushes' }],
  'collector-missing': [{ source: 'jenkins' }],
  'delivery-log-incomplete': none,
  'delivery-log-missing': [{ source: 'jenkins' }],
  'delivery-refused': [
    { delivery: '4711', error: 'body-too-large' },
    { delivery: '', error: 'body-not-json' },
  ],
  'document-broken-characters': [
    { places: '/a, /b' },
    { places: '/a, /b', more: 1 },
    { places: '/a, /b', more: 995, isLeast: 1 },
  ],
  'document-name-forbidden': [{ name: '__proto__', at: '/a' }],
  'document-name-twice': [{ name: 'sender', at: '/sender' }],
  'document-out-of-scope': [
    {
      scope: 'github.com/bank/*',
      problems: 'change-merged is about the repository github.com/other/x.',
    },
    {
      scope: 'github.com/bank/*',
      more: 3,
      problems: 'change-merged names no repository, pipeline, or entity.',
    },
  ],
  'document-source-failed': [{ source: 'github', error: 'TypeError: x' }],
  'document-source-missing': [{ source: 'github' }],
  'more-problems': [{ count: 1 }, { count: 4 }],
  'not-read-completely': none,
  'round-without-end': none,
  'statement-broken-characters': [{ ...statement, places: '/predicate/title' }],
  'statement-in-future': [
    {
      type: 'change-merged',
      observedAt: '2027-03-01T10:00:00.000Z',
      receivedAt: from,
    },
  ],
  'statement-outside': [
    {
      type: 'change-merged',
      kind: 'repository',
      name: 'https://github.com/other/x',
    },
  ],
  'statement-unkeepable': [
    { ...statement, cause: 'predicate.mergedAt must be a UTC instant' },
  ],
  'statement-without-anchor': [{ type: 'change-merged' }],
  'target-left-catalog': none,
};
