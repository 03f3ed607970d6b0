import type { Deed } from './toRecord';

export const scenarios = [
  'credential-theft',
  'poisoned-pipeline',
  'dependency-attack',
  'runner-compromise',
  'provider-outage',
  'insider',
];

/** What a service has whose team leaves nothing out. */
export const complete = {
  risk: {
    type: 'risk-assessment-recorded',
    daysAgo: 60,
    content: { occasion: 'periodic', scenarios, outcome: 'within-tolerance' },
  },
  access: {
    type: 'access-recertified',
    daysAgo: 45,
    content: {
      system: 'github.com',
      reviewed: 4,
      total: 4,
      revoked: 1,
      selfReviewed: false,
    },
  },
  fallBack: {
    type: 'drill-completed',
    daysAgo: 40,
    content: { kind: 'fall-back', outcome: 'succeeded' },
  },
  restore: {
    type: 'drill-completed',
    daysAgo: 90,
    content: {
      kind: 'restore',
      outcome: 'succeeded',
      achievedRecoveryTime: 'PT45M',
      segregated: true,
    },
  },
  outage: {
    type: 'drill-completed',
    daysAgo: 120,
    content: { kind: 'provider-outage', outcome: 'succeeded' },
  },
  detection: {
    type: 'drill-completed',
    daysAgo: 70,
    content: { kind: 'detection', outcome: 'succeeded' },
  },
  attack: {
    type: 'drill-completed',
    daysAgo: 150,
    content: { kind: 'security-test', outcome: 'succeeded', independent: true },
  },
  rules: {
    type: 'detection-rules-recorded',
    daysAgo: 80,
    content: {
      detects: [
        'protection-weakened',
        'administrator-added',
        'deploy-key-added',
        'unusual-deployment',
        'runner-added',
        'pipeline-changed-from-fork',
        'mass-secret-read',
      ],
      onCall: 'Platform Engineering',
    },
  },
  production: {
    type: 'production-access-reviewed',
    daysAgo: 20,
    content: {
      standingAccounts: 0,
      sessions: 3,
      withoutApproval: 0,
      overTime: 0,
      withoutLog: 0,
    },
  },
  live: {
    type: 'environment-baseline',
    daysAgo: 50,
    content: {
      environment: 'production',
      production: true,
      account: 'meridian-production',
      identities: ['deploy-production'],
      networks: ['production'],
      data: 'production',
    },
  },
  test: {
    type: 'environment-baseline',
    daysAgo: 50,
    content: {
      environment: 'staging',
      production: false,
      account: 'meridian-staging',
      identities: ['deploy-staging'],
      networks: ['staging'],
      data: 'synthetic',
    },
  },
  retention: {
    type: 'retention-approved',
    daysAgo: 200,
    content: {
      logDays: 365,
      evidenceDays: 1825,
      rationale: 'Logs of a year, evidence of five years for audits.',
    },
  },
  framework: {
    type: 'framework-reviewed',
    daysAgo: 100,
    content: { occasion: 'yearly', openFindings: 3, overdueCritical: 0 },
  },
} as const satisfies Record<string, Deed>;
