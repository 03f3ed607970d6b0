import {
  computeDigest,
  type ManualEvidenceType,
  type RecordRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ManualRecord } from './ManualRecord';

const LAURA = 'user:default/laura-jimenez';
const BEATRIZ = 'user:default/beatriz-costa';
const DAY = 24 * 60 * 60 * 1000;

/** What was done, how many days ago, and what is known of it. */
type Deed = {
  type: ManualEvidenceType;
  daysAgo: number;
  content: Record<string, unknown>;
};

const scenarios = [
  'credential-theft',
  'poisoned-pipeline',
  'dependency-attack',
  'runner-compromise',
  'provider-outage',
  'insider',
];

/** What a service has whose team leaves nothing out. */
const complete = {
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

type Deeds = Partial<Record<keyof typeof complete, Deed | undefined>>;

/** What each service lacks, or has differently. */
const services: Readonly<Record<string, Deeds>> = {
  'payment-gateway': {},
  'fraud-scoring': {
    risk: {
      ...complete.risk,
      content: { ...complete.risk.content, scenarios: scenarios.slice(0, -1) },
    },
  },
  'statement-renderer': {
    restore: {
      ...complete.restore,
      content: {
        kind: 'restore',
        outcome: 'failed',
        achievedRecoveryTime: 'PT9H',
        segregated: true,
      },
    },
    retention: {
      ...complete.retention,
      content: {
        ...complete.retention.content,
        logDays: 90,
        rationale: 'The provider keeps logs for a quarter and no longer.',
      },
    },
  },
  'onboarding-portal': { access: { ...complete.access, daysAgo: 275 } },
  'customer-registry': {
    production: {
      ...complete.production,
      content: { ...complete.production.content, standingAccounts: 6 },
    },
    test: {
      ...complete.test,
      content: { ...complete.test.content, data: 'production' },
    },
  },
};

/**
 * What people of the bank recorded until a day. Ledger and Identity Check have recorded
 * nothing but a risk: the one of Ledger was confirmed by nobody, and that of Identity
 * Check has expired.
 */
export function listManualRecords(today: string): ManualRecord[] {
  const day = (daysAgo: number) =>
    new Date(Date.parse(today) - daysAgo * DAY).toISOString().slice(0, 10);
  const accept = (daysAgo: number, days: number): Deed => ({
    type: 'risk-accepted',
    daysAgo,
    content: {
      control: 'chg-07-vulnerability-scanning',
      justification: 'The scanner is replaced this year.',
      compensatingMeasure: 'The team scans by hand before each release.',
      until: day(daysAgo - days),
    },
  });
  const backup: Deed = {
    type: 'backup-completed',
    daysAgo: 0,
    content: {
      completedAt: `${today}T00:00:00.000Z`,
      contents: [
        'repositories',
        'pipelines',
        'environments',
        'secrets-metadata',
      ],
      segregated: true,
    },
  };
  return [
    ...Object.entries(services).flatMap(([name, different]) =>
      [...Object.values({ ...complete, ...different }), backup].map(deed =>
        toRecord(name, deed, day),
      ),
    ),
    { ...toRecord('ledger', accept(10, 60), day), confirmedBy: '' },
    toRecord('identity-check', accept(100, 60), day),
  ].map(({ confirmedBy, ...record }) => ({
    ...record,
    ...(confirmedBy && { confirmedBy }),
  }));
}

function toRecord(
  name: string,
  { type, daysAgo, content }: Deed,
  day: (daysAgo: number) => string,
): ManualRecord {
  const title = `${name}, ${type}, ${day(daysAgo)}`;
  return {
    entityRef: `component:default/${name}`,
    recordedBy: LAURA,
    confirmedBy: BEATRIZ,
    request: {
      type,
      performedOn: day(daysAgo),
      documents: [{ title, digest: computeDigest(title) }],
      content,
    } as RecordRequest,
  };
}
