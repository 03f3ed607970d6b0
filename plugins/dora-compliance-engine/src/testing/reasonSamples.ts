import {
  type ReasonCode,
  type ReasonParams,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Samples = { [C in ReasonCode]: readonly ReasonParams[C][] };

const from = '2026-03-01T10:00:00.000Z';
const to = '2026-03-01T11:00:00.000Z';
const target = 'https://github.com/bank/ledger';
const finding = { code: 'no-approval', params: { change: '12' } };
const none = [{}] as const;
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
  'no-risk-accepted': [{}],
  'organization-not-read': [
    {
      organization: 'https://github.com/bank',
      type: 'organization-settings-observed',
    },
  ],
  'owned-by-people': [{ accounts: 'https://github.com/anna' }],
  'none-observed': [{ kind: 'pipeline' }],
  'findings-not-reported': [{ tool: 'CodeQL', results: 12 }],
  'nothing-runs': [{ environments: 'production' }],
  'state-not-observed': [
    { kind: 'branch', type: 'branch-protection-observed' },
  ],
  'evidence-not-recorded': [
    { type: 'risk-assessment-recorded' },
    { type: 'drill-completed', kind: 'fall-back' },
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
      finding: writeReason(finding),
    },
    {
      acceptance: `sha256:${'0123456789ab'.padEnd(64, 'c')}`,
      rationale: 'The service is switched off in January.',
      person: 'user:default/anna',
      confirmedBy: 'user:default/beatriz',
      until: '2026-03-31T12:00:00.000Z',
      finding: writeReason(finding),
    },
  ],
  'source-silent': none,
  // what was deployed
  'baseline-unknown': [{ environment: 'production', commit }],
  'deployments-failed-only': [
    { count: 1, days: 90 },
    { count: 3, days: 90 },
  ],
  'push-incomplete': [
    { commit, branch: 'main', listed: 20, total: 45 },
    { commit, branch: 'main', listed: 20 },
  ],
  'release-range-incomplete': [{ commit }],
  'release-range-unknown': none,
  'commit-unknown': none,
  'deployment-approval-unreported': [{ environment: 'production' }],
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
