import {
  ScorecardView,
  StatusChangeView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const none = {
  'not-applicable': 0,
  satisfied: 0,
  'risk-accepted': 0,
  'not-assessed': 0,
  'not-satisfied': 0,
};

/** The scorecard of a group with two groups below it. */
export const teamScorecard = ScorecardView.parse({
  of: 'group',
  ref: 'group:default/technology',
  isPartial: false,
  areas: [],
  layers: [],
  groups: 3,
  assets: 2,
  formula: 1,
  score: {
    statuses: { ...none, satisfied: 1, 'not-satisfied': 1, 'not-assessed': 2 },
    coverage: 0.5,
    compliance: 0.999,
  },
  controls: [
    {
      id: 'chg-02-independent-approval',
      code: 'CHG-02',
      title: 'Independent approval',
      area: 'access-and-segregation',
      layer: 'change-management',
      score: {
        statuses: { ...none, 'not-satisfied': 1, 'not-assessed': 1 },
      },
    },
    {
      id: 'chg-05-traceability',
      code: 'CHG-05',
      title: 'Traceability',
      area: 'change-and-integrity',
      layer: 'change-management',
      score: { statuses: { ...none, satisfied: 1, 'not-assessed': 1 } },
    },
  ],
  items: [
    {
      entityRef: 'component:default/ledger',
      title: 'Ledger',
      ownerRef: 'group:default/guards',
      criticality: 'critical-or-important',
      score: {
        statuses: { ...none, satisfied: 1, 'not-satisfied': 1 },
        coverage: 1,
        compliance: 0.5,
      },
      results: {
        'chg-02-independent-approval': 'not-satisfied',
        'chg-05-traceability': 'satisfied',
      },
    },
  ],
  nextCursor: 'next',
});

/** The scorecard of the ledger, with as many statuses as its compliance has. */
export const ledgerScorecard = ScorecardView.parse({
  of: 'asset',
  ref: 'component:default/ledger',
  isPartial: false,
  areas: [],
  layers: [],
  assets: 1,
  formula: 1,
  score: {
    statuses: { ...none, satisfied: 1, 'not-satisfied': 1, 'not-assessed': 1 },
    coverage: 2 / 3,
    compliance: 0.25,
  },
  controls: [],
  items: [],
});

/** A control of the ledger that became worse. */
export const ledgerChange = StatusChangeView.parse({
  entityRef: 'component:default/ledger',
  title: 'ledger',
  control: {
    id: 'chg-02-independent-approval',
    code: 'CHG-02',
    title: 'Independent approval',
  },
  from: 'satisfied',
  to: 'not-satisfied',
  at: '2026-03-01T09:00:00.000Z',
});

/** Its second page. */
export const secondPage = ScorecardView.parse({
  ...teamScorecard,
  items: [
    {
      entityRef: 'component:default/portal',
      title: 'Portal',
      score: {
        statuses: { ...none, 'not-assessed': 2 },
        coverage: 0,
      },
      results: {
        'chg-02-independent-approval': 'not-assessed',
        'chg-05-traceability': 'not-assessed',
      },
    },
  ],
  nextCursor: undefined,
});

/** The scorecard of a group that owns nothing. */
export const emptyScorecard = ScorecardView.parse({
  of: 'group',
  ref: 'group:default/technology',
  isPartial: false,
  areas: [],
  layers: [],
  groups: 1,
  assets: 0,
  formula: 1,
  score: { statuses: none },
  controls: [],
  items: [],
});
