import { complete, scenarios } from './completeDeeds';
import { listEmergencies } from './listEmergencies';
import type { ManualRecord } from './ManualRecord';
import { type Deed, toRecord } from './toRecord';

const DAY = 24 * 60 * 60 * 1000;

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

/** Risks that are accepted. */
const UNSCANNED = {
  control: 'chg-07-vulnerability-scanning',
  justification: 'The scanner is replaced this year.',
  compensatingMeasure: 'The team scans by hand before each release.',
};
const UNNAMED = {
  control: 'chg-05-traceability',
  justification: 'GitLab does not report which image was deployed.',
  compensatingMeasure: 'The team writes the digest into the release notes.',
};

/** The store of evidence, where a link of the chain of digests does not match. */
const STORE: Deed = {
  type: 'evidence-store-checked',
  daysAgo: 0,
  content: { verified: false, locked: true, deletableByPipelineOwners: false },
};

/**
 * What people of the bank recorded until a day. Ledger and Identity Check have recorded
 * nothing but a risk: the one of Ledger was confirmed by nobody, and that of Identity
 * Check has expired.
 */
export function listManualRecords(today: string): ManualRecord[] {
  const day = (daysAgo: number) =>
    new Date(Date.parse(today) - daysAgo * DAY).toISOString().slice(0, 10);
  const accept = (
    daysAgo: number,
    days: number,
    risk: object = UNSCANNED,
  ): Deed => ({
    type: 'risk-accepted',
    daysAgo,
    content: { ...risk, until: day(daysAgo - days) },
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
        toRecord(`component:${name}`, deed, day),
      ),
    ),
    { ...toRecord('component:ledger', accept(10, 60), day), confirmedBy: '' },
    toRecord('component:identity-check', accept(100, 60), day),
    toRecord('component:branch-locator', accept(15, 60, UNNAMED), day),
    toRecord('resource:evidence-archive', STORE, day),
    ...listEmergencies(Date.parse(today), day),
  ].map(({ confirmedBy, ...record }) => ({
    ...record,
    ...(confirmedBy && { confirmedBy }),
  }));
}
